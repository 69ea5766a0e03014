// Tells how long the page takes from navigation to ready, on a first visit: the median of five.
import { launch, visiting } from './browser.mjs';

const browser = await launch();
const times = [];
for (let round = 0; round < 5; round += 1) {
  const start = performance.now();
  await visiting(browser, () => { times.push(performance.now() - start); });
}
await browser.close();
console.log(`${Math.round(times.sort((a, b) => a - b)[2])} ms to ready (${times.map(Math.round).join(', ')})`);
