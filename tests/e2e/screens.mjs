// Takes pictures of every view of the real page into docs/screens/: wide and narrow, light and dark.
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { launch, read, ready, show, visiting } from './browser.mjs';
import { SEEDS } from './silang.mjs';

const FOLDER = new URL('../../docs/screens/', import.meta.url).pathname;
const SIZES = { wide: { width: 1400, height: 900 }, narrow: { width: 390, height: 800 } };
const QUALITY = 50;
const SCALE = { wide: 0.7, narrow: 1 };

const mark = (layer, position) => async (page) => {
  await read(page, SEEDS[0]);
  await page.locator(`[data-testid="article"] [data-layer="${layer}"]`).first().click({ position });
};
const section = (name) => async (page) => {
  await show(page, `#/compare/${SEEDS.slice(0, 3).join(',')}`);
  await page.locator(`[data-testid="compare-${name}"]`).evaluate((element) => element.scrollIntoView());
};
const VIEWS = {
  read: (page) => read(page, SEEDS[0]),
  person: mark('person'),
  statement: mark('statement', { x: 2, y: 8 }),
  compare: async (page) => {
    await show(page, `#/compare/${SEEDS.slice(0, 3).join(',')}`);
    await page.locator('[data-testid="compare-matrix"]').waitFor();
  },
  differences: section('differences'),
  statements: section('statements'),
  side: section('side'),
  timeline: (page) => show(page, '#/timeline'),
  search: (page) => page.locator('[data-testid="search"]').fill('Ukraina'),
};

/** A small picture: the browser's own WebP, wide pages at a smaller scale. */
async function picture(page, name, clip) {
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY, clip });
  await session.detach();
  const bytes = Buffer.from(data, 'base64');
  await writeFile(path.join(FOLDER, `${name}.webp`), bytes);
  return bytes.length;
}

await mkdir(FOLDER, { recursive: true });
for (const old of await readdir(FOLDER)) await rm(path.join(FOLDER, old));
const browser = await launch();
let [count, bytes] = [0, 0];
for (const [size, viewport] of Object.entries(SIZES)) {
  for (const colorScheme of ['light', 'dark']) {
    await visiting(browser, async (page, site) => {
      for (const [view, open] of Object.entries(VIEWS)) {
        await page.goto(`${site.url}#/`);
        await page.reload();
        await ready(page);
        await open(page);
        await page.waitForTimeout(400);
        const y = await page.evaluate(() => window.scrollY);
        bytes += await picture(page, `${view}-${size}-${colorScheme}`, { x: 0, y, ...viewport, scale: SCALE[size] });
        count += 1;
      }
    }, { viewport, colorScheme });
  }
}
await browser.close();
console.log(`${count} pictures in ${FOLDER}, ${Math.round(bytes / 1000)} kB`);
