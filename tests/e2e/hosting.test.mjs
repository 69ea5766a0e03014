import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { inLibrary, launch, read, serviceWorker, visiting } from './browser.mjs';
import { SEEDS, seedBytes, seedText } from './silang.mjs';
import { listen, serveSite } from './site.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

test('the site works under a path of its host', () => visiting(browser, async (page) => {
  for (const file of SEEDS) await inLibrary(page, file).first().waitFor();
  const article = await read(page, SEEDS[0]);
  assert.equal(await article.evaluate((root) => root.textContent), seedText(SEEDS[0]));
}, { prefix: '/some/prefix/' }));

test('seeds/index.json lists every article of the site', async () => {
  const site = await serveSite();
  try {
    const list = await (await fetch(`${site.url}seeds/index.json`)).json();
    assert.deepEqual(list.map(({ file }) => file), SEEDS);
    for (const { file, title, outlet, published, bytes } of list) {
      assert.equal(bytes, seedBytes(file).length);
      assert.ok(title.length > 0 && typeof outlet === 'string', file);
      assert.match(published, /^(\d{4}-\d\d-\d\d)?$/);
      assert.deepEqual(Buffer.from(await (await fetch(`${site.url}seeds/${file}`)).arrayBuffer()), seedBytes(file));
    }
  } finally {
    await site.close();
  }
});

test('the first article can be read before any WebAssembly runs', async () => {
  const page = await browser.newPage();
  const site = await serveSite();
  try {
    // Never answered.
    await page.route('**/*.wasm', () => undefined);
    await page.goto(site.url, { waitUntil: 'commit' });
    const words = (text) => text.split(/\s+/).filter(Boolean);
    assert.deepEqual(words(await page.locator('article').innerText()), words(seedText(SEEDS[0])));
    assert.equal(await page.evaluate(() => document.documentElement.dataset.state), 'loading');
  } finally {
    await page.close();
    await site.close();
  }
});

test('after one visit the page works without a network', () => visiting(browser, async (page) => {
  await serviceWorker(page);
  await page.context().setOffline(true);
  await page.reload();
  await page.waitForFunction(() => document.documentElement.dataset.state === 'ready');
  const article = await read(page, SEEDS[0]);
  assert.equal(await article.evaluate((root) => root.textContent), seedText(SEEDS[0]));
}));

test('the page could not send a text elsewhere if it wanted to', async () => {
  let asked = 0;
  const elsewhere = await listen(() => {
    asked += 1;
    return { status: 204 };
  });
  const page = await browser.newPage();
  const site = await serveSite();
  try {
    await page.goto(site.url);
    const refused = await page.evaluate(async (url) => {
      const image = new Promise((resolve) => {
        const element = Object.assign(new Image(), { src: `${url}/image`, onload: () => resolve(false), onerror: () => resolve(true) });
        document.body.append(element);
      });
      const request = fetch(`${url}/fetch`, { method: 'POST', body: 'text', mode: 'no-cors' }).then(() => false, () => true);
      return [await image, await request];
    }, elsewhere.origin);
    assert.deepEqual(refused, [true, true]);
    assert.equal(asked, 0);
  } finally {
    await page.close();
    await site.close();
    await elsewhere.close();
  }
});
