// How soon the page is there: on a first visit and on the next one, on this machine and on one four times as slow.
import { ready, serviceWorker } from '../browser.mjs';
import { host, visitor } from './gauge.mjs';
import { middle, table } from './table.mjs';

/** Opens the site, tells when what was there, and what was sent until then. */
async function opened(open, site) {
  site.sent.splice(0);
  const page = await open();
  await page.goto(site.url);
  await ready(page);
  const sent = [...site.sent];
  return { ...await page.evaluate(() => window.gauge.at), sent, page };
}

/** One visitor's first visit or, when what is kept for reading without a network is there, the second. */
async function visited(browser, files, { isSlow, isNext }) {
  const site = await host(files);
  const { context, open } = await visitor(browser, { isSlow, serviceWorkers: isNext ? 'allow' : 'block' });
  try {
    const first = await opened(open, site);
    if (!isNext) return first;
    await serviceWorker(first.page);
    await first.page.close();
    return await opened(open, site);
  } finally {
    await context.close();
    await site.close();
  }
}

const bytes = (sent) => sent.reduce((sum, file) => sum + file.bytes, 0);
const ofArticles = (sent) => sent.filter(({ name }) => name.startsWith('seeds/'));
const total = (sent) => `${bytes(sent).toLocaleString('en-US')} bytes, ${sent.length} requests`;

/** A column of the table for each kind of visit, made `rounds` times by turns. */
export async function visits(browser, sites, rounds, kinds) {
  const columns = sites.flatMap((files) => kinds.map((kind) => ({ files, kind, seen: [] })));
  for (let round = 0; round < rounds; round += 1) {
    for (const { files, kind, seen } of columns) seen.push(await visited(browser, files, kind));
  }
  const line = (name, tell) => [name, ...columns.map(({ seen }) => tell(seen))];
  const when = (thing) => (seen) => middle(seen.map((visit) => visit[thing]));
  return [
    line('sent until the page is ready', ([{ sent }]) => total(sent)),
    line('of these for articles', ([{ sent }]) => total(ofArticles(sent))),
    line("first article's text", when('text')),
    line('the list', when('list')),
    line('`ready`', when('ready')),
  ];
}

export async function measure(browser, { rounds = 5 }) {
  const kinds = [false, true].flatMap((isSlow) => [false, true].map((isNext) => ({ isSlow, isNext })));
  const lines = await visits(browser, [undefined], rounds, kinds);
  return table(['', 'first visit', 'next visit', 'first, CPU slowed down four times', 'next, slowed down'], lines);
}
