// Takes the README's pictures from the real page into docs/screens/.
import { mkdir } from 'node:fs/promises';
import path from 'node:path';

import { launch, read, show, visiting } from './browser.mjs';
import { SEEDS } from './silang.mjs';

const FOLDER = new URL('../../docs/screens/', import.meta.url).pathname;
const VIEWPORT = { width: 1400, height: 900 };

await mkdir(FOLDER, { recursive: true });
const browser = await launch();
await visiting(browser, async (page) => {
  await read(page, SEEDS[0]);
  await page.screenshot({ path: path.join(FOLDER, 'read.png') });
  await show(page, `#/compare/${SEEDS.slice(0, 3).join(',')}`);
  await page.locator('[data-testid="compare-matrix"]').waitFor();
  await page.screenshot({ path: path.join(FOLDER, 'compare.png') });
}, { viewport: VIEWPORT });
await browser.close();
console.log(`read.png and compare.png in ${FOLDER}`);
