// Builds of the site, served in turn from one address: what a page runs is all of one build, with a network and without.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { launch, read, ready, serviceWorker, until } from './browser.mjs';
import { SEEDS, seedText } from './silang.mjs';
import { listen, MEDIA_TYPES } from './site.mjs';

const DIST = new URL('../../dist/', import.meta.url).pathname;
const PREFIX = '/some/prefix/';

/** The files of `dist/`. */
function built() {
  const all = readdirSync(DIST, { recursive: true }).filter((file) => statSync(path.join(DIST, file)).isFile());
  return new Map(all.map((file) => [file, readFileSync(path.join(DIST, file))]));
}

const LIST = /^const SITE = (.*);$/m;
const listed = (files) => JSON.parse(LIST.exec(files.get('service.js').toString())[1]);
const numberOf = (files) => Object.keys(listed(files).files).map((file) => /^engine\.js\?(\w+)$/.exec(file)?.[1]).find(Boolean);
const turned = (word) => [...word].reverse().join('');
const sum = (bytes) => `sha256-${createHash('sha256').update(bytes).digest('base64')}`;
const fileOf = (address) => (address === './' ? 'index.html' : decodeURIComponent(address.split('?')[0]));

/** The same site as another build: with another number in both programs, and other hashes in the names of files. */
function another(files) {
  const hash = [...files.keys()].map((file) => /^page-(\w+)\.js$/.exec(file)?.[1]).find(Boolean);
  const words = [numberOf(files), hash, listed(files).build];
  const change = (bytes) => words.reduce((text, word) => text.replaceAll(word, turned(word)), bytes.toString('latin1'));
  const next = new Map([...files].map(([file, bytes]) => [file.replaceAll(hash, turned(hash)), Buffer.from(change(bytes), 'latin1')]));
  const site = listed(next);
  for (const address of Object.keys(site.files)) site.files[address] = sum(next.get(fileOf(address)));
  next.set('service.js', Buffer.from(next.get('service.js').toString().replace(LIST, () => `const SITE = ${JSON.stringify(site)};`)));
  return next;
}

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

/** Answers as GitHub Pages does: a copy is fresh for ten minutes (`age`, in seconds), and may be asked for again by its tag. */
function pages(file, body, headers, age) {
  const etag = `"${sum(body)}"`;
  const fresh = { 'cache-control': `max-age=${age}`, etag, vary: 'Accept-Encoding' };
  if (headers['if-none-match'] === etag) return { status: 304, headers: fresh };
  return { status: 200, type: MEDIA_TYPES[path.extname(file)], headers: fresh, body };
}

/** A reader's browser before a host whose files can be changed (`files`), refused (`refuses`) and cut off (`isDown`). */
async function atHost(visit) {
  const host = { files: built(), refuses: () => false, isDown: false, age: 600 };
  const site = await listen((pathname, headers) => {
    if (host.isDown) return undefined;
    const file = pathname.startsWith(PREFIX) ? pathname.slice(PREFIX.length) || 'index.html' : '';
    const body = host.refuses(file) ? undefined : host.files.get(file);
    return body ? pages(file, body, headers, host.age) : { status: 404 };
  });
  const context = await browser.newContext();
  await context.addInitScript(() => {
    const { Worker } = window;
    window.workers = [];
    window.Worker = class extends Worker {
      constructor(...words) {
        super(...words);
        window.workers.push(this);
      }
    };
  });
  const open = async () => {
    const page = await context.newPage();
    await page.goto(site.origin + PREFIX);
    await ready(page);
    return page;
  };
  try {
    const old = numberOf(host.files);
    assert.match(old, /^[0-9a-f]{16}$/, 'a build has a number of its own');
    await visit({ page: await open(), open, host, old, next: turned(old) });
  } finally {
    await context.close();
    await site.close();
  }
}

/** Lets the browser look for an update once; resolves to what became of it: `kept`, `redundant`, or `none` where none came. */
async function lookForUpdate(page) {
  await page.evaluate(() => {
    window.looked = navigator.serviceWorker.getRegistration().then(async (registration) => {
      await registration.update().catch(() => undefined);
      window.coming = registration.installing ?? registration.waiting;
    });
  });
  await until(page, () => window.looked.then(() => window.coming?.state !== 'installing'));
  const state = await page.evaluate(() => window.coming?.state ?? 'none');
  // Where no page is under the old one, the new one does not stay `installed`.
  return ['installed', 'activating', 'activated'].includes(state) ? 'kept' : state;
}

/** Lets the browser look until it has kept the new build: it may be looking by itself, and have found a part missing. */
async function takeUpdate(page) {
  for (let looks = 0; await lookForUpdate(page) !== 'kept'; looks += 1) {
    assert.ok(looks < 100, 'the new build is never kept');
    await page.waitForTimeout(100);
  }
}

const caches = (page) => page.evaluate(() => window.caches.keys());

/** The numbers of the builds that a page is made from: its program's, and those of the workers that it asked for. */
async function madeFrom(page, files) {
  const hash = /page-(\w+)_bg\.wasm/.exec([...files.keys()].join(' '))[1];
  const seen = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  const program = seen.map((name) => /page-(\w+)_bg\.wasm/.exec(name)?.[1]).find(Boolean);
  const own = program === hash ? numberOf(files) : turned(numberOf(files));
  return [...new Set([own, ...seen.map((name) => /engine\.js\?(\w+)/.exec(name)?.[1]).filter(Boolean)])];
}

