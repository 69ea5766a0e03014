// A plain WebDriver client (https://www.w3.org/TR/webdriver2/), and the three browsers that it drives.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
const PATIENCE = 40_000;
const PATIENCE_WHILE_LOADING = 150_000;
const STEP = 40;

/** Keys as WebDriver names them. */
export const KEY = { shift: '\uE008', tab: '\uE004', enter: '\uE007', escape: '\uE00C', space: ' ', down: '\uE015', control: '\uE009' };

const chromiumFlags = ['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run', '--window-size=1400,900',
  '--disable-background-networking', '--disable-component-update', '--disable-sync', '--lang=id'];

/** How each browser is started: its driver, and what the driver is told. */
const BROWSERS = {
  chromium: {
    driver: (port) => [process.env.CHROMEDRIVER ?? 'chromedriver', `--port=${port}`],
    told: () => ({ 'goog:chromeOptions': { binary: process.env.CHROMIUM ?? '/usr/bin/chromium', args: chromiumFlags } }),
  },
  firefox: {
    driver: (port) => [process.env.GECKODRIVER ?? 'geckodriver', '--port', String(port), '--log', 'fatal'],
    told: () => ({
      'moz:firefoxOptions': {
        binary: process.env.FIREFOX ?? '/usr/bin/firefox-esr',
        args: ['-headless', '--width=1400', '--height=1000'],
        prefs: { 'intl.accept_languages': 'id', 'browser.download.useDownloadDir': true },
      },
    }),
  },
  webkit: {
    driver: (port) => [process.env.WEBKITDRIVER ?? 'WebKitWebDriver', `--port=${port}`],
    told: () => ({
      'webkitgtk:browserOptions': { binary: process.env.MINIBROWSER, args: ['--automation', '--geometry=1400x900'] },
    }),
  },
};

export const NAMES = Object.keys(BROWSERS);

/** A port that nobody listens on. */
const freePort = () => new Promise((resolve, reject) => {
  const server = createServer().once('error', reject);
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});

async function request(method, url, body) {
  const response = await fetch(url, { method, body: body && JSON.stringify(body), headers: { 'content-type': 'application/json' } });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
  return value;
}

/** Tries until `attempt` gives something true; fails with what it was that did not come. */
async function until(what, attempt, patience = PATIENCE) {
  const end = performance.now() + patience;
  for (;;) {
    const found = await attempt();
    if (found) return found;
    if (performance.now() > end) throw new Error(`never came: ${what}`);
    await pause(STEP);
  }
}

/** Starts a browser and its driver; `visit(page)` is given the one window. */
export async function driving(name, visit) {
  const port = await freePort();
  const [program, ...words] = BROWSERS[name].driver(port);
  const driver = spawn(program, words, { stdio: 'ignore' });
  const failed = new Promise((_, reject) => { driver.once('error', reject); });
  const base = `http://127.0.0.1:${port}`;
  try {
    const isUp = () => request('GET', `${base}/status`).then(() => true, () => false);
    await Promise.race([until(`${program} on ${base}`, isUp), failed]);
    const alwaysMatch = { ...BROWSERS[name].told(), pageLoadStrategy: 'normal' };
    const { sessionId, capabilities } = await request('POST', `${base}/session`, { capabilities: { alwaysMatch } });
    const page = new Page(`${base}/session/${sessionId}`);
    try {
      return await visit(page, `${capabilities.browserName} ${capabilities.browserVersion}`);
    } finally {
      await page.close();
    }
  } finally {
    driver.kill();
  }
}

/** One window of a browser. Elements are given by CSS selectors; the first that fits is meant. */
class Page {
  constructor(url) {
    this.url = url;
  }

  post(path, body = {}) {
    return request('POST', `${this.url}/${path}`, body);
  }

  close() {
    return request('DELETE', this.url).catch(() => undefined);
  }

  go(url) {
    return this.post('url', { url });
  }

  reload() {
    return this.post('refresh');
  }

