// Strings that are known from attacks (attacks.txt), in every place where foreign words come in: nothing runs, nothing is
// asked for, and the words are shown as what they are. `visiting` fails on any complaint of the browser, so also where its
// policy had to step in.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { deflateRawSync } from 'node:zlib';

import { choose, inLibrary, launch, read, ready, serviceWorker, show, visiting } from './browser.mjs';
import { SEEDS } from './silang.mjs';

const ATTACKS = readFileSync(new URL('attacks.txt', import.meta.url), 'utf8').split('\n').filter(Boolean);
/** Names as a reader of articles meets them: in a title, as a person, as a speaker. */
const HOSTILE = `${ATTACKS[0]}\n\n${ATTACKS.map((attack) =>
  `Wali Kota Siti <b>Rahma</b> ${attack} tiba di Bandung, Senin (3/3/2025). "${attack}," kata Siti ${attack}.`).join('\n\n')}\n`;

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

/** Counts what is asked for while `work` goes on. */
async function quietly(page, work) {
  const asked = [];
  const note = (request) => asked.push(request.url());
  page.context().on('request', note);
  await work();
  // Whatever was set in motion has had its turn.
  await page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve, 200)); }));
  page.context().off('request', note);
  // Chromium looks for a page's icon anew at every view; one more worker asks for the files that the first one has.
  const own = /^blob:|\/icon[.]svg$|\/(engine|worker)[.]js[?]\w+$|\/worker_bg[.]wasm[?]\w+$/;
  assert.deepEqual(asked.filter((url) => !own.test(url)), []);
  assert.equal(await page.evaluate(() => window.ran), undefined);
}

const textOf = (article) => article.evaluate((root) => root.textContent);

/** Looks at an article in every view. */
async function lookAt(page, file) {
  await show(page, `#/compare/${encodeURIComponent(file)},${encodeURIComponent(SEEDS[0])}`);
  await page.locator('[data-testid="compare-matrix"]').waitFor();
  await show(page, '#/timeline');
  const article = await read(page, file);
  const mark = article.locator('[data-layer]').first();
  if (await mark.count()) await mark.click();
  return textOf(article);
}

test('attacks in a text are words', () => visiting(browser, async (page) => {
  await serviceWorker(page);
  await quietly(page, async () => {
    await choose(page, { name: 'serangan.txt', text: HOSTILE });
    await inLibrary(page, 'serangan.txt').waitFor();
    assert.equal(await lookAt(page, 'serangan.txt'), HOSTILE);
  });
}));

test('attacks in the names of files are names', () => visiting(browser, async (page) => {
  await serviceWorker(page);
  // What a file system or Chromium does not take in a name.
  const names = ATTACKS.map((attack) => `${attack.replace(/[/\\:]/g, '|')}.txt`);
  await quietly(page, async () => {
    await choose(page, ...names.map((name, index) => ({ name, text: `Berita ${index}\n\nSiti Rahma tiba di Bandung.\n` })));
    await ready(page);
    const shown = await page.locator('[data-testid="library"] [data-doc]').evaluateAll((all) => all.map((one) => one.dataset.doc));
    assert.deepEqual(names.filter((name) => !shown.includes(name)), []);
    for (const name of names.slice(0, 3)) assert.match(await lookAt(page, name), /Siti Rahma/);
  });
}));

// Without the page's policy: Chromium tells of it even where it would not run what it parses. So nothing but the page stands
// between the attacks and the reader here.
test('attacks in a page of HTML are left out or are words', () => visiting(browser, async (page) => {
  await serviceWorker(page);
  const html = `<title>x</title>${ATTACKS.join('\n')}<article><h1>Judul</h1>${ATTACKS.map((attack) => `<p>Kata ${attack} di Bandung.</p>`).join('')}</article>`;
  await quietly(page, async () => {
    await choose(page, { name: 'halaman.html', text: html });
    await page.getByText('halaman.html').or(inLibrary(page, 'halaman.html')).first().waitFor();
    await page.evaluate((rich) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', 'polos');
      clipboardData.setData('text/html', rich);
      document.body.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }));
    }, html);
    await ready(page);
  });
}, { bypassCSP: true }));

