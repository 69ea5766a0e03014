// Keeps the site for reading without a network: one build, whole or not at all.
//
// The build writes the line before this one: `SITE`, the build's number and its files with their sums. So each build has a
// service worker of its own. The browser lets a new one wait until no page uses the old one: from its navigation to its
// workers, a page gets the files of one build.
const MINE = `silang ${registration.scope} `;
const KEPT = MINE + SITE.build;

/** Fetches all files, past what the browser holds as fresh; keeps them if each came and is the one that was built. */
async function install() {
  const cache = await caches.open(KEPT);
  const files = Object.entries(SITE.files).map(([file, integrity]) => new Request(file, { cache: "no-cache", integrity }));
  await cache.addAll(files).catch(async (why) => {
    await caches.delete(KEPT);
    throw why;
  });
}

/** No page uses an older build now: lets all of them go. */
async function activate() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(MINE) && name !== KEPT).map((name) => caches.delete(name)));
}

/** Keeps a file of the site's pack, of which only the first ones belong to each build: those that were asked for do too then. */
async function keep(request, response) {
  const cache = await caches.open(KEPT);
  // A browser without room for more still shows it.
  await cache.put(request, response).catch(() => undefined);
}

/** The file of this build, or the network's where it has none. */
async function answer(request, event) {
  const isPage = request.mode === "navigate";
  const { origin, pathname } = new URL(request.url);
  const asked = isPage ? origin + pathname.replace(/\/index\.html$/, "/") : request;
  const kept = await caches.match(asked, { cacheName: KEPT, ignoreVary: true });
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok && request.url.startsWith(`${registration.scope}seeds/pack/`)) event.waitUntil(keep(request, response.clone()));
  return response;
}

/**
 * Tells a page that was just opened which build is kept here. If this one waits, it is taken now (`comes`), provided that no
 * other page is open and that the page still waits for the answer.
 */
async function tell(deadline, reply) {
  const open = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const isAlone = open.filter(({ url }) => url.startsWith(registration.scope)).length < 2;
  const comes = registration.waiting !== null && isAlone && Date.now() < deadline;
  reply.postMessage({ comes, build: await caches.has(KEPT) ? SITE.build : "" });
  if (comes) await skipWaiting();
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("message", (event) => event.waitUntil(tell(event.data, event.ports[0])));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && request.url.startsWith(registration.scope)) event.respondWith(answer(request, event));
});
