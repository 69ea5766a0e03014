// Each export, read again by who else reads such files: a CSV library, a JSON-LD library, a browser, the page itself.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';

import { parse } from 'csv-parse/sync';
import jsonld from 'jsonld';

import { CONTEXT, OA, TERMS } from './annotation-terms.mjs';
import { choose, inLibrary, launch, read, ready, visiting } from './browser.mjs';
import { SEEDS, compare, extract, seedText } from './silang.mjs';
import { listen } from './site.mjs';

// Signs of one, two, three and four bytes; a statement that a spreadsheet would run; a name that is no word of an address.
const ODD = {
  name: 'berita “baru” 50%.txt',
  text: 'Kafé “Ibu” 😀 Terbakar\n\nBANDUNG, Senin (3/3/2025) – “Tidak ada korban,” kata José Rahma.\n'
    + '"=1+1 adalah dua," kata Siti Rahma. "-2 derajat, <b>dingin</b> & beku," ujar Siti Rahma; “@semua, tenang,” katanya.\n',
};

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

async function exported(page, format) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator(`[data-export="${format}"]`).click()]);
  return readFile(await download.path(), 'utf8');
}

/** Runs `look(content, texts)` on an export of the seeds and the odd article; `texts` are those by name. */
const exporting = (format, look) => visiting(browser, async (page) => {
  await choose(page, ODD);
  await inLibrary(page, ODD.name).waitFor();
  await ready(page);
  const texts = Object.fromEntries([...SEEDS.map((file) => [file, seedText(file)]), [ODD.name, ODD.text]]);
  await look(await exported(page, format), texts, page);
});

/** What the command line finds in an article, a line a fact. */
const facts = ({ mentions, times, statements, figures }) => [
  ...mentions.map((fact) => `${fact.type.toLowerCase()} ${fact.start}-${fact.end} ${fact.text}`),
  ...times.map((fact) => `time ${fact.start}-${fact.end} ${fact.text}`),
  ...statements.map((fact) => `statement ${fact.start}-${fact.end} ${fact.text}`),
  ...figures.map((fact) => `figure ${fact.start}-${fact.end} ${fact.text}`),
].sort();

