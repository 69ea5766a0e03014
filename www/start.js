// Starts the page. A file of its own: the page's policy allows no inline script.
const { script, wasm } = document.querySelector("script[data-wasm]").dataset;

try {
  const { default: init } = await import(`./${script}`);
  await init({ module_or_path: wasm });
} catch (error) {
  document.documentElement.dataset.state = "failed";
  document.body.append(`Silang tidak dapat dimulai: ${error}`);
  throw error;
}
