// Starts the page. A file of its own: the page's policy allows no inline script.
const { wasm } = document.querySelector("script[data-wasm]").dataset;
// A host without a secure address has no service workers, and some browsers refuse them: then the page needs its network.
const offline = navigator.serviceWorker;

// Another view was asked for: the first article would only flash.
const first = document.querySelector(".first");
if (location.hash.length > 2 && location.hash !== `#/read/${encodeURIComponent(first?.dataset.first)}`) first?.remove();

const LATE = 3000;
const late = () => new Promise((resolve) => { setTimeout(resolve, LATE, {}); });

/** Asks a service worker which build it keeps, and whether it comes to this page now. */
function ask(worker) {
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise((resolve) => { port1.onmessage = ({ data }) => resolve(data); });
  worker.postMessage(Date.now() + LATE / 2, [port2]);
  return Promise.race([answer, late()]);
}

const changed = () => new Promise((resolve) => { offline.addEventListener("controllerchange", () => resolve({}), { once: true }); });

/** The build that this page's service worker keeps. One that has just been replaced may never answer: then the next is asked. */
async function kept() {
  const worker = offline.controller;
  const { build } = await Promise.race([ask(worker), changed()]);
  return offline.controller === worker ? build : kept();
}

/** Whether this page's service worker keeps another build than the page is of. */
async function isOutdated() {
  const build = await kept();
  return Boolean(build) && build !== document.documentElement.dataset.build;
}

/** Lets a newer build that waits take its place, if no other page is open. */
async function makeWay() {
  const change = changed();
  const newer = (await offline.getRegistration())?.waiting;
  if (newer && (await ask(newer)).comes) await Promise.race([change, late()]);
}

async function start() {
  await wasm_bindgen({ module_or_path: wasm });
  // What is kept for reading without a network comes after what is needed now.
  if (offline) setTimeout(() => offline.register("service.js", { updateViaCache: "none" }).catch(() => undefined), 3000);
}

// It may also happen by itself, a moment after a page was opened.
offline?.addEventListener("controllerchange", async () => { if (await isOutdated()) location.reload(); });

try {
  if (offline?.controller) await makeWay();
  if (offline?.controller && await isOutdated()) location.reload();
  else await start();
} catch (error) {
  document.documentElement.dataset.state = "failed";
  document.body.append(`Silang tidak dapat dimulai: ${error}`);
  throw error;
}
