// What a trainer does: search, refine, open a workshop, keep three excerpts, order them, export.
// With script, by mouse and keyboard, then without.
//   node flows.mjs http://127.0.0.1:7878

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert, check, end, launch, listen } from './browser.mjs';

const [, , base] = process.argv;
const browser = await launch();
const complaints = [];

async function open(script) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  await page.setJavaScriptEnabled(script);
  listen(page, complaints);
  return page;
}

const text = (page, selector) => page.$eval(selector, (node) => node.textContent.trim());
const count = async (page) => Number.parseInt(await text(page, '.menu .compte'), 10);
const follow = (page, selector) => Promise.all([page.waitForNavigation(), page.click(selector)]);
const until = (page, test, ...rest) => page.waitForFunction(test, { timeout: 10_000 }, ...rest);

async function emptied(page) {
  await page.goto(`${base}/dossier`);
  if (await page.$('button[name="vider"]')) {
    await page.click('details:has(button[name="vider"]) summary');
    await follow(page, 'button[name="vider"]');
  }
  assert((await count(page)) === 0, 'the dossier is not empty');
}

/** The words of a download. */
async function download(page, selector, extension) {
  const folder = mkdtempSync(join(tmpdir(), 'glane-'));
  const session = await page.createCDPSession();
  await session.send('Page.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  await page.click(selector);
  for (let turn = 0; turn < 100; turn += 1) {
    const name = readdirSync(folder).find((own) => own.endsWith(`.${extension}`));
    if (name) {
      const bytes = readFileSync(join(folder, name));
      rmSync(folder, { recursive: true });
      return { name, bytes };
    }
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`no .${extension} was downloaded`);
}

await check('results follow what is typed, and the field keeps the cursor', async () => {
  const page = await open(true);
  await page.goto(`${base}/recherche?q=accueil`);
  await page.focus('#q');
  await page.keyboard.press('End');
  await page.keyboard.type(' des usagers');
  await until(page, () => document.querySelector('#titre').textContent.includes('accueil des usagers'));
  assert((await page.evaluate(() => document.activeElement.id)) === 'q', 'the cursor left the field');
  assert(page.url().includes('q=accueil+des+usagers'), page.url());
  assert((await text(page, '#avis')).includes('accueil des usagers'), 'nothing was announced');
  await page.goto(`${base}/`);
  await page.type('#q', 'logement');
  await until(page, () => document.querySelector('#resultats .extrait'));
  assert((await page.evaluate(() => document.activeElement.id)) === 'q', 'the cursor left the field');
  await page.close();
});

await check('two years are one or the other, each removed by itself', async () => {
  const page = await open(true);
  const total = async () => Number.parseInt(await text(page, '#titre'), 10);
  await page.goto(`${base}/recherche?q=accueil`);
  const year = '.facette:has(+ .periode) a:not([aria-current])';
  await follow(page, year);
  const first = await total();
  const promised = await page.$eval(`${year} .nb`, (node) => Number.parseInt(node.textContent, 10));
  await follow(page, year);
  assert((await total()) === first + promised, `${await total()} is not ${first} + ${promised}`);
  assert((await page.$$('.jeton')).length === 2, 'not two tokens');
  await follow(page, '.jeton');
  assert((await total()) === promised, 'the other year was removed');
  await page.goBack();
  assert((await page.$$('.jeton')).length === 2, 'the way back is lost');
  await page.close();
});

await check('search, refine, open, keep three, order, annotate, export', async () => {
  const page = await open(true);
  await emptied(page);
  await page.goto(`${base}/`);
  await page.type('#q', 'accueil des usagers');
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  const before = await text(page, '#titre');
  await follow(page, '.facette a[href*="type=workshop"]');
  assert((await text(page, '#titre')) !== before, 'the filter changed nothing');
  assert((await text(page, '.jeton')).includes('Atelier'), 'no token says the filter');

  const buttons = await page.$$('.extrait form[data-garder] button');
  for (const [at, button] of buttons.slice(0, 2).entries()) {
    await button.click();
    await until(page, (wanted) => document.querySelector('.menu .compte').textContent.startsWith(wanted), String(at + 1));
  }
  assert((await text(page, '#avis')).includes('2 extraits'), await text(page, '#avis'));
  assert((await text(page, '.extrait form[data-garder] button')).includes('Dans le dossier'), 'not shown as kept');
  await buttons[1].click();
  await until(page, () => document.querySelector('.menu .compte').textContent.startsWith('1'));
  await buttons[1].click();
  await until(page, () => document.querySelector('.menu .compte').textContent.startsWith('2'));

  await follow(page, '.extrait:has(#t3) h2 a, #t3 a');
  const many = await page.$$eval('.reglure mark[id]', (marks) => marks.length);
  if (many > 1) {
    await page.click('[data-tourne="1"]');
    assert((await text(page, '#ou b')) === '2', 'not at the second match');
    assert(page.url().includes('passage=2'), page.url());
  }
  await page.click('.prendre button');
  await until(page, () => document.querySelector('.menu .compte').textContent.startsWith('3'));

  await follow(page, '.menu .panier');
  assert((await page.$$('.fiche')).length === 3, 'not three excerpts');
  const titles = () => page.$$eval('.fiche h3', (nodes) => nodes.map((node) => node.lastChild.textContent));
  const [first, second] = await titles();
  await page.type('.fiche textarea', 'Commencer par là.');
  const last = await page.$eval('.fiche [name="descendre"]', (node) => node.id);
  await page.click(`#${last}`);
  await until(page, (wanted) => document.querySelector('.fiche h3').lastChild.textContent === wanted, second);
  assert((await titles())[1] === first, 'the order did not change');
  await until(page, (wanted) => document.activeElement.id === wanted, last);
  assert((await text(page, '#avis')).includes('position 2 sur 3'), await text(page, '#avis'));
  assert((await page.$$eval('.fiche textarea', (nodes) => nodes[1].value)) === 'Commencer par là.', 'the note is lost');
  await page.type('#titre', 'L’accueil, un métier');

  const docx = await download(page, '[formaction$="format=docx"]', 'docx');
  assert(docx.bytes.subarray(0, 2).toString() === 'PK', 'not a DOCX');
  const markdown = await download(page, '[formaction$="format=md"]', 'md');
  const words = markdown.bytes.toString();
  for (const expected of ['L’accueil, un métier', 'Commencer par là.', first, second]) {
    assert(words.includes(expected), `« ${expected} » is not in the handout`);
  }
  assert(markdown.name.startsWith('L’accueil'), markdown.name);
  await page.close();
});

await check('the same without script', async () => {
  const page = await open(false);
  await emptied(page);
  await page.goto(`${base}/`);
  await page.type('#q', 'accueil des usagers');
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  await follow(page, '.facette a[href*="type=workshop"]');
  await follow(page, '#r1 form[data-garder] button');
  assert(page.url().endsWith('#r1'), page.url());
  await follow(page, '#t2 a');
  await follow(page, '.prendre button');
  await follow(page, '.atelier-tete .liens a[href*="choisir=1"]');
  await page.click('.choix input[type="checkbox"]');
  await follow(page, '.prendre-tout button');
  await follow(page, '.menu .panier');
  assert((await page.$$('.fiche')).length === 2, 'not two excerpts');
  await page.type('.fiche textarea', 'Sans script.');
  await follow(page, '.fiche [name="descendre"]');
  assert((await page.$$eval('.fiche textarea', (nodes) => nodes[1].value)) === 'Sans script.', 'the note is lost');
  await follow(page, '.fiche [name="retirer"]');
  assert((await page.$$('.fiche')).length === 1, 'nothing was taken away');
  await page.click('#r1 summary, .citer summary').catch(() => {});
  await page.close();
});

await check('by keyboard alone, from the top to a result', async () => {
  const page = await open(true);
  await page.goto(`${base}/recherche?q=logement`);
  await page.keyboard.press('Tab');
  assert((await page.evaluate(() => document.activeElement.className)) === 'evitement', 'no skip link first');
  await page.keyboard.press('Enter');
  let seen = false;
  for (let turn = 0; turn < 40 && !seen; turn += 1) {
    await page.keyboard.press('Tab');
    seen = await page.evaluate(() => document.activeElement.closest('h2#t1') !== null);
    const shown = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle !== 'none');
    assert(shown, 'the focus is not seen');
  }
  assert(seen, 'the first result is out of reach');
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  assert(page.url().includes('/atelier/'), page.url());
  await page.close();
});

await check('nothing was complained about, nothing asked elsewhere', async () => {
  assert(complaints.length === 0, complaints.join('\n'));
});

await browser.close();
end();
