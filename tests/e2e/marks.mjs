// What is marked in an article, as the page shows it and as the command line tells it, in one form that can be compared.
import { toUtf16 } from './silang.mjs';

export const LAYERS = ['person', 'organization', 'location', 'time', 'statement'];

/** Stretches of text in order, those that touch or overlap joined. */
function joined(stretches) {
  const out = [];
  for (const { start, end } of stretches.filter((s) => s.end > s.start).sort((a, b) => a.start - b.start)) {
    const last = out.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else out.push({ start, end });
  }
  return out;
}

/** Layer → words that the command line's facts cover, white space aside. */
export function ofFacts(facts, text) {
  const place = toUtf16(text);
  const layer = {
    time: facts.times,
    statement: facts.statements,
  };
  const marks = (name) => layer[name] ?? facts.mentions.filter((mention) => mention.type === name.toUpperCase());
  return Object.fromEntries(LAYERS.map((name) => [name, words(text, joined(marks(name).map(place)))]));
}

/** Layer → words that the open article's marks cover, white space aside. */
export async function ofPage(article) {
  const { text, marks } = await article.evaluate((root, layers) => {
    const offset = (node) => {
      const range = document.createRange();
      range.selectNodeContents(root);
      range.setEndBefore(node);
      return range.toString().length;
    };
    const of = (layer) => [...root.querySelectorAll(`[data-layer="${layer}"]`)].map((element) => {
      const start = offset(element);
      return { start, end: start + element.textContent.length };
    });
    return { text: root.textContent, marks: Object.fromEntries(layers.map((layer) => [layer, of(layer)])) };
  }, LAYERS);
  return Object.fromEntries(LAYERS.map((layer) => [layer, words(text, joined(marks[layer]))]));
}

/** What one of two sets of marks has and the other has not, layer by layer; empty when they are the same. */
export function differences(page, facts) {
  const only = (these, those) => these.filter((word) => !those.includes(word));
  const layers = LAYERS.map((layer) => [layer, {
    onlyOnPage: only(page[layer], facts[layer]),
    onlyInFacts: only(facts[layer], page[layer]),
  }]);
  return Object.fromEntries(layers.filter(([, { onlyOnPage, onlyInFacts }]) => onlyOnPage.length + onlyInFacts.length > 0));
}

/** The words of stretches with their offsets: where a mark is cut into pieces (at a line's end) does not matter. */
const words = (text, stretches) => stretches.flatMap(({ start, end }) =>
  [...text.slice(start, end).matchAll(/\S+/g)].map((word) => `${start + word.index} ${word[0]}`));

/** The distinct values of an attribute of marks. */
export const attribute = (article, layer, name) => article.evaluate((root, [mark, data]) =>
  [...new Set([...root.querySelectorAll(`[data-layer="${mark}"]`)].map((e) => e.dataset[data]))].sort(), [layer, name]);
