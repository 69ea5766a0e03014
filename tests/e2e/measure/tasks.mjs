// What a reader of many articles does, and how long it takes.
import { ready } from '../browser.mjs';
import { answer, goes, timed } from './gauge.mjs';

/** Numbers of requests, as in src/engine/wire.rs. */
const [COMPARE, SEARCH] = [2, 8];

/** Names of articles that are listed, and those of events of several, in the order of the list. */
export const listed = (page) => page.locator('[data-testid="library"]').evaluate((list) => {
  const docs = (part) => [...part.querySelectorAll('[data-doc]')].map((line) => line.dataset.doc);
  const events = [...list.querySelectorAll('.event')].filter((part) => part.querySelector('h2 a[href]'));
  return { all: docs(list), events: events.map(docs) };
});

/** Takes files in; how long until all are read and grouped. */
export async function takeIn(page, paths) {
  const field = page.locator('input[type=file][data-testid="add-files"]');
  await page.evaluate(() => {
    document.addEventListener('change', () => { window.gauge.long = []; window.gauge.start = performance.now(); }, { capture: true, once: true });
  });
  await field.setInputFiles(paths);
  const last = paths.length;
  await page.waitForFunction((count) => document.querySelectorAll('[data-testid="library"] [data-doc]').length >= count, last, { timeout: 0 });
  await ready(page, 0);
  return page.evaluate(() => performance.now() - window.gauge.start);
}

const isFound = ({ query }) => document.querySelector('[data-testid="search"]').value === query
  && document.documentElement.dataset.state === 'ready' && /\d/.test(document.querySelector('[data-testid="hits"] .meta')?.textContent);
const types = ({ query }) => {
  const field = document.querySelector('[data-testid="search"]');
  field.value = query;
  field.dispatchEvent(new Event('input', { bubbles: true }));
};

/** Searches for each; how long the worker and the page took. */
export async function search(page, queries) {
  const took = [];
  for (const query of queries) {
    const screen = await timed(page, types, isFound, { query });
    took.push({ query, screen, worker: await answer(page, SEARCH), told: await page.locator('[data-testid="hits"] .meta').textContent() });
  }
  await timed(page, types, () => !document.querySelector('[data-testid="hits"]'), { query: '' });
  return took;
}

const isOpen = ({ doc }) => document.querySelector('.rail .open')?.dataset.doc === doc || decodeURIComponent(window.location.hash) === `#/read/${doc}`
  && Boolean(document.querySelector('[data-testid="article"]')) && document.documentElement.dataset.state === 'ready';

/** Opens each article by its address. */
export async function openEach(page, docs) {
  const took = [];
  for (const doc of docs) took.push(await timed(page, goes, isOpen, { doc, hash: `#/read/${encodeURIComponent(doc)}` }));
  return took;
}

const isCompared = ({ docs }) => {
  const heads = [...document.querySelectorAll('[data-testid="compare-matrix"] thead th')].map((cell) => cell.title);
  return heads.join() === docs.join();
};

/** Compares each list of articles, from reading one of them; how long the worker and the page took. `around(run)` runs the comparing. */
export async function compareEach(page, lists, around = (run) => run()) {
  const took = [];
  for (const docs of lists) {
    await openEach(page, docs.slice(0, 1));
    await ready(page);
    const hash = `#/compare/${docs.map(encodeURIComponent).join(',')}`;
    const screen = await around(() => timed(page, goes, isCompared, { docs, hash }));
    took.push({ screen, worker: await answer(page, COMPARE) });
    await ready(page);
  }
  return took;
}

/** Events of at least two articles, the first three of each, in every order that begins with another. */
export const turns = (events) => events.filter((event) => event.length > 1).map((event) => event.slice(0, 3))
  .flatMap((docs) => docs.map((_, at) => [...docs.slice(at), ...docs.slice(0, at)]));