  back() {
    return this.post('back');
  }

  /** A picture of the window, as PNG. */
  async picture() {
    return Buffer.from(await request('GET', `${this.url}/screenshot`), 'base64');
  }

  resize(width, height) {
    return this.post('window/rect', { width, height });
  }

  /** Runs a function on the page and gives back what it returns, awaited. */
  run(script, ...args) {
    return this.post('execute/sync', { script: `return (${script}).apply(null, arguments)`, args });
  }

  /** Waits until a function on the page returns something true. */
  wait(what, script, ...args) {
    return this.waitLong(PATIENCE, what, script, ...args);
  }

  waitLong(patience, what, script, ...args) {
    return until(what, () => this.run(script, ...args).catch((error) => {
      // While a page is being left there is nothing to run in.
      if (/no such window|stale|javascript error/.test(error.message)) return undefined;
      throw error;
    }), patience);
  }

  /** Waits until something fits `css` (and holds `text`). */
  seen(css, text = '') {
    return this.wait(`${css} “${text}”`, (selector, words) =>
      [...document.querySelectorAll(selector)].some((element) => element.textContent.includes(words)), css, text);
  }

  /** Waits until nothing fits `css`. */
  gone(css) {
    return this.wait(`no ${css}`, (selector) => !document.querySelector(selector), css);
  }

  ready() {
    return this.waitLong(PATIENCE_WHILE_LOADING, 'ready', () => document.documentElement.dataset.state === 'ready');
  }

  count(css) {
    return this.run((selector) => document.querySelectorAll(selector).length, css);
  }

  text(css) {
    return this.run((selector) => document.querySelector(selector)?.textContent, css);
  }

  async element(css) {
    await this.seen(css);
    const found = await this.post('element', { using: 'css selector', value: css });
    return found[ELEMENT];
  }

  /** Chooses files in a file field, as its dialogue would. */
  async choose(css, ...files) {
    return this.post(`element/${await this.element(css)}/value`, { text: files.join('\n') });
  }

  /** Presses keys one after the other; a list of keys is pressed together. */
  async keys(...strokes) {
    const press = (stroke) => {
      const keys = [stroke].flat();
      return [...keys.map((value) => ({ type: 'keyDown', value })), ...keys.toReversed().map((value) => ({ type: 'keyUp', value }))];
    };
    await this.post('actions', { actions: [{ type: 'key', id: 'keyboard', actions: strokes.flatMap(press) }] });
    await this.settle();
  }

  /** Moves the mouse to an element; `then` is what its button does there. */
  async mouse(css, then = []) {
    await this.seen(css);
    const at = await until(`${css} at rest and in view`, () => this.place(css));
    const actions = [{ type: 'pointerMove', duration: 0, origin: 'viewport', ...at }, ...then];
    await this.post('actions', { actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }] });
    await this.settle();
  }

  /** Lets the page do what keys and clicks have set going: not every driver waits for that. */
  settle() {
    return this.run(() => new Promise((done) => { setTimeout(() => requestAnimationFrame(() => setTimeout(done)), 20); }))
      .catch(() => undefined);
  }

  /** Where to point at an element; nothing as long as it moves or something lies over it. */
  async place(css) {
    // The middle of the first line: the middle of a mark of two lines may lie outside of it.
    const look = () => this.run((selector) => {
      const target = document.querySelector(selector);
      const box = target?.getClientRects()[0];
      if (!box) return null;
      const at = { x: Math.round(box.left + Math.min(box.width / 2, 12)), y: Math.round(box.top + box.height / 2) };
      const under = document.elementFromPoint(at.x, at.y);
      if (under && (target.contains(under) || under.contains(target))) return at;
      target.scrollIntoView({ block: 'center' });
      return null;
    }, css);
    const [before, now] = [await look(), await look()];
    return before && now && before.x === now.x && before.y === now.y ? now : undefined;
  }

  click(css) {
    return this.mouse(css, [{ type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }]);
  }
}
