// Reading without a mouse, and for those who do not see: axe-core finds nothing in any view.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';

import { choose, inLibrary, launch, read, ready, show, visiting } from './browser.mjs';
import { SEEDS } from './silang.mjs';

const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WIDE = { width: 1400, height: 900 };
const NARROW = { width: 320, height: 700 };

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

test('j and k walk from mark to mark, Enter opens the card, Escape closes it', () => visiting(browser, async (page) => {
  await read(page, SEEDS[0]);
  const card = page.locator('[data-testid="card"]');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  const walked = await page.locator('[data-testid="walked"]').textContent();
  assert.ok(walked.length > 3, walked);
  assert.equal(await card.count(), 0);
  await page.keyboard.press('Enter');
  await card.waitFor();
  assert.ok(walked.includes(await card.locator('h2').textContent()), walked);
  assert.ok(await card.evaluate((element) => element === document.activeElement));
  await page.keyboard.press('Escape');
  assert.equal(await card.count(), 0);
}));

test('the two articles scroll together until L parts them', () => visiting(browser, async (page) => {
  await show(page, `#/compare/${SEEDS.slice(0, 2).join(',')}`);
  const [left, right] = ['0', '1'].map((side) => page.locator(`[data-side="${side}"]`));
  const top = (side) => side.evaluate((element) => element.scrollTop);
  await left.scrollIntoViewIfNeeded();
  await left.evaluate((element) => { element.scrollTop = 400; });
  await page.waitForFunction(() => document.querySelector('[data-side="1"]').scrollTop > 0);
  await page.keyboard.press('l');
  await page.locator('[data-testid="lock"][aria-pressed="false"]').waitFor();
  const before = await top(right);
  await left.evaluate((element) => { element.scrollTop = 0; });
  await page.waitForTimeout(200);
  assert.equal(await top(right), before);
}, { viewport: WIDE }));

test('where there is room for one article, the other takes its place at the same sentence', () => visiting(browser, async (page) => {
  await show(page, `#/compare/${SEEDS.slice(0, 2).join(',')}`);
  const [left, right] = ['0', '1'].map((side) => page.locator(`[data-side="${side}"]`));
  await left.locator('[data-pair]').nth(3).scrollIntoViewIfNeeded();
  await page.waitForTimeout(200);
  assert.equal(await right.isVisible(), false);
  const pair = await left.getAttribute('data-read');
  await page.locator('[data-testid="flip"]').click();
  await right.waitFor();
  assert.equal(await left.isVisible(), false);
  assert.ok(await right.locator(`[data-pair="${pair}"]`).evaluate((tie) => {
    const { top, bottom } = tie.getBoundingClientRect();
    return bottom > 0 && top < window.innerHeight;
  }));
}, { viewport: NARROW }));

test('furniture is folded, and one click shows it', () => visiting(browser, async (page) => {
  await read(page, SEEDS[0]);
  const fold = page.locator('[data-testid="article"] details').first();
  assert.equal(await fold.getAttribute('open'), null);
  await fold.locator('summary').click();
  assert.notEqual(await fold.getAttribute('open'), null);
}));

test('what goes away leaves the focus near: in its card, in its list, on the list of choices that was changed', () => visiting(browser, async (page) => {
  const within = (css) => page.waitForFunction((selector) => Boolean(document.activeElement?.closest(selector)), css);
  await read(page, SEEDS[0]);
  await page.locator('[data-testid="article"] [data-layer="person"]', { hasText: 'Biden' }).first().click();
  await page.locator('[data-testid="split"]').first().focus();
  await page.keyboard.press('Enter');
  await within('[data-testid="card"]');
  await page.locator('[data-kind="organization"]').click();
  await page.locator('[data-testid="corrections"] li button').first().focus();
  await page.keyboard.press('Enter');
  await within('[data-testid="corrections"] li');
  await show(page, `#/compare/${SEEDS.slice(0, 3).join(',')}`);
  await page.locator('[data-side="1"] select').focus();
  await page.keyboard.press('ArrowDown');
  await page.waitForFunction(() => document.querySelector('[data-side="1"] select').selectedIndex === 2);
  await within('[data-side="1"] select');
}, { viewport: WIDE }));

