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

test('going to a view of the comparison leaves the address, and back from a place is where the reader was', () => visiting(browser, async (page) => {
  const address = `#/compare/${event.join(',')}`;
  await show(page, address);
  await page.locator('nav.views button').nth(1).click();
  await page.locator('[data-testid="compare-differences"] .place').first().waitFor();
  assert.equal(await page.evaluate(() => location.hash), address);
  await page.waitForFunction(() => scrollY > 100);
  // A scroll that was not told of yet would be told of the next view.
  await page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); }));
  const before = await page.evaluate(() => scrollY);
  await page.locator('[data-testid="compare-differences"] .place').first().evaluate((place) => place.click());
  await page.waitForFunction(() => location.hash.startsWith('#/read/'));
  const marked = await page.evaluate(() => [...(CSS.highlights.get('spot') ?? [])].map(String));
  assert.equal(marked.length, 1);
  await page.goBack();
  await page.waitForFunction((y) => Math.abs(scrollY - y) < 2, before);
}));

test('ticked articles are compared, or else those of the open one\'s event', () => visiting(browser, async (page) => {
  await show(page, `#/read/${event[1]}`);
  await page.keyboard.press('b');
  await page.waitForFunction((docs) => location.hash === `#/compare/${docs}`, event.join(','));
  for (const doc of [SEEDS[3], SEEDS[4]]) await inLibrary(page, doc).locator('input').click();
  await page.locator('nav.places a').nth(1).click();
  await page.waitForFunction((docs) => location.hash === `#/compare/${docs}`, SEEDS.slice(3).join(','));
  await page.locator('nav.places a').first().click();
  await page.waitForFunction((doc) => location.hash === `#/read/${doc}`, event[1]);
}));

test('an address of articles that are not here says so', () => visiting(browser, async (page) => {
  for (const address of ['#/read/tiada.txt', '#/compare/tiada.txt,nihil.txt']) {
    await show(page, address);
    await page.locator('main', { hasText: 'tiada.txt' }).filter({ hasText: 'tidak ada di halaman ini' }).waitFor();
  }
}));
