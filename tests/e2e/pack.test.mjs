// A site with a large archive, in small: its pack is listed, opened, searched and compared part by part.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { choose, inLibrary, launch, read, ready, searchingKills, serviceWorker, show, visiting } from './browser.mjs';
import { packedSite } from './packed.mjs';

const COUNT = 60;

const syllables = ['ba', 'ke', 'lo', 'mi', 'nu', 'ra', 'si', 'ta', 'wo', 'ge'];
/** A word of its own for each number. */
const word = (number, salt) => [...String(number * 7 + salt * 1009 + 10_000)].map((digit) => syllables[digit]).join('');
const cap = (text) => text[0].toUpperCase() + text.slice(1);
/** Two articles each tell one event in words that no other event has. */
function news(number) {
  const [what, where, who, which] = [1, 2, 3, 4].map((salt) => word(number >> 1, salt));
  const end = number % 2 ? `Warga ${which} menunggu kabar ${what} itu.` : `Kabar ${what} itu ditunggu warga ${which}.`;
  return `${cap(what)} ${which} ${cap(where)}\n\nBANDUNG, Contoh.com - ${cap(what)} ${which} terjadi di ${cap(where)} pada ${number % 5 + 1} Maret 2025.\n\n`
    + `“Ada ${1000 + number} ${which} rusak,” kata Bupati ${cap(who)} Rahma kepada wartawan.\n\n${end}\n`;
}
const name = (number) => `b${String(number).padStart(2, '0')}.txt`;

let browser;
let folder;
/** The files of a site with the pack. */
let files;

