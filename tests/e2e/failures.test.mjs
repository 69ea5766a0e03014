// What goes wrong around the page: its worker dies, its tab is closed, its clock jumps. Nothing is lost, the rest goes on.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { choose, deadly, inLibrary, launch, read, ready, visiting } from './browser.mjs';
import { SEEDS, seedText } from './silang.mjs';

const news = (number) => `Berita Nomor ${number}\n\nWali Kota Siti Rahma tiba di Bandung pada ${number} Maret 2025.\n`;
const textOf = (article) => article.evaluate((root) => root.textContent);

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const DEATHS = {
  'an error that nobody catches': 'throw new Error("dead");',
  'a trap in WebAssembly': `new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(
    [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11]))).exports.f();`,
  'no memory left': 'new WebAssembly.Memory({ initial: 65536 }); new ArrayBuffer(2 ** 53);',
  'a stack without end': 'const deeper = () => deeper() + 1; deeper();',
};

for (const [name, death] of Object.entries(DEATHS)) {
  test(`a worker that dies in mid-work of ${name} loses nothing but that article`, () => visiting(browser, async (page) => {
    await deadly(page, 'MEMATIKAN', death);
    await choose(page, { name: 'a.txt', text: news(1) }, { name: 'mati.txt', text: `${news(2)}MEMATIKAN\n` }, { name: 'b.txt', text: news(3) });
    await page.locator('[data-testid="notices"]').getByText('mati.txt: pembacaan gagal').waitFor();
    await ready(page);
    assert.equal(await textOf(await read(page, 'a.txt')), news(1));
    const article = await read(page, 'b.txt');
    assert.equal(await textOf(article), news(3));
    await article.locator('[data-layer="person"]').first().waitFor();
    for (const file of SEEDS) await inLibrary(page, file).first().waitFor();
    await choose(page, { name: 'c.txt', text: news(4) });
    await inLibrary(page, 'c.txt').waitFor();
    // What is not told to be saved yet may go with the page.
    await page.locator('[data-testid="kept"]').filter({ hasText: 'Tersimpan di peramban ini' }).waitFor();
    await page.context().unroute('**/engine.js*');
    await page.reload();
    await ready(page);
    for (const file of ['a.txt', 'b.txt', 'c.txt']) await inLibrary(page, file).waitFor();
  }, { serviceWorkers: 'block' }));
}

test('a tab that is closed while it saves leaves whole articles', () => visiting(browser, async (page, site) => {
  const files = Array.from({ length: 40 }, (_, index) => ({ name: `b${index}.txt`, text: news(index + 1).repeat(400) }));
  for (const patience of [0, 30, 300]) {
    const tab = await page.context().newPage();
    await tab.goto(site.url);
    await ready(tab);
    await choose(tab, ...files);
    await new Promise((resolve) => { setTimeout(resolve, patience); });
    await tab.close();
    await page.reload();
    await ready(page);
    const kept = await page.locator('[data-testid="library"] [data-doc^="b"]').evaluateAll((all) => all.map((one) => one.dataset.doc));
    for (const file of kept.slice(0, 3)) {
      assert.equal(await textOf(await read(page, file)), files.find(({ name }) => name === file).text);
    }
  }
  await choose(page, ...files);
  await inLibrary(page, 'b39.txt').waitFor();
  await ready(page);
  assert.equal(await page.locator('[data-testid="library"] [data-doc^="b"]').count(), files.length);
  assert.equal(await textOf(await read(page, SEEDS[0])), seedText(SEEDS[0]));
}));

test('a clock that jumps changes nothing that is found', () => visiting(browser, async (page) => {
  await page.addInitScript(() => {
    const real = Date.now;
    window.ahead = 0;
    Date.now = () => real() + window.ahead;
  });
  const text = 'Judul\n\nSiti Rahma tiba di Bandung kemarin. Ia kembali dua hari lagi, kata dia, Senin (3/3/2025).\n';
  const marks = async (file) => {
    const article = await read(page, file);
    return article.locator('[data-layer]').evaluateAll((all) => all.map(({ dataset, textContent }) => ({ ...dataset, textContent })));
  };
  await page.reload();
  await ready(page);
  const CENTURY = 100 * 365 * 86_400_000;
  const found = [];
  for (const [name, ahead] of [['kini.txt', 0], ['nanti.txt', CENTURY], ['dulu.txt', -CENTURY]]) {
    await page.evaluate((milliseconds) => { window.ahead = milliseconds; }, ahead);
    await choose(page, { name, text: `${text}${name}` });
    await inLibrary(page, name).waitFor();
    await ready(page);
    found.push(await marks(name));
  }
  assert.ok(found[0].length > 3);
  assert.deepEqual(found[1], found[0]);
  assert.deepEqual(found[2], found[0]);
  await page.reload();
  await ready(page);
  for (const name of ['kini.txt', 'nanti.txt', 'dulu.txt']) await inLibrary(page, name).waitFor();
}));
