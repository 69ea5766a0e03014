// Readers of foreign bytes that a browser's own parsers stand before (JSON, HTML, DEFLATE, the clipboard), on inputs made by chance.
//   node fuzz.mjs [--seconds 300] [--seed 1] [--only project,html,link]
// An input that the page complains of is printed, with the seed that makes it again.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';

import { choose, launch, ready, visiting } from './browser.mjs';
import { SEEDS, seedText } from './silang.mjs';

const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : process.argv[at + 1];
};
const SECONDS = Number(option('seconds', 300));
const ATTACKS = readFileSync(new URL('attacks.txt', import.meta.url), 'utf8').split('\n').filter(Boolean);
/** So many inputs are tried before the page is begun anew, with an empty store. */
const ROUND = 40;

/** Numbers by chance, the same in every run of one seed (xorshift32). */
function dice(seed) {
  let state = seed >>> 0 || 1;
  const next = (sides) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % sides;
  };
  return { next, pick: (list) => list[next(list.length)] };
}

const PIECES = [...ATTACKS, ...'{}[]",:<>&;/\\%#?=\0\n\t', 'null', '1e999', '-0', '""', '\\ud800', '\u2028', '\ufeff', '\ufffd', 'é', '👩‍👩‍👧',
  '<article>', '</article>', '<p>', '<br>', '<table><td>', '<template>', '<svg><p>', 'Siti Rahma', 'Senin (3/3/2025)', '2022-02-20', '“', '”'];
const CORRECTIONS = ['NotAName', 'Rename', 'Kind', 'Split', 'Speaker', 'NotSaid', 'When', 'About', 'Move', 'Other'];
const NAMES = ['Joe Biden', 'Rusia', 'person', 'time', '2022-02-20', '../..', '', ...SEEDS];

/** The text with some pieces put in, left out, doubled or exchanged. */
function broken({ next, pick }, text) {
  let out = text;
  for (let changes = next(8); changes >= 0; changes -= 1) {
    const [from, length] = [next(out.length + 1), next(40)];
    const rest = out.slice(from + length);
    out = out.slice(0, from) + pick([() => pick(PIECES), () => '', () => out.slice(from, from + length).repeat(2), () => rest.slice(0, 30)])() + rest;
  }
  return out;
}

const some = (die, most, make) => Array.from({ length: die.next(most) }, make);
const story = (die) => broken(die, seedText(die.pick(SEEDS)).slice(0, die.next(1500)));
const value = (die) => die.pick([() => story(die), () => die.pick(PIECES), () => die.pick(NAMES), () => die.next(1 << 30), () => null, () => some(die, 3, () => value(die)), () => ({ [die.pick(PIECES)]: value(die) })])();

const KINDS = {
  project: (die) => {
    const correction = () => ({ [die.pick(CORRECTIONS)]: some(die, 6, () => die.pick([die.pick(NAMES), value(die)])) });
    const article = () => ({ name: die.pick([die.pick(NAMES), value(die)]), text: die.pick([story(die), value(die)]), title: value(die), outlet: value(die), published: value(die) });
    const whole = JSON.stringify({ silang: die.pick([1, value(die)]), corrections: some(die, 8, correction), articles: some(die, 4, article) });
    return die.next(3) ? whole : broken(die, whole);
  },
  html: (die) => `<title>x</title><article>${some(die, 12, () => `<p>${die.pick(PIECES)} ${story(die).slice(0, 200)}</p>`).join(die.pick(PIECES))}${die.pick(PIECES)}`,
  link: (die) => {
    const letters = deflateRawSync(story(die)).toString('base64url');
    return `#/${die.pick(['text', 'read', 'compare', 'timeline', die.pick(PIECES)])}/${die.pick([letters, broken(die, letters), encodeURIComponent(value(die)), `${die.pick(SEEDS)},${die.pick(PIECES)}`])}`;
  },
};

/** Gives the page one input, and waits until it has done with it. */
async function give(page, kind, input) {
  if (kind === 'link') await page.evaluate((hash) => { location.hash = hash; }, input);
  else if (kind === 'project') await choose(page, { name: 'proyek.json', text: input });
  else await page.evaluate((rich) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'polos');
    clipboardData.setData('text/html', rich);
    document.body.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }));
  }, input);
  await ready(page);
  assert.equal(await page.evaluate(() => window.ran), undefined, 'a script ran');
  assert.doesNotMatch(await page.locator('[data-testid="notices"]').textContent(), /pembacaan gagal/, 'the worker died');
}

const browser = await launch();
let failed = 0;
for (const kind of option('only', Object.keys(KINDS).join()).split(',')) {
  let [seed, tried] = [Number(option('seed', 1)), 0];
  for (const end = Date.now() + SECONDS * 1000; Date.now() < end;) {
    let last;
    const first = seed;
    // HTML without the page's policy, of which Chromium tells even where it would not run what it parses.
    await visiting(browser, async (page) => {
      for (; seed < first + ROUND && Date.now() < end; seed += 1, tried += 1) {
        last = { seed, input: KINDS[kind](dice(seed * 2654435761)) };
        await give(page, kind, last.input);
      }
    }, { bypassCSP: kind === 'html' }).catch((error) => {
      failed += 1;
      seed += 1;
      console.log(`${kind}, seeds ${first} to ${last?.seed}: ${String(error.message).slice(0, 600)}\n${last?.input.slice(0, 2000)}`);
    });
  }
  console.log(`${kind}: ${tried} inputs in ${SECONDS} s`);
}
await browser.close();
process.exitCode = failed ? 1 : 0;
