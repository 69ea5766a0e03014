// What a reader adds: many files, folders, archives, other forms of text, links; and what other tabs do.
import assert from 'node:assert/strict';
import { mkdtemp, mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { crc32, deflateRawSync } from 'node:zlib';

import { choose, inLibrary, launch, read, ready, show, visiting } from './browser.mjs';
import { SEEDS, seedText } from './silang.mjs';

const news = (number) => `Berita Nomor ${number}\n\nWali Kota Siti Rahma tiba di Bandung pada ${number} Maret 2025.\n`;

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

/** A ZIP archive of texts, made small. */
function zip(files) {
  const parts = [];
  const directory = [];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const [path, raw] = [Buffer.from(name), Buffer.from(text)];
    const packed = deflateRawSync(raw);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(raw), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(raw.length, 18);
    head.writeUInt16LE(path.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), head, place, path);
    const local = [Buffer.from('PK\x03\x04', 'latin1'), head, path, packed];
    parts.push(...local);
    at += Buffer.concat(local).length;
  }
  const table = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  const count = Object.keys(files).length;
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(table.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, table, end]);
}

test('an archive, a folder, Markdown and HTML are read; scripts never run', () => visiting(browser, async (page) => {
  await choose(page, { name: 'berita.zip', text: zip({ 'map/satu.txt': news(1), 'dua.md': `# ${news(2)}` }) });
  for (const name of ['satu.txt', 'dua.md']) await inLibrary(page, name).waitFor();
  const html = '<title>x</title><nav><p>Beranda</p></nav><article><h1>Judul Tiga</h1><p>Hujan di <b>Bandung</b>.</p>'
    + '<script>window.ran = true</script></article>';
  await choose(page, { name: 'tiga.html', text: html });
  const article = await read(page, 'tiga.html');
  assert.equal(await article.evaluate((root) => root.textContent), 'Judul Tiga\nHujan di Bandung.');
  assert.equal(await page.evaluate(() => window.ran), undefined);
  assert.equal(await (await read(page, 'dua.md')).evaluate((root) => root.textContent.split('\n')[0]), 'Berita Nomor 2');
  const folder = await mkdtemp(path.join(tmpdir(), 'silang-'));
  await mkdir(path.join(folder, 'dalam'));
  await writeFile(path.join(folder, 'dalam', 'empat.txt'), news(4));
  await page.locator('[data-testid="add-folder"]').setInputFiles(folder);
  await inLibrary(page, 'empat.txt').waitFor();
}));

test('many files are taken in, those that fail are named with the reason', () => visiting(browser, async (page) => {
  const files = Array.from({ length: 60 }, (_, index) => ({ name: `b${index}.txt`, text: news(index + 1) }));
  files.splice(30, 0, { name: 'rusak.zip', text: 'bukan arsip' }, { name: 'kosong.txt', text: '' });
  await choose(page, ...files);
  await inLibrary(page, 'b59.txt').waitFor();
  await ready(page);
  const notices = page.locator('[data-testid="notices"]');
  assert.match(await notices.textContent(), /rusak\.zip: arsip ini tidak dapat dibuka.*kosong\.txt: berkas ini kosong/s);
  assert.match(await page.locator('[data-testid="kept"]').textContent(), /Tersimpan di peramban ini/);
}));

