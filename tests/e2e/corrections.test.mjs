// What the reader sets right: undone, redone, removed, applied to later articles, and carried by the project file.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';

import { choose, inLibrary, launch, read, ready, visiting } from './browser.mjs';
import { SEEDS } from './silang.mjs';

const OWN = {
  name: 'pasar.txt',
  text: 'Pasar Lama Terbakar\n\nJAKARTA, Senin (3/3/2025) - Kebakaran melanda Pasar Lama kemarin. '
    + '"Tidak ada korban jiwa," kata Siti Rahma di Bandung. "Warga sudah pulang," kata Rahma.\n',
};
const LATER = { name: 'susulan.txt', text: 'Warga Kembali\n\nSiti Rahma tiba di Bandung pada Selasa (4/3/2025).\n' };

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const mark = (page, layer, words) => page.locator(`[data-testid="article"] [data-layer="${layer}"]`, { hasText: words }).first();
const card = (page) => page.locator('[data-testid="card"]');
const corrections = (page) => page.locator('[data-testid="corrections"] li');

async function opened(page) {
  await choose(page, OWN);
  await inLibrary(page, OWN.name).waitFor();
  await ready(page);
  return read(page, OWN.name);
}

test('a date is corrected by the keyboard, checked by the calendar, undone and redone', () => visiting(browser, async (page) => {
  await opened(page);
  await mark(page, 'time', 'kemarin').click();
  const form = card(page).locator('[data-testid="fix-time"]');
  const value = form.locator('[name="value"]');
  await value.fill('2025-02-30');
  await value.press('Enter');
  await form.getByRole('alert').filter({ hasText: '2025-02-30' }).waitFor();
  assert.equal(await corrections(page).count(), 0);
  await value.fill('2025-03-01');
  await value.press('Enter');
  await page.locator('[data-testid="article"] [data-value="2025-03-01"]').waitFor();
  assert.match(await card(page).textContent(), /Sabtu, 1 Maret 2025.*dikoreksi oleh Anda/s);
  assert.match(await card(page).textContent(), /Semula terbaca2 Mar 2025/);
  await page.locator('body').press('Escape');
  await page.keyboard.press('z');
  await page.locator('[data-testid="article"] [data-value="2025-03-02"]').first().waitFor();
  await page.keyboard.press('y');
  await page.locator('[data-testid="article"] [data-value="2025-03-01"]').waitFor();
}));

test('a name is renamed, parted, of another kind, and dropped', () => visiting(browser, async (page) => {
  const article = await opened(page);
  const entity = (name) => article.locator(`[data-entity="${name}"]`);
  await mark(page, 'person', 'Siti Rahma').click();
  await card(page).locator('[data-testid="split"]').click();
  assert.equal(await entity('Rahma').count(), 1);
  await card(page).locator('[name="to"]').fill('Siti R.');
  await card(page).locator('[name="to"]').press('Enter');
  await entity('Siti R.').first().waitFor();
  await card(page).locator('[data-kind="organization"]').click();
  assert.equal(await article.locator('[data-layer="organization"][data-entity="Siti R."]').count(), await entity('Siti R.').count());
  await card(page).locator('[data-testid="not-a-name"]').click();
  assert.equal(await entity('Siti R.').count(), 0);
  assert.equal(await corrections(page).count(), 4);
  while (await corrections(page).count() > 0) await corrections(page).first().getByRole('button').click();
  await entity('Siti Rahma').first().waitFor();
}));

test('a statement gets another speaker, is cited, and is none', () => visiting(browser, async (page) => {
  const article = await opened(page);
  const statement = mark(page, 'statement', 'Tidak ada korban');
  await statement.click({ position: { x: 3, y: 8 } });
  await card(page).locator('[data-testid="copy-citation"]').click();
  await page.getByText('Tersalin.').waitFor();
  const citation = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(citation, /^Siti Rahma: “Tidak ada korban jiwa” \(.*3 Mar 2025\)$/);
  await card(page).locator('[name="speaker"]').fill('Budi');
  await card(page).locator('[name="speaker"]').press('Enter');
  await article.locator('[data-layer="statement"][data-speaker="Budi"]').waitFor();
  await card(page).locator('[data-testid="not-said"]').click();
  assert.equal(await article.locator('[data-layer="statement"]', { hasText: 'Tidak ada korban' }).count(), 0);
}, { permissions: ['clipboard-read', 'clipboard-write'] }));

