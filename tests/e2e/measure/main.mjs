// Measures the built site in Chromium and prints a table of docs/performance.md.
//   node measure/main.mjs start|many|archive|compare [--articles FOLDER_OR_JSONL] [--count N] [--rounds N] [--profile FILE]
import { parseArgs } from 'node:util';

import { launch } from '../browser.mjs';

const { values, positionals: [what] } = parseArgs({
  allowPositionals: true,
  options: { articles: { type: 'string' }, count: { type: 'string' }, rounds: { type: 'string' }, profile: { type: 'string' } },
});
const { measure } = await import(`./${what}.mjs`);
const number = (text) => (text === undefined ? undefined : Number(text));
const browser = await launch();
try {
  console.log(`Chromium ${browser.version()}`);
  console.log(await measure(browser, { from: values.articles, count: number(values.count), rounds: number(values.rounds), profile: values.profile }));
} finally {
  await browser.close();
}
