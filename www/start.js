// Starts the page. A file of its own: the page's policy allows no inline script.
const { script, wasm } = document.querySelector("script[data-wasm]").dataset;

// Another view was asked for: the first article would only flash.
const first = document.querySelector(".first");
if (location.hash.length > 2 && location.hash !== `#/read/${encodeURIComponent(first?.dataset.first)}`) first?.remove();

// On later visits requests go through the service worker, which keeps what it fetches.
const isFirstVisit = !navigator.serviceWorker?.controller;

/** Keeps for reading without a network what this visit has fetched, and what its worker has; lets the files of older builds go. */
async function keep() {
  await navigator.serviceWorker.register("service.js");
  const seen = performance.getEntriesByType("resource").map(({ name }) => name).filter((name) => name.startsWith(location.origin));
  const build = seen.map((name) => new URL(name)).find(({ pathname }) => pathname.endsWith("/engine.js"))?.search ?? "";
  const cache = await caches.open("silang");
  for (const { url } of await cache.keys()) if (/\/(page|style)-\w+[.]/.test(url) && !seen.includes(url)) await cache.delete(url);
  if (isFirstVisit) await cache.addAll([location.pathname, `worker.js${build}`, `worker_bg.wasm${build}`, ...new Set(seen)]);
}

try {
  const { default: init } = await import(`./${script}`);
  await init({ module_or_path: wasm });
} catch (error) {
  document.documentElement.dataset.state = "failed";
  document.body.append(`Silang tidak dapat dimulai: ${error}`);
  throw error;
}

// A host without a secure address has no service workers, and some browsers refuse them: then the page needs its network.
if (navigator.serviceWorker) setTimeout(() => keep().catch(() => undefined), 3000);
