import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { inLibrary, launch, read, visiting } from './browser.mjs';
import { LAYERS, attribute, differences, ofFacts, ofPage } from './marks.mjs';
import { SEEDS, extract, seedText } from './silang.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

test('a first visit shows every seed article', () => visiting(browser, async (page) => {
  for (const file of SEEDS) await inLibrary(page, file).first().waitFor();
}));

for (const file of SEEDS) {
  test(`${file} is shown unchanged and marked as the command line marks it`, () => visiting(browser, async (page) => {
    const text = seedText(file);
    const facts = extract(file);
    const article = await read(page, file);
    assert.equal(await article.evaluate((root) => root.textContent), text);
    assert.deepEqual(differences(await ofPage(article), ofFacts(facts, text)), {});
    const people = facts.mentions.filter((mention) => mention.type === 'PERSON').map((mention) => mention.entity);
    assert.deepEqual(await attribute(article, 'person', 'entity'), [...new Set(people)].sort());
    assert.deepEqual(await attribute(article, 'time', 'value'), [...new Set(facts.times.map((time) => time.value))].sort());
  }));
}

test('a switch turns its layer off and on and does not move the text', () => visiting(browser, async (page) => {
  const article = await read(page, SEEDS[0]);
  for (const layer of LAYERS) {
    const button = page.locator(`button[data-layer-toggle="${layer}"]`).first();
    const height = await article.evaluate((root) => root.getBoundingClientRect().height);
    const pressed = await button.getAttribute('aria-pressed');
    await button.click();
    assert.notEqual(await button.getAttribute('aria-pressed'), pressed, layer);
    assert.equal(await article.evaluate((root) => root.getBoundingClientRect().height), height, layer);
    await button.click();
    assert.equal(await button.getAttribute('aria-pressed'), pressed, layer);
  }
}));

test('the address of an article opens it', () => visiting(browser, async (page) => {
  const article = page.locator('[data-testid="article"]');
  await article.waitFor();
  assert.equal(await article.evaluate((root) => root.textContent), seedText(SEEDS[1]));
}, { path: `#/read/${SEEDS[1]}` }));

test('the interface speaks Indonesian or English', () => visiting(browser, async (page) => {
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
}, { locale: 'en-GB' }));
