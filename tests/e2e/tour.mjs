// A tour of all that a reader does on the page, by mouse and by keyboard alone, in each of the browsers that are named.
//
// node tour.mjs [chromium] [firefox] [webkit]
import assert from 'node:assert/strict';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { byKeyboard, byMouse } from './hands.mjs';
import { SEEDS, seedText } from './silang.mjs';
import { serveSite } from './site.mjs';
import { KEY, NAMES, driving } from './webdriver.mjs';

const OWN = 'Pasar Lama Terbakar\n\nJAKARTA, Senin (3/3/2025) - Kebakaran melanda Pasar Lama kemarin. '
  + '"Tidak ada korban jiwa," kata Siti Rahma di Bandung. "Warga sudah pulang," kata Rahma.\n';
const ARTICLE = '[data-testid="article"]';
const CARD = '[data-testid="card"]';
const CORRECTION = '[data-testid="corrections"] li';
const inLibrary = (file) => `[data-testid="library"] [data-doc="${file}"]`;
const mark = (layer, attribute, value) => `${ARTICLE} [data-layer="${layer}"][data-${attribute}="${value}"]`;

/** Where the tour's files lie. */
async function files() {
  const folder = await mkdtemp(path.join(tmpdir(), 'silang-'));
  const write = async (name, content) => {
    await writeFile(path.join(folder, name), content);
    return path.join(folder, name);
  };
  return {
    own: await write('pasar.txt', OWN),
    again: await write('pasar-lagi.txt', OWN),
    empty: await write('kosong.txt', ''),
    broken: await write('rusak.zip', 'bukan arsip'),
    page: await write('laman.html', '<nav><p>Beranda</p></nav><article><h1>Judul Laman</h1><p>Hujan di <b>Bandung</b>.</p>'
      + '<script>document.title = "ran"</script></article>'),
  };
}

async function read(page, file) {
  await page.run((hash) => { location.hash = hash; }, `#/read/${encodeURIComponent(file)}`);
  await page.wait(`the text of ${file}`, (css, doc) =>
    document.querySelector(css) && document.querySelector(`[data-doc="${doc}"]`).classList.contains('open'), ARTICLE, file);
  await page.ready();
}

async function show(page, hash, css) {
  await page.run((place) => { location.hash = place; }, hash);
  await page.ready();
  await page.seen(css);
}

const THREE = `#/compare/${SEEDS.slice(0, 3).join(',')}`;
const height = (page) => page.run((css) => document.querySelector(css).getBoundingClientRect().height, ARTICLE);

/** Keeps what the page hands to the browser's downloads, instead of saving it. */
const catchDownloads = (page) => page.run(() => {
  window.caught = [];
  URL.createObjectURL = (blob) => {
    blob.text().then((text) => window.caught.push(text));
    return 'blob:caught';
  };
  HTMLAnchorElement.prototype.click = function click() {};
});