test('attacks in a project file are words', () => visiting(browser, async (page) => {
  await serviceWorker(page);
  const corrections = ['NotAName', 'Rename', 'Kind', 'Split', 'Speaker', 'NotSaid', 'When', 'About', 'Move'].flatMap((kind) =>
    ATTACKS.map((attack) => ({ [kind]: [attack, attack, attack, attack] })));
  const articles = [
    ...ATTACKS.map((attack, index) => ({ name: attack, text: `${HOSTILE}${index}`, title: attack, outlet: attack, published: attack })),
    ...[null, 7, 'x', [], { name: 1, text: {} }, { __proto__: { name: 'p', text: 'p' } }],
  ];
  await quietly(page, async () => {
    await choose(page, { name: 'proyek.json', text: JSON.stringify({ silang: 1, corrections: [...corrections, null, 7, {}], articles }) });
    await inLibrary(page, '__proto__').first().waitFor();
    await ready(page, 120_000);
    assert.equal(await lookAt(page, '__proto__'), `${HOSTILE}${ATTACKS.indexOf('__proto__')}`);
  });
  await page.reload();
  await ready(page, 120_000);
  await inLibrary(page, '__proto__').first().waitFor();
}));

test('attacks in a link are words, or lead nowhere', () => visiting(browser, async (page, site) => {
  await serviceWorker(page);
  await quietly(page, async () => {
    for (const attack of ATTACKS) {
      for (const place of ['#/read/', '#/compare/', '#/text/', '#/', '#']) {
        await page.evaluate((hash) => { location.hash = hash; }, place + (place === '#' ? attack : encodeURIComponent(attack)));
      }
    }
    await ready(page);
  });
  await page.goto('about:blank');
  await page.goto(`${site.url}#/text/${deflateRawSync(HOSTILE).toString('base64url')}`);
  await page.waitForFunction((text) => document.querySelector('[data-testid="article"]')?.textContent === text, HOSTILE);
  assert.equal(await page.evaluate(() => window.ran), undefined);
}));

test('half a pair of surrogates, from whatever place, is one sign that cannot be read', () => visiting(browser, async (page) => {
  const text = (name, half) => `Judul ${name}\n\nSiti ${half} Rahma tiba di Bandung.`;
  const project = JSON.stringify({ silang: 1, corrections: [], articles: [{ name: 'dari \\ud800 proyek', text: text('proyek', '\\udc00') }] });
  await choose(page,
    { name: 'utf16.txt', text: Buffer.from(`\ufeff${text('utf16', '\ud800')}`, 'utf16le') },
    { name: 'proyek.json', text: project.replaceAll('\\\\u', '\\u') });
  await page.evaluate((plain) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', plain);
    document.body.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }));
  }, text('tempelan', '\ud83d'));
  for (const [file, name] of [['utf16.txt', 'utf16'], ['dari \ufffd proyek', 'proyek'], ['tempelan.txt', 'tempelan']]) {
    await inLibrary(page, file).waitFor();
    assert.equal(await textOf(await read(page, file)), text(name, '\ufffd'));
  }
  await page.evaluate(() => { location.hash = '#/read/\ud800'; });
  await ready(page);
}));

test('every plane of Unicode, and text from right to left, is shown as it is', () => visiting(browser, async (page) => {
  const planes = Array.from({ length: 17 }, (_, plane) => String.fromCodePoint(plane * 0x10000 + 0x2f, plane * 0x10000 + 0x1234, plane * 0x10000 + 0xfffd));
  const text = `Judul\n\n${planes.join(' Siti Rahma tiba di Bandung. ')}\n\nقال الرئيس: «نحن مستعدون» kata Siti Rahma. שלום \u202eterbalik\u202c a\u0301\u0301\u0301 👩‍👩‍👧\n`;
  await choose(page, { name: 'semua.txt', text });
  await inLibrary(page, 'semua.txt').waitFor();
  assert.equal(await lookAt(page, 'semua.txt'), text);
}));
