import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { inLibrary, launch, show, visiting } from './browser.mjs';
import { SEEDS, compare } from './silang.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const comparison = compare(...SEEDS);
const event = comparison.events.toSorted((a, b) => b.length - a.length)[0];

test('the command line finds the event that three seeds tell', () => {
  assert.deepEqual(event, SEEDS.slice(0, 3));
});

test('the compare pane lays the articles of that event side by side', () => visiting(browser, async (page) => {
  await show(page, `#/compare/${event.join(',')}`);
  const matrix = page.locator('[data-testid="compare"] [data-testid="compare-matrix"]');
  await matrix.waitFor();
  const shared = comparison.entities.filter((entity) => new Set(entity.mentions.map((m) => m.doc)).size === event.length);
  assert.ok(shared.length > 0, 'some name is in all three');
  const text = await matrix.textContent();
  assert.ok(shared.some((entity) => text.includes(entity.name)), text);
}));

test('every view of the comparison can be reached', () => visiting(browser, async (page) => {
  await show(page, `#/compare/${event.join(',')}`);
  await page.locator('[data-testid="compare"]').waitFor();
  for (const view of ['compare-matrix', 'compare-statements', 'compare-side', 'compare-timeline', 'compare-differences']) {
    const part = page.locator(`[data-testid="compare"] [data-testid="${view}"]`);
    assert.ok(await part.count() > 0, view);
  }
}));

test('the timeline has the dates of the articles in order', () => visiting(browser, async (page) => {
  await show(page, '#/timeline');
  await page.waitForFunction(() => location.hash === '#/timeline');
  for (const file of SEEDS) assert.ok(await inLibrary(page, file).count() > 0, file);
}));
