// Two ways to do one thing on the page: by mouse, and by keyboard alone.
import { KEY } from './webdriver.mjs';

/** Whether the focus is on something that fits `css`. */
const onIt = (page, css) => page.run((selector) => Boolean(document.activeElement?.matches(selector)), css);

const TABS = 600;
const STRIDE = 40;

/** Tabs from where the focus is to the first element that fits `css`, as the page orders them: about so many. */
const tabsTo = (page, css) => page.run((selector) => {
  const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
    .filter((element) => !element.disabled && element.checkVisibility());
  const here = document.activeElement;
  // Where the focus is not, the browser knows a place to go on from that the page does not.
  if (here === document.body) return 1;
  const passed = all.filter((element) => here.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING).length;
  return all.findIndex((element) => element.matches(selector)) - (all.includes(here) ? passed : passed - 1);
}, css);

/** Brings the focus to what fits `css` by the tabulator. */
async function tabTo(page, css) {
  await page.seen(css);
  for (let pressed = 0; pressed < TABS;) {
    if (await onIt(page, css)) return;
    const far = await tabsTo(page, css);
    const stride = Math.max(1, Math.min(STRIDE, Math.abs(far) - 1));
    await page.keys(...Array(stride).fill(far < 0 ? [KEY.shift, KEY.tab] : KEY.tab));
    pressed += stride;
  }
  throw new Error(`the tabulator does not reach ${css}`);
}

/** The key that leads from the mark at hand towards the first that fits `css`; nothing when it is at hand. */
const wayTo = (page, css) => page.run((selector) => {
  const [here, there] = [document.querySelector('[data-testid="article"] .pinned'), document.querySelector(selector)];
  if (here === there) return '';
  return here && (here.compareDocumentPosition(there) & Node.DOCUMENT_POSITION_PRECEDING) ? 'k' : 'j';
}, css);

/** Walks from mark to mark to the first that fits `css`. */
async function walkTo(page, css) {
  await page.seen(css);
  for (let steps = 0; steps < TABS; steps += 1) {
    const key = await wayTo(page, css);
    if (!key) return;
    await page.keys(key);
  }
  throw new Error(`j and k do not reach ${css}`);
}

export const byMouse = (page) => ({
  name: 'mouse',
  press: (css) => page.click(css),
  open: (css) => page.click(css),
  tick: (css) => page.click(css),
  point: (css) => page.mouse(css),
  layer: (layer) => page.click(`[data-layer-toggle="${layer}"]`),
  async write(css, text) {
    await page.click(css);
    await page.run((selector) => document.querySelector(selector).select(), css);
    await page.keys(...text);
  },
  search: (text) => byMouse(page).write('[data-testid="search"]', text),
  undo: () => page.click('[data-testid="corrections"] [aria-keyshortcuts="z"]'),
  redo: () => page.click('[data-testid="corrections"] [aria-keyshortcuts="y"]'),
  send: (form) => page.click(`${form} button[type="submit"]`),
  close: () => page.click('[data-testid="card"] header [aria-label="Tutup"]'),
  help: () => page.click('[data-testid="keys"]'),
  closeSheet: () => page.click('[role="dialog"] .head button'),
  lock: () => page.click('[data-testid="lock"]'),
  timeline: () => page.click('.places a[href="#/timeline"]'),
  compare: () => page.click('.places a[href^="#/compare"]'),
});

const LAYERS = ['person', 'organization', 'location', 'time', 'statement'];

export const byKeyboard = (page) => ({
  name: 'keyboard',
  async press(css) {
    await tabTo(page, css);
    await page.keys(KEY.enter);
  },
  async open(css) {
    await walkTo(page, css);
    await page.keys(KEY.enter);
  },
  async tick(css) {
    await tabTo(page, css);
    await page.keys(KEY.space);
  },
  point: (css) => tabTo(page, css),
  layer: (layer) => page.keys(String(LAYERS.indexOf(layer) + 1)),
  async write(css, text) {
    await tabTo(page, css);
    await page.keys([KEY.control, 'a'], ...text);
  },
  search: (text) => page.keys(KEY.escape, '/', ...text),
  undo: () => page.keys('z'),
  redo: () => page.keys('y'),
  send: () => page.keys(KEY.enter),
  close: () => page.keys(KEY.escape),
  help: () => page.keys('?'),
  closeSheet: () => page.keys(KEY.escape),
  lock: () => page.keys('l'),
  timeline: () => page.keys('t'),
  compare: () => page.keys('b'),
});