test('500 reprints of one text are taken in at once, with progress, and compared', () => visiting(browser, async (page) => {
  const text = (number) => `${seedText(SEEDS[0]).trimEnd()}\n\nPewarta ke-${number} melaporkan ${number * 31} warga.\n`;
  const files = Array.from({ length: 500 }, (_, index) => ({ name: `b${index}.txt`, text: text(index) }));
  files.splice(100, 0, { name: 'kosong.txt', text: '' }, { name: 'biner.txt', text: Buffer.alloc(64) });
  await choose(page, ...files);
  await page.locator('.keeping progress').waitFor();
  await inLibrary(page, 'b499.txt').waitFor();
  await ready(page, 600_000);
  const notices = await page.locator('[data-testid="notices"]').textContent();
  assert.match(notices, /kosong\.txt: berkas ini kosong.*biner\.txt: ini bukan berkas teks/s);
  const event = page.locator('.event', { has: page.locator('[data-doc="b0.txt"]') });
  assert.ok(await event.locator('[data-doc^="b"]').count() === 500, 'all are one event');
  await show(page, '#/compare/b3.txt,b303.txt');
  await page.locator('[data-testid="compare-matrix"] tbody tr').first().waitFor();
  await show(page, '#/compare/');
  await page.locator('[data-testid="compare-statements"] li').first().waitFor();
}));

test('rich text that is pasted is read as its main text, and nothing in it runs', () => visiting(browser, async (page) => {
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'polos');
    clipboardData.setData('text/html', '<meta charset="utf-8"><nav><p>Beranda</p></nav><h1>Judul Kaya</h1><ul><li><p>Satu</p></li><li>Dua<br>Tiga</li></ul>'
      + '<p>Banjir di <i>Garut</i>.<img src="x"></p><script>window.ran = true</script><aside>Iklan</aside>');
    document.body.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }));
  });
  const article = await read(page, 'tempelan.txt');
  assert.equal(await article.evaluate((root) => root.textContent), 'Judul Kaya\nSatu\nDua\nTiga\nBanjir di Garut.');
  assert.equal(await page.evaluate(() => window.ran), undefined);
}));

test('what is copied out of a plain editor stays as it is, and a page of loose lines is read too', () => visiting(browser, async (page) => {
  const paste = (plain, html) => page.evaluate(([text, rich]) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    if (rich) clipboardData.setData('text/html', rich);
    document.body.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }));
  }, [plain, html]);
  await paste('Judul\n\n  Isi  berita.');
  const article = await read(page, 'tempelan.txt');
  assert.equal(await article.evaluate((root) => root.textContent), 'Judul\n\n  Isi  berita.');
  const teasers = '<article><p>Teras berita lain</p></article><article><p>Dua</p></article>';
  await choose(page, { name: 'longgar.html', text: `<div><h1>Judul</h1></div><div>Alinea satu.<br><br>Alinea dua.</div>` },
    { name: 'teras.html', text: `<main><h1>Judul Utama</h1><p>Isi berita yang panjang, lebih dari teras di bawahnya itu.</p>${teasers}</main>` });
  assert.match(await (await read(page, 'teras.html')).evaluate((root) => root.textContent), /^Judul Utama\nIsi berita/);
  assert.match(await (await read(page, 'longgar.html')).evaluate((root) => root.textContent), /^Judul\nAlinea satu\.\nAlinea dua\.$/);
}));

test('adding many can be cancelled', () => visiting(browser, async (page) => {
  const files = Array.from({ length: 300 }, (_, index) => ({ name: `b${index}.txt`, text: news(index + 1).repeat(40) }));
  await choose(page, ...files);
  await page.locator('[data-testid="cancel"]').click();
  await ready(page);
  const count = await page.locator('[data-testid="library"] [data-doc]').count();
  assert.ok(count < 250, `${count} articles`);
}));

test('two tabs show the same and overwrite nothing', () => visiting(browser, async (page, site) => {
  const other = await page.context().newPage();
  await other.goto(site.url);
  await ready(other);
  await Promise.all([choose(page, { name: 'sama.txt', text: news(1) }), choose(other, { name: 'sama.txt', text: news(2) })]);
  for (const tab of [page, other]) {
    await inLibrary(tab, 'sama.txt').waitFor();
    await inLibrary(tab, 'sama (2).txt').waitFor();
  }
  await Promise.all([ready(page), ready(other)]);
  await read(other, 'sama.txt');
  await other.locator('[data-testid="article"] [data-layer="person"]').first().click();
  await other.locator('[data-testid="not-a-name"]').click();
  await page.locator('[data-testid="corrections"] li').first().waitFor();
  await other.locator('[data-testid="library"] [data-doc="sama (2).txt"]').getByRole('button').click();
  await page.waitForFunction(() => document.querySelectorAll('[data-testid="library"] [data-doc^="sama"]').length === 1);
  await page.reload();
  await ready(page);
  assert.equal(await page.locator('[data-testid="library"] [data-doc^="sama"]').count(), 1);
}));