test('each view is opened at its top, and again where it was left', () => visiting(browser, async (page) => {
  const at = (y) => page.waitForFunction((wanted) => Math.abs(window.scrollY - wanted) < 2, y);
  await read(page, SEEDS[1]);
  await page.evaluate(() => window.scrollTo(0, 700));
  await at(700);
  await page.waitForTimeout(100);
  await page.keyboard.press('t');
  await page.locator('.timeline time').first().waitFor();
  await at(0);
  await page.goBack();
  await page.locator('[data-testid="article"]').waitFor();
  await at(700);
}, { viewport: WIDE }));

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function violations(page) {
  await page.evaluate(AXE);
  const found = await page.evaluate((runOnly) => window.axe.run(document, { runOnly }), RULES);
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | ')}`);
}

const VIEWS = {
  read: async (page) => {
    await read(page, SEEDS[0]);
    await page.locator('[data-testid="article"] [data-layer="time"]').first().click();
  },
  'a person and a correction': async (page) => {
    await read(page, SEEDS[0]);
    await page.locator('[data-testid="article"] [data-layer="person"]').first().click();
    await page.locator('[data-testid="split"]').first().click();
  },
  'a statement': async (page) => {
    await read(page, SEEDS[0]);
    await page.locator('[data-testid="article"] [data-layer="statement"]').first().click({ position: { x: 2, y: 8 } });
    await page.getByRole('tab').nth(2).click();
  },
  compare: (page) => show(page, `#/compare/${SEEDS.slice(0, 3).join(',')}`),
  timeline: (page) => show(page, '#/timeline'),
  search: (page) => page.locator('[data-testid="search"]').fill('Ukraina'),
  keys: (page) => page.keyboard.press('?'),
  paste: (page) => page.locator('[data-testid="paste-open"]').click(),
  'what failed and what was added': async (page) => {
    await choose(page, { name: 'kosong.txt', text: '' }, { name: 'rusak.zip', text: 'bukan arsip' }, { name: 'biner.txt', text: Buffer.alloc(64) },
      { name: 'gempa.txt', text: 'Gempa di Palu\n\nGempa mengguncang Palu, Senin (3/3/2025).\n' });
    await inLibrary(page, 'gempa.txt').waitFor();
    await ready(page);
    await page.locator('[data-testid="close-all"]').waitFor();
  },
};
for (const [size, viewport] of Object.entries({ wide: WIDE, narrow: NARROW })) {
  for (const locale of ['id-ID', 'en-GB']) {
    test(`axe finds nothing: ${size}, ${locale}, light and dark`, () => visiting(browser, async (page) => {
      for (const [name, open] of Object.entries(VIEWS)) {
        await page.emulateMedia({ colorScheme: 'light' });
        await page.reload();
        await ready(page);
        await open(page);
        await page.waitForTimeout(300);
        assert.deepEqual(await violations(page), [], name);
        await page.emulateMedia({ colorScheme: 'dark' });
        assert.deepEqual(await violations(page), [], `${name}, dark`);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        assert.ok(wide <= 0, `${name}: ${wide} px too wide`);
      }
    }, { viewport, locale }));
  }
}

test('what lies under a sheet is out of reach, and the focus comes back when it is closed', () => visiting(browser, async (page) => {
  const keys = page.locator('[data-testid="keys"]');
  await keys.focus();
  await page.keyboard.press('Enter');
  await page.locator('[role="dialog"]').waitFor();
  for (let step = 0; step < 4; step += 1) {
    await page.keyboard.press('Tab');
    assert.ok(await page.evaluate(() => document.activeElement === document.body || document.activeElement.closest('[role="dialog"]')));
  }
  await page.keyboard.press('Escape');
  await page.locator('[role="dialog"]').waitFor({ state: 'detached' });
  assert.ok(await keys.evaluate((element) => element === document.activeElement));
}));
