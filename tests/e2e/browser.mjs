// Opens the page in Chromium and watches what it must never do.
import assert from 'node:assert/strict';

import { chromium } from 'playwright-core';

import { serveSite } from './site.mjs';

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];
const READY = 60_000;

export const launch = () => chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });

/** Waits until the core is loaded and has no work left. */
export const ready = (page, timeout = READY) =>
  page.waitForFunction(() => document.documentElement.dataset.state === 'ready', undefined, { timeout });

/** Asks the page until it says yes; fails if it does not within a minute, or no longer answers. */
export async function until(page, holds) {
  const late = new Promise((_, reject) => { setTimeout(reject, READY, new Error(`not within ${READY} ms: ${holds}`)).unref(); });
  while (!await Promise.race([page.evaluate(holds), late])) await page.waitForTimeout(100);
}

/** Waits until a service worker has kept the files of its build, and pages get them. */
export const serviceWorker = (page) => until(page, async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  return registration?.active?.state === 'activated';
});

/** Lets the workers of a browser's context run a script before their own. */
export const inWorkers = (context, script) => context.route('**/engine.js*', async (route) => {
  const response = await route.fetch();
  await route.fulfill({ response, body: `${script}\n${await response.text()}` });
});

/** Loads the page anew with workers that run `death` when they get a message that has this word. */
export async function deadly(page, word, death) {
  await inWorkers(page.context(), `self.addEventListener('message', ({ data }) => {
    const text = typeof data === 'string' ? data : new TextDecoder().decode(data);
    if (!text.includes(${JSON.stringify(word)})) return;
    ${death}
  });`);
  await page.reload();
  await ready(page);
}

/** Loads the page anew with workers that die when they are asked to search for MEMATIKAN. */
export const searchingKills = (page) => deadly(page, 'MEMATIKAN', 'if (data[0] === 8) throw new Error("dead");');

/** Runs `visit(page, site)` on a fresh visitor's page of the site (with `files` in place of its own); fails when the page complains or asks another origin for anything. */
export async function visiting(browser, visit, { prefix = '/', path = '', files, ...options } = {}) {
  const site = await serveSite(prefix, files);
  const context = await browser.newContext({ acceptDownloads: true, locale: 'id-ID', ...options });
  const complaints = [];
  context.on('weberror', (error) => complaints.push(String(error.error())));
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`);
  });
  context.on('request', (request) => {
    const own = request.url().startsWith(site.url) || /^(data|blob):/.test(request.url());
    if (!own) complaints.push(`asked for ${request.url()}`);
  });
  try {
    const page = await context.newPage();
    await page.goto(site.url + path);
    await ready(page);
    await visit(page, site);
    assert.deepEqual(complaints, []);
  } finally {
    await context.close();
    await site.close();
  }
}

/** Goes to another view of the page, by its address. */
export async function show(page, view) {
  await page.evaluate((hash) => { location.hash = hash; }, view);
  await ready(page);
}

/** Opens an article and waits until its text is there. */
export async function read(page, file) {
  await show(page, `#/read/${encodeURIComponent(file)}`);
  await page.locator('[data-testid="article"]').waitFor();
  return page.locator('[data-testid="article"]');
}

export const inLibrary = (page, file) => page.locator(`[data-testid="library"] [data-doc="${file}"]`);

/** Chooses files as a reader does; each has a `name` and a `text` (string or bytes). */
export const choose = (page, ...files) =>
  page.locator('input[type=file][data-testid="add-files"]').setInputFiles(
    files.map(({ name, text }) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })));

/** Drops one text file on the page. */
export async function drop(page, { name, text }) {
  const dataTransfer = await page.evaluateHandle(([fileName, content]) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([content], fileName, { type: 'text/plain' }));
    return transfer;
  }, [name, text]);
  for (const event of ['dragenter', 'dragover', 'drop']) await page.dispatchEvent('body', event, { dataTransfer });
}
