// From the change of address to the matrix on the screen.
import { writeFileSync } from 'node:fs';

import { withArticles } from './articles.mjs';
import { host, visit } from './gauge.mjs';
import { spread, table } from './table.mjs';
import { compareEach, listed, takeIn, turns } from './tasks.mjs';

/** Comparisons that are measured at most. */
const MOST = 24;

/** Runs with the page's profiler on, and writes what it saw, for a browser's own tools. */
async function profiled(page, file, run) {
  const session = await page.context().newCDPSession(page);
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: 200 });
  await session.send('Profiler.start');
  const result = await run();
  const { profile } = await session.send('Profiler.stop');
  writeFileSync(file, JSON.stringify(profile));
  return result;
}

export const measure = (browser, { from, count = 24, rounds = 3, profile }) => withArticles({ from, count }, async (paths) => {
  const site = await host();
  const took = [];
  for (let round = 0; round < rounds; round += 1) {
    took.push(...await visit(browser, site, async (page) => {
      await takeIn(page, paths);
      const { events } = await listed(page);
      const run = () => compareEach(page, turns(events).slice(0, MOST));
      return profile ? profiled(page, profile, run) : run();
    }));
  }
  await site.close();
  const of = (part) => spread(took.map(part));
  return table([`of ${paths.length} articles two or three compared, ${took.length} times`, ''], [
    ['address changed to matrix on the screen', of(({ screen }) => screen)],
    ["of this the worker's answer", of(({ worker }) => worker)],
    ['and the page', of(({ screen, worker }) => screen - worker)],
  ]);
});
