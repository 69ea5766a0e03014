// Two builds of the site, served in turn from one address: what a page runs is all of one build.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { launch, read, ready } from './browser.mjs';
import { SEEDS, seedText } from './silang.mjs';
import { listen, MEDIA_TYPES } from './site.mjs';

const DIST = new URL('../../dist/', import.meta.url).pathname;

/** The files of `dist/`. */
function built() {
  const all = readdirSync(DIST, { recursive: true }).filter((file) => statSync(path.join(DIST, file)).isFile());
  return new Map(all.map((file) => [file, readFileSync(path.join(DIST, file))]));
}

/** The same site as another build: with another number in both programs, and other hashes in the names of files. */
function another(files, build) {
  const hash = [...files.keys()].map((file) => /^page-(\w+)\.js$/.exec(file)?.[1]).find(Boolean);
  const turned = (word) => [...word].reverse().join('');
  const change = (bytes) => [build, hash].reduce((text, word) => text.replaceAll(word, turned(word)), bytes.toString('latin1'));
  return new Map([...files].map(([file, bytes]) => [file.replaceAll(hash, turned(hash)), Buffer.from(change(bytes), 'latin1')]));
}

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

/** A reader's browser before a host whose files can be changed: `host.files`. */
async function atHost(visit) {
  const host = { files: built(), refused: () => false };
  const site = await listen((pathname) => {
    const file = pathname.slice(1) || 'index.html';
    const body = host.refused(file) ? undefined : host.files.get(file);
    return body ? { status: 200, type: MEDIA_TYPES[path.extname(file)], body } : { status: 404 };
  });
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const engine = page.waitForRequest(/engine\.js\?/);
    await page.goto(`${site.origin}/`);
    await ready(page);
    const build = new URL((await engine).url()).search.slice(1);
    assert.match(build, /^[0-9a-f]{16}$/, 'a build has a number of its own');
    await visit({ page, context, host, build, next: another(host.files, build) });
  } finally {
    await context.close();
    await site.close();
  }
}

/** Waits until this page's build is kept whole. */
const kept = (page) => page.evaluate(async () => {
  const program = document.querySelector('script[data-wasm]').dataset.wasm;
  const all = async () => Promise.all(['worker_bg.wasm', program].map((file) => caches.match(file, { ignoreSearch: true })));
  while (!(await all()).every(Boolean)) await new Promise((resolve) => { setTimeout(resolve, 100); });
});

/** What a page was made from: the hash of its program and the numbers that its workers were asked by. */
async function madeFrom(page) {
  const seen = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name)).map(({ pathname, search }) => pathname + search));
  const program = seen.map((name) => /page-(\w+)_bg\.wasm/.exec(name)?.[1]).find(Boolean);
  return { program, builds: [...new Set(seen.map((name) => /engine\.js\?(\w+)/.exec(name)?.[1]).filter(Boolean))] };
}

const works = async (page) => assert.equal(await (await read(page, SEEDS[0])).evaluate((root) => root.textContent), seedText(SEEDS[0]));

test('the next visit after an update is all of the new build, with a network and then without', () => atHost(async ({ page, context, host, build, next }) => {
  await kept(page);
  const old = await madeFrom(page);
  assert.deepEqual(old.builds, [build]);
  host.files = next;
  await page.reload();
  await ready(page);
  await works(page);
  const now = await madeFrom(page);
  assert.notEqual(now.program, old.program);
  assert.deepEqual(now.builds, [[...build].reverse().join('')]);
  await kept(page);
  await page.waitForTimeout(4000);
  await context.setOffline(true);
  await page.reload();
  await ready(page);
  await works(page);
  assert.deepEqual(await madeFrom(page), now);
}));

test('an open page never takes the worker of a newer build', () => atHost(async ({ page, host, next }) => {
  await page.addInitScript(() => {
    const { Worker } = window;
    window.workers = [];
    window.Worker = class extends Worker {
      constructor(...words) {
        super(...words);
        window.workers.push(this);
      }
    };
  });
  await page.reload();
  await ready(page);
  host.files = next;
  await page.evaluate(() => {
    const worker = window.workers.at(-1);
    worker.terminate();
    worker.dispatchEvent(new ErrorEvent('error', { cancelable: true }));
  });
  await page.waitForFunction(() => document.documentElement.dataset.state === 'failed');
  await page.reload();
  await ready(page);
  await works(page);
}));

test('an update of which a part does not come is not mixed with the old build', () => atHost(async ({ page, host, next }) => {
  await kept(page);
  host.files = next;
  host.refused = (file) => file.startsWith('worker');
  await page.reload();
  await page.waitForFunction(() => document.documentElement.dataset.state === 'failed');
  host.refused = () => false;
  await page.reload();
  await ready(page);
  await works(page);
}));