/** What a reader does: each by the hand that is given. */
const TASKS = {
  'a first visit shows the articles of the site, read and compared': async (page) => {
    for (const file of SEEDS) await page.seen(inLibrary(file));
    assert.equal(await page.text(ARTICLE), seedText(SEEDS[0]));
  },
  'layers are switched off and on, and the text does not move': async (page, hand) => {
    for (const layer of ['person', 'organization', 'location', 'time', 'statement']) {
      const [before, marks] = [await height(page), await page.count(`${ARTICLE} [data-layer="${layer}"]`)];
      await hand.layer(layer);
      await page.gone(`${ARTICLE} [data-layer="${layer}"]`);
      assert.equal(await height(page), before, layer);
      await hand.layer(layer);
      await page.seen(`${ARTICLE} [data-layer="${layer}"]`);
      assert.equal(await page.count(`${ARTICLE} [data-layer="${layer}"]`), marks, layer);
    }
  },
  'pointing at a name in the index lights its mentions': async (page, hand) => {
    await hand.point('[data-testid="index"] .row[data-entity]');
    await page.seen(`${ARTICLE} [data-lit]`);
  },
  'a mark opens its card, which tells what it is and why': async (page, hand) => {
    await hand.open(`${ARTICLE} [data-layer="person"]`);
    await page.seen(CARD, 'Mengapa');
    await hand.close();
    await page.gone(CARD);
  },
  'the smallest mark wins, and its card names the statement around it': async (page, hand) => {
    await hand.open(`${ARTICLE} [data-layer="statement"] [data-layer]:not([data-layer="statement"])`);
    await page.seen(`${CARD} .around`);
    await hand.press(`${CARD} .around button`);
    await page.seen(`${CARD}[data-of="statement"]`);
    await hand.close();
  },
  'what is not the article itself is folded and can be seen': async (page, hand) => {
    await hand.press(`${ARTICLE} details summary`);
    await page.seen(`${ARTICLE} details[open]`);
  },
  'the lists tell names, times and statements': async (page, hand) => {
    for (const [at, row] of [[2, '[data-value]'], [3, '[data-speaker]'], [1, '[data-entity]']]) {
      await hand.press(`[data-testid="index"] [role="tab"]:nth-child(${at})`);
      await page.seen(`[data-testid="index"] .row${row}`);
    }
    await hand.press('[data-testid="index"] .row[data-entity]');
    await page.seen(CARD);
    await hand.close();
  },
  'words are found in all articles, by hits listed and one after the other': async (page, hand) => {
    await hand.search('Ukraina');
    await page.seen('[data-testid="hits"]', 'hasil');
    await page.keys(KEY.enter);
    await page.seen(`${ARTICLE} [data-flash]`);
    await hand.search('Ukraina');
    await hand.press('[data-testid="hits"] button.place');
    await page.gone('[data-testid="hits"]');
    await hand.search('penutur: Biden');
    await page.seen('[data-testid="hits"]', 'hasil');
    await page.keys(KEY.escape);
  },
  'an article is opened from the list': async (page, hand) => {
    await hand.press(`${inLibrary(SEEDS[1])} a`);
    await page.wait('the second article', (css, text) => document.querySelector(css)?.textContent === text, ARTICLE, seedText(SEEDS[1]));
    await page.back();
    await page.wait('the first article', (css, text) => document.querySelector(css)?.textContent === text, ARTICLE, seedText(SEEDS[0]));
  },
  'articles are ticked and compared': async (page, hand) => {
    for (const file of SEEDS.slice(0, 2)) await hand.tick(`${inLibrary(file)} input`);
    await hand.press('[data-testid="library"] .primary');
    await page.seen('[data-testid="compare"] [data-testid="compare-matrix"]');
    assert.equal(await page.count('[data-testid="compare-matrix"] thead th'), 2);
    for (const file of SEEDS.slice(0, 2)) await hand.tick(`${inLibrary(file)} input`);
  },
  'the places of the page are reached': async (page, hand) => {
    await hand.compare();
    await page.seen('[data-place="compare"] [data-testid="compare"]');
    await hand.timeline();
    await page.seen('[data-place="timeline"] .timeline time');
    await hand.point('[data-testid="only"]');
    if (hand.name === 'keyboard') await page.keys(KEY.down);
    else await choose(page, '[data-testid="only"]', 1);
    await page.wait('the dates of one article', () => document.querySelector('[data-testid="only"]').selectedIndex === 1);
  },
  'summary: lines are filtered, a cell leads to the text': async (page, hand) => {
    await show(page, THREE, '[data-testid="compare-matrix"]');
    const all = await page.count('[data-testid="compare-matrix"] tbody tr');
    await hand.press('[data-testid="compare-matrix"] .filters button:nth-child(2)');
    await page.wait('fewer lines', (many) => document.querySelectorAll('[data-testid="compare-matrix"] tbody tr').length < many, all);
    await hand.press('[data-testid="compare-matrix"] td button');
    await page.seen(`${ARTICLE} [data-flash]`);
  },
  'statements: another wording becomes the base': async (page, hand) => {
    await show(page, THREE, '[data-testid="compare-statements"]');
    await page.seen('[data-testid="compare-statements"] ins');
    await hand.press('[data-testid="compare-statements"] .base[aria-pressed="false"]');
    await page.seen('[data-testid="compare-statements"] .is-base .base[aria-pressed="true"]');
  },
  'side by side: other articles are chosen, the columns are parted and tied again': async (page, hand) => {
    await show(page, THREE, '[data-testid="compare-side"] [data-pair]');
    await page.seen('.ribbons path');
    await hand.lock();
    await page.seen('[data-testid="lock"][aria-pressed="false"]');
    await hand.lock();
    await page.seen('[data-testid="lock"][aria-pressed="true"]');
    await hand.point('[data-side="1"] select');
    if (hand.name === 'keyboard') await page.keys(KEY.down);
    else await choose(page, '[data-side="1"] select', 2);
    await page.wait('the third article', () => document.querySelector('[data-side="1"] select').selectedIndex === 2);
  },
  'timeline and differences lead to the text': async (page, hand) => {
    await show(page, THREE, '[data-testid="compare-timeline"] button.place');
    await hand.press('[data-testid="compare-timeline"] button.place');
    await page.seen(ARTICLE);
    await show(page, THREE, '[data-testid="compare-differences"] button.place');
    await hand.press('[data-testid="compare-differences"] button.place');
    await page.seen(ARTICLE);
  },
  'files are added; those that are none, or are here already, are named with the reason': async (page, hand, { folder }) => {
    const field = '[data-testid="add-files"]';
    await page.choose(field, folder.own, folder.empty, folder.broken, folder.page);
    for (const file of ['pasar.txt', 'laman.html']) await page.seen(inLibrary(file));
    await page.ready();
    await page.seen('[data-testid="notices"]', 'kosong.txt: berkas ini kosong');
    await page.seen('[data-testid="notices"]', 'rusak.zip: arsip ini tidak dapat dibuka');
    await page.choose(field, folder.again);
    await page.seen('[data-testid="notices"]', 'pasar-lagi.txt: teksnya sama dengan pasar.txt');
    await hand.press('[data-testid="notices"] li button');
    await hand.press('[data-testid="close-all"], [data-testid="notices"] li button');
    await read(page, 'laman.html');
    assert.equal(await page.text(ARTICLE), 'Judul Laman\nHujan di Bandung.');
  },
  'a text is pasted into a field': async (page, hand) => {
    await hand.press('[data-testid="paste-open"]');
    await hand.write('[data-testid="paste"]', 'Gempa di Palu');
    await hand.press('[data-testid="paste-add"]');
    await page.seen(inLibrary('tempelan.txt'), 'Gempa di Palu');
    await page.ready();
  },
  'files are dropped and rich text is pasted anywhere; nothing in it runs': async (page) => {
    await page.run(() => {
      // Not every browser lets a script say what an event of its own making carries.
      const give = (event, name, data) => document.body.dispatchEvent(Object.defineProperty(event, name, { value: data }));
      const how = { bubbles: true, cancelable: true };
      const file = new DataTransfer();
      file.items.add(new File(['Dilepas\n\nBerita yang dilepas di Medan.\n'], 'lepas.txt', { type: 'text/plain' }));
      give(new DragEvent('drop', how), 'dataTransfer', file);
      const rich = new DataTransfer();
      rich.setData('text/plain', 'Kaya polos');
      rich.setData('text/html', '<h2>Judul Kaya</h2><p>Banjir di <i>Garut</i>.<img src=x onerror="window.ran=1"></p><script>window.ran=1</script>');
      give(new ClipboardEvent('paste', how), 'clipboardData', rich);
    });
    await page.seen(inLibrary('lepas.txt'));
    await page.seen('[data-testid="library"]', 'Judul Kaya');
    assert.equal(await page.run(() => window.ran ?? null), null);
    await page.ready();
  },
  'an article is moved to another event, and back': async (page, hand) => {
    const together = () => page.run((doc) => document.querySelector(doc).closest('.event').querySelectorAll('li').length, inLibrary(SEEDS[0]));
    await read(page, SEEDS[0]);
    const before = await together();
    await hand.press('[data-testid="about"] summary');
    await hand.point('[data-testid="move"] select');
    if (hand.name === 'keyboard') await page.keys('B', 'e', 'r', 'i', 't', 'a', ' ', 't', 'e', 'r');
    else await choose(page, '[data-testid="move"] select', -1);
    await page.wait('a story of its own', () => document.querySelector('[data-testid="move"] select').value === '');
    await hand.press('[data-testid="move"] button');
    await page.seen(CORRECTION, 'berita tersendiri');
    await page.ready();
    assert.notEqual(await together(), before);
    await hand.undo();
    await page.gone(CORRECTION);
    await page.ready();
    assert.equal(await together(), before);
  },
  'a name is parted, renamed, given another type, dropped; undone and redone': async (page, hand) => {
    await read(page, 'pasar.txt');
    await hand.open(mark('person', 'entity', 'Siti Rahma'));
    await hand.press('[data-testid="split"]');
    await page.seen(mark('person', 'entity', 'Rahma'));
    await hand.write(`${CARD} [name="to"]`, 'Siti R.');
    await hand.send(`${CARD} form.fix`);
    await page.seen(mark('person', 'entity', 'Siti R.'));
    await hand.press(`${CARD} [data-kind="organization"]`);
    await page.seen(mark('organization', 'entity', 'Siti R.'));
    await hand.press('[data-testid="not-a-name"]');
    await page.gone(mark('organization', 'entity', 'Siti R.'));
    await page.keys(KEY.escape);
    await hand.undo();
    await page.seen(mark('organization', 'entity', 'Siti R.'));
    await hand.redo();
    await page.gone(mark('organization', 'entity', 'Siti R.'));
  },
  'a date is corrected, one that no calendar has is refused': async (page, hand) => {
    await hand.open(mark('time', 'value', '2025-03-02'));
    await hand.write(`${CARD} [name="value"]`, '2025-02-30');
    await hand.send('[data-testid="fix-time"]');
    await page.seen(`${CARD} [role="alert"]`, '2025-02-30');
    await hand.write(`${CARD} [name="value"]`, '2025-03-01');
    await hand.send('[data-testid="fix-time"]');
    await page.seen(mark('time', 'value', '2025-03-01'));
    await page.keys(KEY.escape);
  },
  'a statement gets another speaker, is cited, and is none': async (page, hand) => {
    await hand.open(`${ARTICLE} [data-layer="statement"]`);
    await hand.press('[data-testid="copy-citation"]');
    await page.seen('[data-testid="notices"]', 'alin');
    await hand.write(`${CARD} [name="speaker"]`, 'Budi');
    await hand.send(`${CARD} form.fix`);
    await page.seen(`${ARTICLE} [data-layer="statement"][data-speaker="Budi"]`);
    const statements = await page.count(`${ARTICLE} [data-layer="statement"]`);
    await hand.press('[data-testid="not-said"]');
    await page.wait('one statement less', (css, count) =>
      document.querySelectorAll(`${css} [data-layer="statement"]`).length < count, ARTICLE, statements);
    await page.keys(KEY.escape);
  },
  'corrections are listed and can be removed': async (page, hand) => {
    while (await page.count(CORRECTION) > 0) {
      const count = await page.count(CORRECTION);
      await hand.press(`${CORRECTION} button`);
      await page.wait('one correction less', (css, many) => document.querySelectorAll(css).length < many, CORRECTION, count);
    }
    await page.seen(mark('person', 'entity', 'Siti Rahma'));
  },
  'outlet and date of an article are told': async (page, hand) => {
    await read(page, 'lepas.txt');
    await hand.press('[data-testid="about"] summary');
    await hand.write('[data-testid="about"] [name="outlet"]', 'Harian Contoh');
    await hand.send('[data-testid="about"] form.fix');
    await page.seen(inLibrary('lepas.txt'), 'Harian Contoh');
    await page.ready();
  },
  'every export is handed to the downloads': async (page, hand) => {
    await catchDownloads(page);
    const formats = ['json', 'csv', 'markdown', 'webannotation', 'html'];
    for (const [index, format] of formats.entries()) {
      await hand.press(`button[data-export="${format}"]`);
      await page.wait(format, (count) => window.caught.length > count, index);
    }
    const [json, csv, , annotations, html] = await page.run(() => window.caught);
    assert.ok(JSON.parse(json).articles.length > SEEDS.length);
    assert.match(csv, /^\ufeff?doc,layer,start,end,/);
    assert.equal(JSON.parse(annotations)['@context'], 'http://www.w3.org/ns/anno.jsonld');
    assert.match(html, /^<!doctype html>/);
  },
  'a link holds an article': async (page, hand, { site }) => {
    await read(page, 'pasar.txt');
    await page.run(() => {
      window.copied = '';
      navigator.clipboard.writeText = async (text) => { window.copied = text; };
    });
    await hand.press('[data-testid="share"]');
    const link = await page.wait('the link', () => window.copied);
    assert.ok(link.startsWith(`${site.url}#/text/`), link);
    await hand.press(`${inLibrary('pasar.txt')} button`);
    await page.gone(inLibrary('pasar.txt'));
    await page.go('about:blank');
    await page.go(link);
    await page.wait('the text of the link', (css, text) => document.querySelector(css)?.textContent === text, ARTICLE, OWN);
    await page.ready();
  },
  'language and theme are switched': async (page, hand) => {
    await hand.press('[data-testid="language"]');
    await page.seen('html[lang="en"] .places', 'Compare');
    await hand.press('[data-testid="language"]');
    await page.seen('html[lang="id"] .places', 'Bandingkan');
    for (const theme of ['light', 'dark', 'auto']) {
      await hand.press('[data-testid="theme"]');
      await page.seen(`html[data-theme="${theme}"]`);
    }
  },
  'the keys are told': async (page, hand) => {
    await hand.help();
    await page.seen('[role="dialog"] kbd');
    await hand.closeSheet();
    await page.gone('[role="dialog"]');
  },
  'what was added and corrected is there after a reload, and goes when it is removed': async (page, hand) => {
    await page.reload();
    await page.ready();
    await page.seen(inLibrary('lepas.txt'), 'Harian Contoh');
    await hand.press(`${inLibrary('lepas.txt')} button`);
    await page.gone(inLibrary('lepas.txt'));
    await page.reload();
    await page.ready();
    assert.equal(await page.count(inLibrary('lepas.txt')), 0);
  },
};

