// Starts the engine in its worker. Messages that arrive before it is ready are kept and delivered afterwards.
import init, * as engine from "./{{engine_js}}";

const early = [];
const keep = (event) => {
  event.stopImmediatePropagation();
  early.push(event);
};
self.addEventListener("message", keep);
try {
  await load();
  engine.start_worker();
  self.removeEventListener("message", keep);
  for (const event of early) {
    self.dispatchEvent(new MessageEvent("message", { data: event.data, ports: [...event.ports] }));
  }
} catch (error) {
  // Thrown outside the module, it reaches the page as an `error` event on the Worker.
  setTimeout(() => {
    throw error;
  });
}

/** Loads the engine; a network that broke off is asked once more, past what it left half kept. */
async function load() {
  const url = new URL("./{{engine_wasm}}", import.meta.url);
  try {
    await init({ module_or_path: url });
  } catch {
    await new Promise((resolve) => setTimeout(resolve, 500));
    await init({ module_or_path: await fetch(url, { cache: "reload" }) });
  }
}
