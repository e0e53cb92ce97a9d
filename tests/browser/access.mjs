// No axe violation on any page, narrow and wide, light and dark; nothing wider than its window.
//   node access.mjs http://127.0.0.1:7878 [folder for screenshots]

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { assert, check, end, launch } from './browser.mjs';
import { PAGES, address } from './pages.mjs';

const [, , base, folder] = process.argv;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const browser = await launch();
const page = await browser.newPage();

// Something to look at in the dossier.
await page.goto(base + address('/atelier/{section}?q=non-recours'));
await Promise.all([page.waitForNavigation(), page.evaluate(() => document.querySelector('form[data-garder]').submit())]);

for (const scheme of ['light', 'dark']) {
  for (const width of [1280, 360]) {
    await page.setViewport({ width, height: 900 });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    for (const [name, path] of Object.entries(PAGES)) {
      await check(`${name} at ${width} px, ${scheme}`, async () => {
        await page.goto(base + address(path), { waitUntil: 'networkidle0' });
        if (folder) await page.screenshot({ path: `${folder}/${name}-${width}-${scheme}.png`, fullPage: true });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert(wide <= 0, `${wide} px wider than the window`);
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ['violations'] }));
        const told = violations.map((own) => `${own.id}: ${own.help}\n  ${own.nodes.map((node) => node.html.slice(0, 200)).slice(0, 3).join('\n  ')}`);
        assert(told.length === 0, told.join('\n'));
      });
    }
  }
}

// WCAG 1.4.10: nothing to scroll sideways at 320 px.
await page.setViewport({ width: 320, height: 640 });
for (const path of Object.values(PAGES)) {
  await check(`${path} at 320 px`, async () => {
    await page.goto(base + address(path));
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert(wide <= 0, `${wide} px wider than the window`);
  });
}
await browser.close();
end();
