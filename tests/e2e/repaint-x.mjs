// Tells how long the page works from a click on a layer's switch to the painted text, on an article of 60 kB.
import { choose, inLibrary, launch, read, ready, visiting } from './browser.mjs';
import { SEEDS, seedText } from './silang.mjs';

const LENGTH = 60_000;
const ROUNDS = 12;

/** An article made of the seeds, again and again; a last sentence of its own keeps each paragraph from being a repeat. */
function long() {
  const lines = SEEDS.flatMap((file) => seedText(file).split('\n'));
  const own = (line, at) => (line.trim() ? `${line} Desa ke-${at} punya ${at * 31} warga dan ${at * 97} pohon.\n` : '\n');
  let text = '';
  for (let at = 0; text.length < LENGTH; at += 1) text += own(lines[at % lines.length], at);
  return text.slice(0, LENGTH);
}

/** Milliseconds for each click. It starts with a frame, so that waiting for the screen does not count; a message comes after the frame's paint. */
const clicks = (rounds) => new Promise((done) => {
  const switches = [...document.querySelectorAll('[data-layer-toggle]')];
  const times = [];
  const { port1, port2 } = new MessageChannel();
  let start = 0;
  const click = () => requestAnimationFrame(() => {
    start = performance.now();
    switches[times.length % switches.length].click();
    port2.postMessage('');
  });
  port1.onmessage = () => {
    times.push(performance.now() - start);
    if (times.length < rounds * switches.length) setTimeout(click, 60);
    else done(times);
  };
  click();
});

const M=["ThreadTime","TaskDuration","ScriptDuration","RecalcStyleDuration","LayoutDuration"];
const browser = await launch();
await visiting(browser, async (page) => {
  await choose(page, { name: 'long.txt', text: long() });
  await inLibrary(page, 'long.txt').first().waitFor();
  await ready(page);
  const article = await read(page, 'long.txt');
  const marks = await article.locator('[data-layer]').count();
  const cdp = await page.context().newCDPSession(page); await cdp.send("Performance.enable",{timeDomain:"threadTicks"}); const get=async()=>Object.fromEntries((await cdp.send("Performance.getMetrics")).metrics.map(m=>[m.name,m.value])); const m0=await get();
  const times = (await page.evaluate(clicks, ROUNDS)).sort((a, b) => a - b);
  const m1=await get(); console.log(M.map(k=>k+" "+(((m1[k]-m0[k])/60)*1000).toFixed(2)+" ms").join(", "));
  const at = (part) => times[Math.floor(part * (times.length - 1))].toFixed(1);
  console.log(`${at(0.5)} ms median, ${at(0.95)} ms at the 95th percentile, for ${times.length} clicks on an article of ${LENGTH / 1000} kB with ${marks} marks`);
});
await browser.close();