/** Lets no tab hear of another until `release` is called in it. */
const deafen = (context) => context.addInitScript(() => {
  const held = [];
  const tell = BroadcastChannel.prototype.postMessage;
  BroadcastChannel.prototype.postMessage = function postMessage(...words) { held.push(() => tell.apply(this, words)); };
  window.release = () => {
    BroadcastChannel.prototype.postMessage = tell;
    for (const told of held.splice(0)) told();
  };
});

const CORRECTIONS = '[data-testid="corrections"] li';

/** Tells the page that the open mark names nobody. */
async function drop(page, file, words) {
  const article = await read(page, file);
  await article.locator('[data-layer]:not([data-layer="statement"])', { hasText: words }).first().click();
  await page.locator('[data-testid="not-a-name"]').click();
  await page.locator(CORRECTIONS).filter({ hasText: words }).waitFor();
}

const corrected = (page, ...all) => page.waitForFunction(([css, words]) => {
  const told = [...document.querySelectorAll(css)].map((line) => line.textContent);
  return told.length === words.length && words.every((word) => told.some((line) => line.includes(word)));
}, [CORRECTIONS, all]);

test('two tabs that correct before they hear of each other lose no correction', () => visiting(browser, async (page, site) => {
  await choose(page, { name: 'a.txt', text: news(1) });
  await inLibrary(page, 'a.txt').waitFor();
  await page.locator('[data-testid="kept"]').filter({ hasText: 'Tersimpan' }).waitFor();
  await deafen(page.context());
  const other = await page.context().newPage();
  await other.goto(site.url);
  await page.reload();
  await Promise.all([ready(page), ready(other)]);
  await Promise.all([drop(page, 'a.txt', 'Siti Rahma'), drop(other, 'a.txt', 'Bandung')]);
  for (const tab of [page, other]) await tab.evaluate(() => window.release());
  for (const tab of [page, other]) await corrected(tab, 'Siti Rahma', 'Bandung');
  await page.keyboard.press('z');
  for (const tab of [page, other]) await corrected(tab, 'Bandung');
  await page.keyboard.press('y');
  for (const tab of [page, other]) await corrected(tab, 'Siti Rahma', 'Bandung');
  await page.reload();
  await ready(page);
  await corrected(page, 'Siti Rahma', 'Bandung');
}));

test('a correction made while the page is loading and another tab corrects is kept beside the other', () => visiting(browser, async (page, site) => {
  let go;
  const held = new Promise((resolve) => { go = resolve; });
  const other = await page.context().newPage();
  await other.route(`**/${encodeURIComponent(SEEDS.at(-1))}`, async (route) => {
    await held;
    await route.continue();
  });
  await other.goto(site.url);
  await other.locator('[data-testid="article"] [data-layer]').first().waitFor();
  assert.equal(await other.evaluate(() => document.documentElement.dataset.state), 'loading');
  const name = (tab, at) => tab.locator('[data-testid="article"] [data-layer="person"]').nth(at).getAttribute('data-entity');
  const first = await name(page, 0);
  const second = await page.locator(`[data-testid="article"] [data-layer="person"]:not([data-entity="${first}"])`).first().getAttribute('data-entity');
  const drops = async (tab, entity) => {
    await tab.locator(`[data-testid="article"] [data-entity="${entity}"]`).first().click();
    await tab.locator('[data-testid="not-a-name"]').click();
  };
  await Promise.all([drops(other, first), drops(page, second)]);
  for (const tab of [page, other]) await corrected(tab, first, second);
  go();
  await ready(other);
  await corrected(other, first, second);
  await other.reload();
  await ready(other);
  await corrected(other, first, second);
}, { serviceWorkers: 'block' }));

