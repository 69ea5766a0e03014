import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { choose, drop, inLibrary, launch, read, ready, visiting } from './browser.mjs';
import { SEEDS, seedBytes, seedText } from './silang.mjs';

const OWN = {
  name: 'pasar.txt',
  text: 'Pasar Lama Terbakar\n\nJakarta - Kebakaran melanda Pasar Lama pada Senin (3/3/2025). "Tidak ada korban jiwa," kata Siti Rahma.\n',
};

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

/** The page still works: every seed is there and can be read. */
async function nothingIsLost(page) {
  for (const file of SEEDS) await inLibrary(page, file).first().waitFor();
  const article = await read(page, SEEDS[0]);
  assert.equal(await article.evaluate((root) => root.textContent), seedText(SEEDS[0]));
}

/** Adds a file and waits until the page either lists it or says something of it by name. */
async function added(page, file, timeout = 30_000) {
  await choose(page, file);
  await page.getByText(file.name).or(inLibrary(page, file.name)).first().waitFor({ timeout });
  await ready(page, timeout);
}

test('a dropped file joins the library and can be read', () => visiting(browser, async (page) => {
  await drop(page, OWN);
  await inLibrary(page, OWN.name).first().waitFor();
  const article = await read(page, OWN.name);
  assert.equal(await article.evaluate((root) => root.textContent), OWN.text);
  assert.ok(await article.locator('[data-layer="time"]').count() > 0, 'its date is marked');
}));

test('a chosen file is still there after a reload', () => visiting(browser, async (page) => {
  await added(page, OWN);
  await inLibrary(page, OWN.name).first().waitFor();
  await page.reload();
  await ready(page);
  await inLibrary(page, OWN.name).first().waitFor();
  const article = await read(page, OWN.name);
  assert.equal(await article.evaluate((root) => root.textContent), OWN.text);
}));

test('the same file twice is one article', () => visiting(browser, async (page) => {
  await added(page, OWN);
  await added(page, OWN);
  assert.equal(await inLibrary(page, OWN.name).count(), 1);
}));

test('one line without a line break is an article', () => visiting(browser, async (page) => {
  const line = { name: 'baris.txt', text: 'Presiden tiba di Jakarta pada 3 Maret 2025' };
  await added(page, line);
  const article = await read(page, line.name);
  assert.equal(await article.evaluate((root) => root.textContent), line.text);
}));

const BAD = [
  { name: 'kosong.txt', text: '', why: 'an empty file' },
  { name: 'biner.txt', text: Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 97) % 256)), why: 'a binary file' },
  { name: 'rusak.txt', text: Buffer.from('Gubernur \xff\xfe\x80 berkata \xe9\n', 'latin1'), why: 'a file that is not UTF-8' },
];
for (const { why, ...file } of BAD) {
  test(`${why} gets an answer and loses nothing`, () => visiting(browser, async (page) => {
    await added(page, file);
    await nothingIsLost(page);
  }));
}

test('a file of 20 MB gets an answer and loses nothing', () => visiting(browser, async (page) => {
  const bytes = Buffer.concat(SEEDS.map(seedBytes));
  const text = Buffer.concat(Array(Math.ceil(20_000_000 / bytes.length)).fill(bytes)).subarray(0, 20_000_000);
  await added(page, { name: 'besar.txt', text }, 120_000);
  await nothingIsLost(page);
}));
