// Starts the worker. The build number in its address keeps an old worker out of a new page.
const build = self.location.search;
importScripts(`worker.js${build}`);
wasm_bindgen({ module_or_path: `worker_bg.wasm${build}` });
