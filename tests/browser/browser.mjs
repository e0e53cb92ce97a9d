// Finds a Chromium and drives it.

import { existsSync } from 'node:fs';
import puppeteer from 'puppeteer-core';

const PLACES = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

export async function launch() {
  const executablePath = PLACES.find((place) => place && existsSync(place));
  if (!executablePath) {
    console.log('SKIPPED: no Chromium');
    process.exit(0);
  }
  // The only pages it sees are ours; the sandbox refuses to run as root. Without motion, what is
  // clicked stays where it was seen: pages scroll smoothly, and a busy machine takes its time.
  const args = ['--no-sandbox', '--lang=fr', '--force-prefers-reduced-motion'];
  return puppeteer.launch({ executablePath, headless: true, args });
}

/** Whatever the console or the policy complains about, as it comes. */
export function listen(page, complaints) {
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) complaints.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on('request', (request) => {
    const own = new URL(page.url() === 'about:blank' ? request.url() : page.url()).origin;
    if (!request.url().startsWith(own)) complaints.push(`${page.url()} asks for ${request.url()}`);
  });
}

let failed = 0;
let passed = 0;

export async function check(name, test) {
  try {
    await test();
    passed += 1;
  } catch (error) {
    failed += 1;
    console.log(`FAILED ${name}\n  ${String(error.message ?? error).replaceAll('\n', '\n  ')}`);
  }
}

export function end() {
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
}

export function assert(holds, message) {
  if (!holds) throw new Error(message);
}