/** The page works, and is all of one build. */
async function isWhole(page, files, number) {
  await ready(page);
  assert.equal(await (await read(page, SEEDS[0])).evaluate((root) => root.textContent), seedText(SEEDS[0]));
  assert.deepEqual(await madeFrom(page, files), [number]);
}

/** Lets the page's worker die; resolves when a new one is at work. */
async function killWorker(page) {
  await page.evaluate(() => {
    const worker = window.workers.at(-1);
    worker.terminate();
    worker.dispatchEvent(new ErrorEvent('error', { cancelable: true }));
  });
  await page.waitForFunction(() => window.workers.length > 1);
}

test('after one visit every file of the build is kept, past what the browser holds as fresh', () => atHost(async ({ page, open, host, old }) => {
  const files = host.files;
  await serviceWorker(page);
  const kept = await page.evaluate(async () => {
    const [name] = await window.caches.keys();
    return (await (await window.caches.open(name)).keys()).map(({ url }) => url.slice(document.baseURI.split('#')[0].length));
  });
  assert.deepEqual(kept.map((address) => address || './').sort(), Object.keys(listed(files).files).sort());
  assert.ok(kept.includes(`seeds/${SEEDS[0]}`) && kept.includes(`worker_bg.wasm?${old}`));
  host.isDown = true;
  await page.reload();
  await isWhole(page, files, old);
  await isWhole(await open(), files, old);
}));

test('a first visit that is cut keeps nothing', () => atHost(async ({ page, host, old }) => {
  const { files } = host;
  host.refuses = (file) => file.startsWith('seeds/');
  await page.waitForTimeout(6000);
  assert.deepEqual(await caches(page), []);
  assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active ?? null), null);
  host.refuses = () => false;
  await page.reload();
  await serviceWorker(page);
  host.isDown = true;
  await page.reload();
  await isWhole(page, files, old);
}));

const PARTS = { 'the worker': 'worker_bg.wasm', 'the program': 'page-', 'an article': `seeds/${SEEDS[4]}` };
for (const [name, part] of Object.entries(PARTS)) {
  test(`an update without ${name} leaves the old build whole, without a network too`, () => atHost(async ({ page, host, old, next }) => {
    const { files } = host;
    await serviceWorker(page);
    const before = await caches(page);
    Object.assign(host, { files: another(files), refuses: (file) => file.startsWith(part) });
    assert.equal(await lookForUpdate(page), 'redundant');
    assert.deepEqual(await caches(page), before);
    await page.reload();
    await isWhole(page, files, old);
    host.isDown = true;
    await page.reload();
    await isWhole(page, files, old);
    Object.assign(host, { isDown: false, refuses: () => false });
    await takeUpdate(page);
    host.isDown = true;
    await page.reload();
    await isWhole(page, files, next);
  }));
}

test('a host that is in the middle of being changed gives no build', () => atHost(async ({ page, host, old }) => {
  const { files } = host;
  await serviceWorker(page);
  const mixed = another(files);
  mixed.set('worker_bg.wasm', files.get('worker_bg.wasm'));
  host.files = mixed;
  assert.equal(await lookForUpdate(page), 'redundant');
  host.isDown = true;
  await page.reload();
  await isWhole(page, files, old);
}));

test('builds in turn: each is taken at the next opening, whole, and the one before goes', () => atHost(async ({ page, host, old, next }) => {
  const { files } = host;
  await serviceWorker(page);
  for (const [site, number] of [[another(files), next], [files, old]]) {
    host.files = site;
    assert.equal(await lookForUpdate(page), 'kept');
    await page.reload();
    await isWhole(page, files, number);
    const { build } = listed(site);
    assert.deepEqual((await caches(page)).map((name) => name.split(' ').at(-1)), [build]);
  }
}));

test('an open page keeps its build for as long as it is open, for new workers and for new tabs', () => atHost(async ({ page, open, host, old, next }) => {
  const { files } = host;
  await serviceWorker(page);
  // The first visit's page was made before there was a service worker.
  await page.reload();
  await ready(page);
  host.files = another(files);
  assert.equal(await lookForUpdate(page), 'kept');
  const second = await open();
  await isWhole(second, files, old);
  await killWorker(page);
  await isWhole(page, files, old);
  host.isDown = true;
  await killWorker(second);
  await isWhole(second, files, old);
  await second.close();
  await page.close();
  await isWhole(await open(), files, next);
}));

test('a page that no service worker watches never takes the worker of a newer build', () => atHost(async ({ page, host, next }) => {
  const { files } = host;
  Object.assign(host, { files: another(files), age: 0 });
  // What the browser held of the old worker is gone.
  await (await page.context().newCDPSession(page)).send('Network.clearBrowserCache');
  await killWorker(page);
  await page.waitForFunction(() => document.documentElement.dataset.state === 'failed');
  await serviceWorker(page);
  host.isDown = true;
  await page.reload();
  await isWhole(page, files, next);
}));