before(async () => {
  browser = await launch();
  folder = mkdtempSync(path.join(tmpdir(), 'silang-pack-'));
  for (let number = 0; number < COUNT; number += 1) writeFileSync(path.join(folder, name(number)), news(number));
  files = packedSite(folder, 3000);
});
after(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

const HEIGHT = 300;
/** Visits the site in a low window; `asked` gives the files of articles that were asked for since it was last called. */
const reading = (visit, options = {}) => visiting(browser, async (page, site) => {
  const seen = new Set();
  const asked = async () => {
    const workers = await Promise.all(page.workers().map((worker) =>
      worker.evaluate(() => performance.getEntriesByType('resource').map((entry) => entry.name))));
    const own = await page.evaluate(() => performance.getEntriesByType('resource').map((entry) => entry.name));
    const all = [...workers.flat(), ...own].map((url) => url.slice(site.url.length)).filter((file) => file.startsWith('seeds/'));
    const fresh = all.filter((file) => !seen.has(file));
    fresh.forEach((file) => seen.add(file));
    return fresh;
  };
  await visit(page, asked, site);
}, { files, viewport: { width: 1200, height: HEIGHT }, ...options });

const listed = (page) => page.locator('[data-testid="library"] [data-doc]').count();
const rail = (page) => page.locator('.rail');

test('opening the site asks for the first files only, and scrolling for more', () => reading(async (page, asked) => {
  assert.equal((await asked()).length, 3, 'the index, lines, articles');
  const first = await listed(page);
  assert.ok(first > 5 && first < COUNT / 2, `${first} of ${COUNT} listed`);
  await rail(page).getByText(`dan ${COUNT - first} lagi`).waitFor();
  const article = page.locator('[data-testid="article"]');
  assert.equal(await article.evaluate((root) => root.textContent), news(0));
  await article.locator('[data-layer="statement"]').first().waitFor();
  assert.equal(await page.locator('.library .event').first().locator('[data-doc]').count(), 2);
  await rail(page).evaluate((list) => { list.scrollTop = list.scrollHeight; });
  await page.waitForFunction((count) => document.querySelectorAll('[data-testid="library"] [data-doc]').length > count, first);
  await page.waitForTimeout(1000);
  assert.ok(await listed(page) < COUNT, 'what is below the list does not pull all of it in');
  while (await listed(page) < COUNT) {
    await rail(page).evaluate((list) => { list.scrollTop = list.scrollHeight; });
    await page.waitForTimeout(50);
  }
  assert.equal(await page.locator('.library .event').count(), COUNT / 2);
  assert.equal(await rail(page).getByText(/^dan \d+ lagi/).count(), 0);
  const more = await asked();
  assert.ok(more.length > 2 && more.every((file) => /^seeds\/pack\/[0-9a-f]{16}\.bin$/.test(file)), more.join(' '));
}));

test('a far article is opened by its address, with the file that it is in', () => reading(async (page, asked) => {
  const article = page.locator('[data-testid="article"]');
  assert.equal(await article.evaluate((root) => root.textContent), news(49));
  const start = await asked();
  // The index, the first lines, the words that tell where it is, its lines, its file.
  assert.ok(start.length <= 5, start.join(' '));
  await show(page, `#/compare/${name(30)},${name(31)}`);
  await page.locator('[data-testid="compare-matrix"] tbody tr').first().waitFor();
  await page.locator('[data-testid="compare-side"] [data-side="1"]', { hasText: '1031' }).waitFor();
  await show(page, '#/read/tiada.txt');
  await page.locator('[data-testid="notices"]', { hasText: 'tiada.txt' }).waitFor();
}, { path: `#/read/${name(49)}` }));

test('words are found in articles that were never loaded, and open them', () => reading(async (page, asked) => {
  await asked();
  const search = page.locator('[data-testid="search"]');
  const hits = page.locator('[data-testid="hits"]');
  await search.fill('Ada 1055 ');
  await hits.getByText('1 hasil').waitFor();
  assert.ok((await asked()).length > 0);
  assert.equal(await inLibrary(page, name(55)).count(), 0);
  await search.press('Enter');
  await page.waitForFunction((file) => location.hash === `#/read/${file}`, name(55));
  await page.locator('[data-testid="article"]', { hasText: '1055' }).waitFor();
  await search.fill(`penutur: ${word(20, 3)}`);
  await hits.getByText('2 hasil').waitFor();
  await search.fill('wartaw');
  await page.locator('[data-testid="deeper"]').click();
  await hits.getByText(`${COUNT} hasil`).waitFor();
  assert.equal(await page.locator('[data-testid="deeper"]').count(), 0);
}));

test("own articles stand beside the site's, and corrections hold", () => reading(async (page) => {
  await choose(page, { name: 'punya.txt', text: 'Gempa Garut\n\nWali Kota Siti Rahma tiba di Garut, 3 Maret 2025.\n' });
  await inLibrary(page, 'punya.txt').waitFor();
  await ready(page);
  assert.equal(await page.locator('.library .event').first().locator('[data-doc]').count(), 2);
  await show(page, `#/compare/punya.txt,${name(41)}`);
  await page.locator('[data-testid="compare-side"] [data-side="1"]', { hasText: '1041' }).waitFor();
  await page.locator('[data-testid="kept"]').filter({ hasText: 'Tersimpan' }).waitFor();
  await page.reload();
  await ready(page);
  await inLibrary(page, 'punya.txt').waitFor();
}));

test("own articles join the event of the site's that tell it, listed or not", () => reading(async (page) => {
  const far = COUNT - 10;
  assert.equal(await inLibrary(page, name(far)).count(), 0);
  await choose(page, { name: 'punya.txt', text: news(far).replace(/Ada \d+/, 'Sekitar seribu') });
  const event = page.locator('.library .event', { has: page.locator('[data-doc="punya.txt"]') });
  await event.locator(`[data-doc="${name(far)}"]`).waitFor();
  const docs = await event.locator('[data-doc]').evaluateAll((all) => all.map((line) => line.dataset.doc));
  assert.deepEqual(docs, [name(far), name(far + 1), 'punya.txt']);
}));

test('what was visited is there without a network', () => reading(async (page, asked, site) => {
  await serviceWorker(page);
  const kept = () => page.evaluate(async () => {
    const [cache] = await caches.keys();
    return (await (await caches.open(cache)).keys()).filter(({ url }) => url.includes('/seeds/')).length;
  });
  assert.equal(await kept(), 1, 'the index alone is kept from the start');
  await page.reload();
  await ready(page);
  await read(page, name(44));
  const visited = await kept();
  assert.ok(visited > 1 && visited < [...files.keys()].filter((file) => file.startsWith('seeds/pack/')).length, `${visited} kept`);
  await site.close();
  await page.reload();
  await ready(page);
  const article = await read(page, name(44));
  assert.equal(await article.evaluate((root) => root.textContent), news(44));
}));

test('when the worker dies the pack is there for the next one', () => reading(async (page) => {
  await searchingKills(page);
  await choose(page, { name: 'punya.txt', text: 'Gempa Garut\n\nWali Kota Siti Rahma tiba di Garut, 3 Maret 2025.\n' });
  await inLibrary(page, 'punya.txt').waitFor();
  await ready(page);
  const before = await listed(page);
  await page.locator('[data-testid="search"]').fill('MEMATIKAN');
  await page.waitForFunction(() => document.documentElement.dataset.state === 'working');
  await ready(page);
  assert.ok(await listed(page) >= before);
  await page.waitForFunction(() => document.querySelector('.library .event').querySelectorAll('[data-doc]').length === 2);
  const article = await read(page, name(5));
  assert.equal(await article.evaluate((root) => root.textContent), news(5));
  await article.locator('[data-layer="statement"]').first().waitFor();
}, { serviceWorkers: 'block' }));

test('a pack of another form is told of, and the texts are read', () => {
  const other = new Map(files);
  const index = [...files.get('index.html').toString().matchAll(/data-pack="([^"]+)"/g)][0][1];
  other.set(index, Buffer.from([1, 0, 0, 0xff, 0xff]));
  return reading(async (page) => {
    await page.locator('[data-testid="notices"]', { hasText: 'Arsip situs ini' }).waitFor();
    assert.equal(await listed(page), COUNT);
    const article = await read(page, name(33));
    assert.equal(await article.evaluate((root) => root.textContent), news(33));
    await article.locator('[data-layer="statement"]').first().waitFor();
  }, { files: other, serviceWorkers: 'block' });
});