test('outlet and date of an article are told by the reader, and its dates are worked out anew', () => visiting(browser, async (page) => {
  await choose(page, { name: 'polos.txt', text: 'Pasar Lama Terbakar\n\nKebakaran melanda Pasar Lama kemarin.\n' });
  await read(page, 'polos.txt');
  await page.locator('[data-testid="about"] summary').click();
  await page.locator('[data-testid="about"] [name="outlet"]').fill('Harian Contoh');
  await page.locator('[data-testid="about"] [name="published"]').fill('2024-03-01');
  await page.locator('[data-testid="about"] button').first().click();
  await page.locator('[data-testid="article"] [data-value="2024-02-29"]').waitFor();
  assert.match(await inLibrary(page, 'polos.txt').textContent(), /Harian Contoh/);
  await page.reload();
  await ready(page);
  assert.match(await inLibrary(page, 'polos.txt').textContent(), /Harian Contoh/);
}));

test('an article is moved to another event: undone, kept, in the project file', () => visiting(browser, async (page) => {
  const together = () => page.evaluate(([one, other]) => {
    const event = (file) => document.querySelector(`[data-testid="library"] [data-doc="${file}"]`).closest('.event');
    return event(one) === event(other);
  }, [SEEDS[0], SEEDS[3]]);
  await read(page, SEEDS[3]);
  assert.equal(await together(), false);
  await page.locator('[data-testid="about"] summary').click();
  await page.locator('[data-testid="move"] select').selectOption(SEEDS[0]);
  await page.locator('[data-testid="move"] button').click();
  await corrections(page).filter({ hasText: `${SEEDS[3]}: satu peristiwa dengan ${SEEDS[0]}` }).waitFor();
  await ready(page);
  assert.equal(await together(), true);
  await page.reload();
  await ready(page);
  assert.equal(await together(), true);
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-export="json"]').click()]);
  const project = JSON.parse(await readFile(await download.path(), 'utf8'));
  assert.deepEqual(project.corrections, [{ Move: [SEEDS[3], SEEDS[0]] }]);
  await corrections(page).first().getByRole('button').click();
  await ready(page);
  assert.equal(await together(), false);
  await choose(page, { name: 'silang.json', text: JSON.stringify(project) });
  await corrections(page).first().waitFor();
  await ready(page);
  assert.equal(await together(), true);
}));

test('corrections hold after a reload, for later articles, and travel in the project file', () => visiting(browser, async (page) => {
  await opened(page);
  await mark(page, 'person', 'Siti Rahma').click();
  await card(page).locator('[name="to"]').fill('Siti Rahmawati');
  await card(page).locator('[name="to"]').press('Enter');
  await corrections(page).first().waitFor();
  await page.reload();
  await ready(page);
  await choose(page, LATER);
  await inLibrary(page, LATER.name).waitFor();
  await ready(page);
  const article = await read(page, LATER.name);
  await article.locator('[data-entity="Siti Rahmawati"]').waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-testid="save-file"]').click()]);
  const project = JSON.parse(await readFile(await download.path(), 'utf8'));
  assert.deepEqual(project.corrections, [{ Rename: ['Siti Rahma', 'Siti Rahmawati'] }]);
  await page.locator('[data-testid="save-file"]').waitFor({ state: 'detached' });
  await corrections(page).first().getByRole('button').click();
  await article.locator('[data-entity="Siti Rahma"]').waitFor();
  await choose(page, { name: 'silang.json', text: JSON.stringify(project) });
  await article.locator('[data-entity="Siti Rahmawati"]').waitFor();
}));