test('CSV: a library reads a row for each fact, and no cell is a formula', () => exporting('csv', (content, texts) => {
  const rows = parse(content, { bom: true, columns: true, record_delimiter: '\r\n' });
  const plain = (cell) => cell.replace(/^'(?=[=+\-@\t\r\n])/, '');
  for (const row of rows) {
    assert.doesNotMatch(Object.values(row).join('\n'), /^[=+\-@]/m, JSON.stringify(row));
    const told = Buffer.from(texts[row.doc]).subarray(Number(row.start), Number(row.end)).toString();
    assert.equal(plain(row.text), told);
    assert.match(row.sure, /^(true|false)$/);
  }
  assert.ok(rows.some((row) => row.text.startsWith("'=1+1")), 'the formula is there, as text');
  for (const file of SEEDS) {
    const told = rows.filter((row) => row.doc === file).map((row) => `${row.layer} ${row.start}-${row.end} ${plain(row.text)}`);
    assert.deepEqual(told.sort(), facts(extract(file)));
  }
}));

test('JSON: articles unchanged, facts as the command line tells them', () => exporting('json', (content, texts) => {
  const project = JSON.parse(content);
  assert.equal(project.silang, 1);
  assert.deepEqual(Object.fromEntries(project.articles.map(({ name, text }) => [name, text])), texts);
  for (const { name, facts: found } of project.articles.filter((article) => SEEDS.includes(article.name))) {
    assert.deepEqual(found, extract(name), name);
  }
}));

/** A reader of JSON-LD that knows the standard's context and asks nobody. */
const documentLoader = async (url) => {
  assert.equal(url, CONTEXT);
  return { contextUrl: null, documentUrl: url, document: { '@context': TERMS } };
};

const only = (values) => {
  assert.equal(values?.length, 1, JSON.stringify(values));
  return values[0];
};
const text = (node, term) => only(node[OA + term])['@value'];

/** An annotation has one target, whose quote and position are the same words of the text, in code points. */
function checkAnnotation(annotation, texts) {
  assert.deepEqual(annotation['@type'], [`${OA}Annotation`]);
  assert.match(annotation['@id'], /^urn:silang:[\w.~%:-]+$/);
  assert.equal(only(annotation[`${OA}motivatedBy`])['@id'], `${OA}identifying`);
  const target = only(annotation[`${OA}hasTarget`]);
  const source = only(target[`${OA}hasSource`])['@id'];
  const points = [...texts[decodeURIComponent(source.replace('urn:silang:article:', ''))]];
  const of = (type) => only(target[`${OA}hasSelector`].filter((node) => node['@type'].includes(OA + type)));
  const [quote, place] = [of('TextQuoteSelector'), of('TextPositionSelector')];
  const [start, end] = [text(place, 'start'), text(place, 'end')];
  assert.equal(text(quote, 'exact'), points.slice(start, end).join(''));
  assert.equal(text(quote, 'prefix'), points.slice(Math.max(0, start - 32), start).join(''));
  assert.equal(text(quote, 'suffix'), points.slice(end, end + 32).join(''));
  for (const body of annotation[`${OA}hasBody`]) {
    assert.deepEqual(body['@type'], [`${OA}TextualBody`]);
    assert.match(only(body[`${OA}hasPurpose`])['@id'], /#(tagging|identifying)$/);
  }
}

test('Web Annotation: a JSON-LD library reads it by the standard, and finds the words again', () => exporting('webannotation', async (content, texts) => {
  const [collection] = await jsonld.expand(JSON.parse(content), { documentLoader, safe: true });
  const as = TERMS.as;
  assert.deepEqual(collection['@type'], [`${as}OrderedCollection`]);
  const { '@list': items } = only(only(collection[`${as}first`])[`${as}items`]);
  assert.equal(items.length, only(collection[`${as}totalItems`])['@value']);
  assert.equal(new Set(items.map((item) => item['@id'])).size, items.length);
  items.forEach((item) => checkAnnotation(item, texts));
  const rows = Object.keys(texts).filter((name) => SEEDS.includes(name)).flatMap((name) => facts(extract(name)));
  const ofSeeds = items.filter((item) => SEEDS.some((file) => item['@id'].includes(encodeURIComponent(file))));
  assert.equal(ofSeeds.length, rows.length);
}));

test('HTML: a page that stands alone, without a script and without asking for anything', () => exporting('html', async (content, texts, page) => {
  const asked = [];
  const host = await listen((pathname) => {
    asked.push(pathname);
    return { status: pathname === '/' ? 200 : 404, type: 'text/html; charset=utf-8', body: content };
  });
  const alone = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  try {
    await alone.goto(host.origin);
    assert.deepEqual(asked.filter((pathname) => pathname !== '/favicon.ico'), ['/']);
    assert.equal(await alone.locator('script, link, img, iframe, [onclick], [src], [href]').count(), 0);
    assert.equal(await alone.locator('article').count(), Object.keys(texts).length);
    const odd = alone.locator('article', { hasText: 'José' });
    assert.match(await odd.innerText(), /Kafé “Ibu” 😀 Terbakar/);
    assert.match(await odd.innerText(), /-2 derajat, <b>dingin<\/b> & beku,/);
    assert.ok(await odd.locator('[data-layer="statement"]').count() >= 3);
    const open = await read(page, SEEDS[0]);
    const people = (article) => article.locator('[data-layer="person"]').allTextContents();
    const folded = await open.locator('details [data-layer="person"]').allTextContents();
    assert.equal((await people(alone.locator('article').first())).length, (await people(open)).length - folded.length);
  } finally {
    await alone.context().close();
    await host.close();
  }
}));

test('Markdown: every name, time and statement is a line of its article', () => exporting('markdown', (content, texts) => {
  const articles = content.split(/^# /m).slice(1).filter((part) => !part.startsWith('Bandingkan: '));
  assert.equal(articles.length, Object.keys(texts).length);
  for (const [at, file] of SEEDS.entries()) {
    const { statements, times } = extract(file);
    const lines = articles[at].split('\n').filter((line) => line.startsWith('- '));
    assert.equal(lines.filter((line) => line.startsWith('- **')).length, statements.length, file);
    assert.equal(lines.filter((line) => line.includes(' – ') && !line.startsWith('- **')).length, times.length, file);
    assert.doesNotMatch(articles[at], /<b>/);
  }
}));

/** What the command line finds in the articles of the event that several seeds tell. */
function together() {
  const found = compare(...SEEDS);
  const event = found.events.find((docs) => docs.length > 1);
  const here = ({ doc }) => event.includes(doc);
  return {
    differences: found.differences.filter(({ values }) => values.some(here)).length,
    statements: found.statements.filter((places) => places.some(here)).length,
  };
}

test('Markdown: what articles of one event have in common stands before them', () => exporting('markdown', (content) => {
  const [, compared, ...others] = content.split(/^# Bandingkan: /m);
  assert.deepEqual(others, []);
  const section = (name) => compared.split(`## ${name}\n`)[1].split('\n#')[0].split('\n').filter((line) => line.startsWith('- '));
  const { differences, statements } = together();
  assert.equal(section('Perbedaan').length, differences);
  assert.equal(section('Pernyataan').length, statements);
  assert.match(compared, /^3 artikel, \d+ tokoh di semuanya, /m);
}));

test('HTML: what articles of one event have in common stands before them', () => exporting('html', (content) => {
  const [compared] = content.split('<article');
  assert.match(compared, /<h1>Bandingkan: /);
  assert.equal(compared.split('<h2>Perbedaan</h2>')[1].split('<h2>')[0].match(/^<li>/gm).length, together().differences);
}));