test('corrections that an earlier version of the page kept are taken over', () => visiting(browser, async (page) => {
  await page.evaluate(() => localStorage.setItem('silang.corrections', JSON.stringify([{ NotAName: 'Siti Rahma' }])));
  await page.reload();
  await ready(page);
  await corrected(page, 'Siti Rahma');
  await page.locator(CORRECTIONS).getByRole('button').click();
  await corrected(page);
  await page.reload();
  await ready(page);
  await corrected(page);
}));

test('a link holds a text', () => visiting(browser, async (page) => {
  await choose(page, { name: 'a.txt', text: news(7) });
  await read(page, 'a.txt');
  await page.locator('[data-testid="share"]').click();
  await page.getByText('Tersalin.').waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(link, /#\/text\/[\w-]+$/);
  await page.locator('[data-testid="library"] [data-doc="a.txt"]').getByRole('button').click();
  await page.goto('about:blank');
  await page.goto(link);
  const article = page.locator('[data-testid="article"]');
  await page.waitForFunction(() => location.hash.startsWith('#/read/'));
  await page.waitForFunction((text) => document.querySelector('[data-testid="article"]')?.textContent === text, news(7));
  await article.waitFor();
}, { permissions: ['clipboard-read', 'clipboard-write'] }));

test('a browser that keeps nothing is told of', () => visiting(browser, async (page) => {
  await page.addInitScript(() => { IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); }; });
  await page.reload();
  await ready(page);
  await page.getByText('tidak menyimpan apa pun').waitFor();
  await choose(page, { name: 'a.txt', text: news(7) });
  await page.getByText('a.txt: peramban menolak menyimpan').waitFor();
  await inLibrary(page, 'a.txt').waitFor();
}));

test('a full disk is told of', () => visiting(browser, async (page) => {
  await page.addInitScript(() => { IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); }; });
  await page.reload();
  await ready(page);
  await choose(page, { name: 'a.txt', text: news(7) });
  await page.getByText('a.txt: tempat simpan peramban penuh').waitFor();
}));

test('what was added is told, what was removed can be brought back', () => visiting(browser, async (page) => {
  await choose(page, { name: 'b1.txt', text: news(1) }, { name: 'b2.txt', text: news(2) });
  const notices = page.locator('[data-testid="notices"]');
  await notices.getByText('2 artikel ditambahkan').waitFor();
  await notices.locator('a').click();
  await page.waitForFunction(() => location.hash === '#/read/b1.txt');
  await inLibrary(page, 'b1.txt').locator('button').click();
  await inLibrary(page, 'b1.txt').waitFor({ state: 'detached' });
  assert.equal(await page.evaluate(() => location.hash), '#/');
  await page.locator('[data-testid="bring-back"]').click();
  await inLibrary(page, 'b1.txt').waitFor();
  assert.equal(await notices.locator('li').count(), 0);
  await page.reload();
  await inLibrary(page, 'b1.txt').waitFor();
}));

test('the articles of the site can be put out of the way, and back', () => visiting(browser, async (page) => {
  assert.equal(await page.locator('[data-testid="alone"]').count(), 0);
  await choose(page, { name: 'b1.txt', text: news(1) });
  await page.locator('[data-testid="alone"]').click();
  await inLibrary(page, SEEDS[0]).waitFor({ state: 'detached' });
  await ready(page);
  await page.reload();
  await inLibrary(page, 'b1.txt').waitFor();
  assert.equal(await inLibrary(page, SEEDS[0]).count(), 0);
  await page.locator('[data-testid="alone"]').click();
  await inLibrary(page, SEEDS[0]).waitFor();
  await ready(page);
}));
