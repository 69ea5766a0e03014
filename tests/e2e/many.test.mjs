// Thousands of articles, in small: several workers, what is read first, what is let go of and comes back.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';

import { choose, inLibrary, launch, read, ready, searchingKills, show, visiting } from './browser.mjs';

const news = (number) => `Berita Nomor ${number}\n\nBANDUNG, Contoh.com - Wali Kota Siti Rahma tiba di Bandung pada ${number % 27 + 1} Maret 2025.\n\n`
  + `“Ada ${number * 3} rumah rusak,” kata Rahma kepada wartawan.\n`;
const name = (number) => `b${String(number).padStart(3, '0')}.txt`;
const files = (count) => Array.from({ length: count }, (_, number) => ({ name: name(number), text: news(number) }));

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

/** Notes in `window.asked` what workers are asked for: the number of the request, and the article if it names one; lets the
 *  page believe in a machine of so many threads. */
const listen = (page, threads) => page.context().addInitScript((count) => {
  Object.defineProperty(Navigator.prototype, 'hardwareConcurrency', { get: () => count });
  window.asked = [];
  window.held = [];
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function postMessage(bytes, ...rest) {
    const [kind] = bytes;
    const article = /b\d\d\d\.txt/.exec(new TextDecoder().decode(bytes.subarray(0, 40)))?.[0];
    window.asked.push({ kind, article });
    const send = () => post.call(this, bytes, ...rest);
    if (article && window.hold) window.held.push(send);
    else send();
  };
  window.release = () => {
    window.hold = false;
    for (const send of window.held.splice(0)) send();
  };
}, threads);
const [ANALYZE, READ] = [0, 4];
const readings = (page) => page.evaluate(([one, other]) => window.asked
  .filter(({ kind, article }) => article && (kind === one || kind === other)).map(({ article }) => article), [ANALYZE, READ]);

/** All that is found in these articles, by a page that believes in so many threads; and how many workers it had at once. */
async function foundBy(threads, given) {
  let found;
  await visiting(browser, async (page) => {
    await listen(page, threads);
    await page.reload();
    await ready(page);
    const counts = [];
    page.on('worker', () => counts.push(page.workers().length));
    // However fast one worker is, more are started while enough articles wait.
    await page.evaluate(() => { window.hold = true; });
    const second = threads > 1 ? page.waitForEvent('worker') : null;
    await choose(page, ...given);
    await inLibrary(page, given[40].name).waitFor();
    await second;
    await page.evaluate(() => window.release());
    await inLibrary(page, given.at(-1).name).waitFor();
    await ready(page);
    const download = page.waitForEvent('download');
    await page.locator('[data-export="json"]').click();
    const events = await page.locator('[data-testid="library"] .event').evaluateAll((all) =>
      all.map((event) => [...event.querySelectorAll('[data-doc]')].map((row) => row.dataset.doc)));
    found = { workers: Math.max(1, ...counts), left: page.workers().length, json: await readFile(await (await download).path(), 'utf8'), events };
  });
  return found;
}

test('several workers find what one finds, and rest when all is read', async () => {
  const given = files(150);
  const alone = await foundBy(1, given);
  const several = await foundBy(8, given);
  assert.equal(alone.workers, 1);
  assert.ok(several.workers > 1 && several.workers <= 4, `${several.workers} workers`);
  assert.equal(several.left, 1);
  assert.equal(JSON.parse(alone.json).articles.length, 155);
  assert.equal(several.json, alone.json);
  assert.deepEqual(several.events, alone.events);
});

test('what the reader opens is read next', () => visiting(browser, async (page) => {
  await listen(page, 1);
  await page.reload();
  await ready(page);
  await page.evaluate(() => { window.hold = true; });
  await choose(page, ...files(60));
  await inLibrary(page, name(40)).waitFor();
  await page.evaluate((file) => { location.hash = `#/read/${file}`; }, name(40));
  await page.locator('article.first', { hasText: 'Berita Nomor 40' }).waitFor();
  await page.evaluate(() => window.release());
  await inLibrary(page, name(59)).waitFor();
  await ready(page);
  const order = await readings(page);
  assert.deepEqual(order.slice(0, 2), [name(0), name(40)]);
  assert.equal(new Set(order).size, 60);
}));