/** Chooses in a list as a click in its menu does, which is drawn outside of the page. */
const choose = (page, css, index) => page.run((selector, at) => {
  const list = document.querySelector(selector);
  list.selectedIndex = at < 0 ? list.options.length + at : at;
  for (const event of ['input', 'change']) list.dispatchEvent(new Event(event, { bubbles: true }));
}, css, index);

/** Does every task by one hand on the page of a new visitor; gives the names of those that failed. */
async function tour(browser, makeHand) {
  const failed = [];
  const site = await serveSite();
  const folder = await files();
  await driving(browser, async (page, version) => {
    await page.resize(1400, 950);
    await page.go(site.url);
    await page.ready();
    const hand = makeHand(page);
    if (await page.run(() => document.documentElement.lang) !== 'id') await page.click('[data-testid="language"]');
    for (const [task, work] of Object.entries(TASKS)) {
      const start = performance.now();
      try {
        await work(page, hand, { site, folder });
        console.log(`ok ${version}, ${hand.name}: ${task} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
      } catch (error) {
        failed.push(task);
        const picture = path.join(tmpdir(), `silang-tour-${browser}-${hand.name}-${failed.length}.png`);
        await page.picture().then((png) => writeFile(picture, png), () => undefined);
        console.log(`FAILED ${version}, ${hand.name}: ${task}\n    ${error.stack}\n    picture: ${picture}`);
        await page.keys(KEY.escape, KEY.escape).catch(() => undefined);
      }
    }
  });
  await site.close();
  return failed;
}

const wanted = process.argv.slice(2);
let [passed, failed] = [0, 0];
for (const browser of wanted.length > 0 ? wanted : NAMES) {
  for (const makeHand of [byMouse, byKeyboard]) {
    const bad = await tour(browser, makeHand);
    failed += bad.length;
    passed += Object.keys(TASKS).length - bad.length;
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
