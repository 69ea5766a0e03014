// A site with a large archive, packed, beside the built one.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { packedSite } from '../packed.mjs';
import { SEEDS, seedPath } from '../silang.mjs';
import { withArticles } from './articles.mjs';
import { host, memory, visit } from './gauge.mjs';
import { visits } from './start.mjs';
import { middle, spread, table } from './table.mjs';
import { compareEach, listed, openEach, search, takeIn, turns } from './tasks.mjs';

/** As `silang pack` has it. */
const SHARD_SIZE = 1 << 16;
const QUERIES = ['penutur: presiden', 'pertemuan presiden', 'presiden', 'tidak ada kata ini'];

/** What a reader does on the packed site, with what is sent for it. */
async function read(browser, files, far, mine) {
  const site = await host(files);
  const lines = await visit(browser, site, async (page) => {
    const sent = async (run) => {
      site.sent.splice(0);
      const result = await run();
      const bytes = site.sent.reduce((sum, file) => sum + file.bytes, 0);
      return { result, told: `${Math.round(bytes / 1000)} kB in ${site.sent.length} requests` };
    };
    const first = await memory(browser, page);
    const docs = await listed(page);
    const away = await sent(() => openEach(page, far));
    const opened = await sent(() => openEach(page, docs.all.slice(-3)));
    const found = await sent(() => search(page, QUERIES));
    const own = await sent(() => takeIn(page, [mine]));
    const compared = await sent(() => compareEach(page, turns(docs.events).slice(0, 9)));
    const last = await memory(browser, page);
    const held = ({ page: own, keeper, renderer }) => [own, keeper, renderer].map((size) => `${Math.round(size)} MB`).join(', ');
    return [
      [`articles far in the archive opened by their addresses: ${far.length}`, middle(away.result), away.told],
      ['articles of the list opened: 3', middle(opened.result), opened.told],
      ...found.result.map(({ query, screen, told }) => [`searched for “${query}”: ${told}`, middle([screen]), '']),
      ['all searches', '', found.told],
      ['an own article taken in, read and put to its event', middle([own.result]), own.told],
      ['two or three compared', spread(compared.result.map(({ screen }) => screen)), compared.told],
      ['memory of the page, of its keeper, of the renderer: at first', held(first), ''],
      ['the same at last', held(last), ''],
    ];
  });
  await site.close();
  return lines;
}

export const measure = (browser, { from, count = 1000, rounds = 3 }) => withArticles({ from, count }, async (paths, folder) => {
  if (from) SEEDS.forEach((file) => copyFileSync(seedPath(file), path.join(folder, file)));
  const files = packedSite(folder, SHARD_SIZE);
  const opened = await visits(browser, [undefined, files], rounds, [{ isSlow: false }, { isSlow: true }]);
  const far = [0.3, 0.5, 0.7].map((part) => path.basename(paths[Math.floor(part * paths.length)]));
  const mine = path.join(folder, 'mine.txt');
  writeFileSync(mine, `${readFileSync(path.join(folder, far[1]))}\nDemikian kabar ini.\n`);
  return [
    table(['', 'the site as built', 'the same, slowed down four times', `${paths.length} packed`, 'packed, slowed down'], opened),
    table(['', 'time', 'sent'], await read(browser, files, far, mine)),
  ].join('\n\n');
});
