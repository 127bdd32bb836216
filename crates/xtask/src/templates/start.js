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

// Afterwards, when the engine has been fetched too, everything is kept for days without a network: a slow one does not
// carry the engine twice at once. Where keeping is forbidden (private windows, plain file hosts) the page works all the
// same.
if ("serviceWorker" in navigator) engineReady().then(keep).catch(() => {});

/** When the page says that the engine runs, or after half a minute without. */
function engineReady() {
  return new Promise((resolve) => {
    addEventListener("evenhand-engine-ready", () => setTimeout(resolve, 1000), { once: true });
    setTimeout(resolve, 30_000);
  });
}

async function keep() {
  const workers = navigator.serviceWorker;
  const registration = await workers.register("./service-worker.js");
  const tell = () => {
    if (registration.waiting && workers.controller) dispatchEvent(new Event("evenhand-update"));
  };
  tell();
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", tell));
  addEventListener("evenhand-reload", () => {
    workers.addEventListener("controllerchange", () => location.reload());
    if (registration.waiting) registration.waiting.postMessage("update");
    else location.reload();
  });
}
