// Opens the built site as a fresh visitor would and measures what the page does.
import { execFileSync } from 'node:child_process';
import { gzipSync } from 'node:zlib';

import { inWorkers, ready } from '../browser.mjs';
import { MEDIA_TYPES, serveSite } from '../site.mjs';

const SLOW = 4;
const packs = new Set(Object.values(MEDIA_TYPES).filter((type) => type !== MEDIA_TYPES['.png']));

/** Serves the site as GitHub Pages does, where texts and programs are packed; `sent` has the name and bytes of every file that was asked for. */
export async function host(files) {
  const sent = [];
  const packed = new Map();
  const site = await serveSite('/', files, (name, answer) => {
    const isPacked = packs.has(answer.type);
    if (isPacked && !packed.has(name)) packed.set(name, gzipSync(answer.body));
    const body = isPacked ? packed.get(name) : answer.body;
    sent.push({ name, bytes: body.length });
    return { ...answer, body, headers: isPacked ? { 'content-encoding': 'gzip' } : {} };
  });
  return { ...site, sent };
}

/** Runs before a program's own scripts: keeps hold of its memory of WebAssembly. */
const MEMORY = `for (const name of ['instantiate', 'instantiateStreaming']) {
  const own = WebAssembly[name].bind(WebAssembly);
  WebAssembly[name] = async (...all) => {
    const made = await own(...all);
    const memory = Object.values((made.instance ?? made).exports).find((value) => value instanceof WebAssembly.Memory);
    self.memoryHeld = () => memory.buffer.byteLength;
    return made;
  };
}`;

/** Runs before the page's own scripts: notes when things are first there, long tasks, and how long workers took for their answers. */
function instruments() {
  const gauge = { at: {}, long: [], answers: [] };
  window.gauge = gauge;
  const things = {
    list: () => document.querySelector('[data-testid="library"] [data-doc]'),
    ready: () => document.documentElement?.dataset.state === 'ready',
  };
  const look = () => {
    for (const [thing, isThere] of Object.entries(things)) if (!gauge.at[thing] && isThere()) gauge.at[thing] = performance.now();
    if (Object.keys(things).every((thing) => gauge.at[thing])) looking.disconnect();
  };
  const looking = new MutationObserver(look);
  looking.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-state'] });
  const watch = (type, note) => new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  watch('paint', ({ name, startTime }) => { if (name === 'first-contentful-paint') gauge.at.text = startTime; });
  watch('longtask', ({ duration }) => gauge.long.push(duration));
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function postMessage(bytes, ...rest) {
    const start = performance.now();
    if (bytes instanceof Uint8Array) {
      this.addEventListener('message', () => gauge.answers.push({ kind: bytes[0], took: performance.now() - start }), { once: true, capture: true });
    }
    return post.call(this, bytes, ...rest);
  };
}

/** A browser's context with the instruments in page and workers, and a page of it. */
export async function visitor(browser, { isSlow = false, ...options } = {}) {
  const context = await browser.newContext({ locale: 'id-ID', viewport: { width: 1400, height: 900 }, ...options });
  await context.addInitScript(MEMORY);
  await context.addInitScript(instruments);
  const open = async () => {
    const page = await context.newPage();
    if (isSlow) await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: SLOW });
    return page;
  };
  return { context, open };
}

/** Opens the site in a page without a service worker, whose workers tell of their memory; runs `use(page)` when it is ready. */
export async function visit(browser, site, use) {
  const { context, open } = await visitor(browser, { serviceWorkers: 'block' });
  await inWorkers(context, MEMORY);
  const page = await open();
  try {
    await page.goto(site.url);
    await ready(page);
    return await use(page);
  } finally {
    await context.close();
  }
}

/** Runs in the page: how long from an act until what it is for is there and painted. */
const within = (act, isThere, about) => new Promise((done, fail) => {
  const late = setTimeout(() => fail(new Error(`waited in vain for ${isThere}, ${JSON.stringify(about)}`)), 600_000);
  const { port1, port2 } = new MessageChannel();
  const start = performance.now();
  port1.onmessage = () => done(performance.now() - start);
  const look = () => {
    if (!isThere(about)) return;
    looking.disconnect();
    clearTimeout(late);
    requestAnimationFrame(() => port2.postMessage(''));
  };
  const looking = new MutationObserver(look);
  looking.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  act(about);
});

/** Milliseconds from `act(about)`, done in the page, to the screen on which `isThere(about)`. */
export const timed = (page, act, isThere, about) => page.evaluate(`(${within})(${act}, ${isThere}, ${JSON.stringify(about)})`);

/** Goes to another address of the page. */
export const goes = ({ hash }) => { window.location.hash = hash; };

/** How long the worker took for its last answer to a request of this kind. */
export const answer = (page, kind) => page.evaluate((own) => window.gauge.answers.findLast((one) => one.kind === own)?.took ?? 0, kind);

/** Megabytes of memory: WebAssembly's in the page and in its workers, and that of the whole renderer. */
export async function memory(browser, page) {
  const held = await Promise.all([page, ...page.workers()].map((one) => one.evaluate(() => self.memoryHeld?.() ?? 0)));
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  const resident = renderers.map((id) => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(id)], { encoding: 'utf8' })));
  return { page: held[0] / 1e6, keeper: Math.max(...held.slice(1)) / 1e6, renderer: Math.max(...resident) / 1000 };
}
