// Many articles of the reader's own: taken in, read, searched, opened, compared.
import { ready } from '../browser.mjs';
import { withArticles } from './articles.mjs';
import { host, memory, visit } from './gauge.mjs';
import { middle, spread, table } from './table.mjs';
import { compareEach, listed, openEach, search, takeIn, turns } from './tasks.mjs';

const QUERIES = ['presiden', 'pertemuan', 'penutur: presiden', 'kata', 'tidak ada kata ini'];
const spaced = (all, count) => Array.from({ length: count }, (_, at) => all[Math.floor((at + 1) * all.length / (count + 1))]);

export const measure = (browser, { from, count = 1000 }) => withArticles({ from, count }, async (paths) => {
  const site = await host();
  const lines = await visit(browser, site, async (page) => {
    const all = await takeIn(page, paths);
    const long = await page.evaluate(() => window.gauge.long);
    const { page: own, keeper, renderer } = await memory(browser, page);
    const docs = await listed(page);
    const found = await search(page, QUERIES);
    const opened = await openEach(page, spaced(docs.all, 9));
    const compared = await compareEach(page, spaced(turns(docs.events), 9));
    await ready(page);
    return [
      ['all read and grouped', `${(all / 1000).toFixed(1)} s`],
      ['tasks of the page above 50 ms meanwhile', `${long.length}, ${(long.reduce((sum, one) => sum + one, 0) / 1000).toFixed(1)} s in all`],
      ['memory of the page, of its keeper, of the renderer', [own, keeper, renderer].map((size) => `${Math.round(size)} MB`).join(', ')],
      ["search: the worker's answer", middle(found.map(({ worker }) => worker))],
      ['search: to the list on the screen', middle(found.map(({ screen }) => screen))],
      ['an article opened', middle(opened)],
      ["two or three compared: the worker's answer", spread(compared.map(({ worker }) => worker))],
      ['the same to the matrix on the screen', spread(compared.map(({ screen }) => screen))],
    ];
  });
  await site.close();
  return table(['', `${paths.length} articles`], lines);
});