test('what is cancelled keeps what was read', () => visiting(browser, async (page) => {
  await listen(page, 1);
  await page.reload();
  await ready(page);
  await choose(page, ...files(20));
  await inLibrary(page, name(19)).waitFor();
  await ready(page);
  await page.evaluate(() => { window.hold = true; });
  await choose(page, ...files(60).slice(20));
  await page.locator('.keeping', { hasText: 'dari' }).waitFor();
  await page.locator('[data-testid="cancel"]').click();
  await page.evaluate(() => window.release());
  await ready(page);
  const kept = await page.locator('[data-testid="library"] [data-doc^="b"]').evaluateAll((all) => all.map((row) => row.dataset.doc));
  assert.deepEqual(kept.toSorted(), files(20).map((file) => file.name));
  assert.equal(await page.locator('.counts', { hasText: 'dibaca' }).count(), 0);
}));

test('of many articles those that were read once are not read again on the next visit, and are opened, searched and compared', () => visiting(browser, async (page) => {
  await listen(page, 2);
  await page.reload();
  await ready(page);
  await choose(page, ...files(120));
  await inLibrary(page, name(119)).waitFor();
  await ready(page);
  await page.locator('[data-testid="kept"]').filter({ hasText: 'Tersimpan' }).waitFor();
  // Articles come back in another order than they were added in.
  const told = async () => (await page.locator('[data-testid="library"] [data-doc]').allTextContents()).toSorted();
  const before = await told();
  // What was found is put away in the background.
  await page.waitForFunction((count) => new Promise((resolve) => {
    const opening = indexedDB.open('silang-found');
    opening.onsuccess = () => {
      const counting = opening.result.transaction('found').objectStore('found').count();
      counting.onsuccess = () => { opening.result.close(); resolve(counting.result === count); };
    };
  }), 120);
  await page.reload();
  await ready(page);
  await inLibrary(page, name(119)).waitFor();
  assert.deepEqual(await readings(page), []);
  assert.deepEqual(await told(), before);
  const article = await read(page, name(77));
  assert.equal(await article.evaluate((root) => root.textContent), news(77));
  assert.equal(await article.locator('[data-layer="statement"]').first().getAttribute('data-speaker'), 'Siti Rahma');
  await page.locator('[data-testid="search"]').fill('231 rumah');
  await page.locator('[data-testid="hits"]').getByText('1 hasil').waitFor();
  await page.locator('[data-testid="search"]').press('Enter');
  await page.waitForFunction((file) => location.hash === `#/read/${file}`, name(77));
  await show(page, `#/compare/${name(5)},${name(6)}`);
  await page.locator('[data-testid="compare-matrix"] tbody tr').first().waitFor();
  await page.locator('[data-testid="compare-side"] [data-side="1"]', { hasText: 'Ada 18 rumah rusak' }).waitFor();
  await show(page, '#/timeline');
  await page.locator('.timeline li').first().waitFor();
}));

test('when the worker that keeps many articles dies they come back, texts and facts', () => visiting(browser, async (page) => {
  await searchingKills(page);
  await choose(page, ...files(90));
  await inLibrary(page, name(89)).waitFor();
  await ready(page);
  await page.locator('[data-testid="kept"]').filter({ hasText: 'Tersimpan' }).waitFor();
  await page.locator('[data-testid="search"]').fill('MEMATIKAN');
  await page.waitForFunction(() => document.documentElement.dataset.state === 'working');
  await ready(page);
  const article = await read(page, name(33));
  assert.equal(await article.evaluate((root) => root.textContent), news(33));
  await article.locator('[data-layer="person"]').first().waitFor();
  await page.locator('[data-testid="search"]').fill('99 rumah');
  await page.locator('[data-testid="hits"]').getByText('1 hasil').waitFor();
}, { serviceWorkers: 'block' }));

test('a long list is there as a whole, and told in full where it is in view', () => visiting(browser, async (page) => {
  await choose(page, ...files(640));
  await inLibrary(page, name(639)).waitFor();
  await ready(page);
  assert.equal(await page.locator('[data-testid="library"] [data-doc^="b"]').count(), 640);
  const told = page.locator('[data-testid="library"] li:not(.far)');
  assert.ok(await told.count() < 300, `${await told.count()} lines in full`);
  const last = page.locator('[data-testid="library"] [data-doc]').last();
  await last.scrollIntoViewIfNeeded();
  await last.locator('a').waitFor();
  await last.locator('a').click();
  await page.waitForFunction((css) => document.querySelector(css)?.textContent.startsWith('Berita Nomor'), '[data-testid="article"]');
}));
