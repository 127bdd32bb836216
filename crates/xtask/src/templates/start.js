// Starts the page. Its failure is told in the words that index.html holds ready.
import init from "./{{page_js}}";

const loading = document.getElementById("loading");
try {
  await init({ module_or_path: new URL("./{{page_wasm}}", import.meta.url) });
  loading?.remove();
} catch (error) {
  loading?.remove();
  const failed = document.getElementById("start-failed");
  if (failed) failed.hidden = false;
  throw error;
}
