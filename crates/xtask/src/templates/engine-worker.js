// Starts the engine in its worker. Messages that arrive before it is ready are kept and delivered afterwards.
import init, * as engine from "./{{engine_js}}";

const early = [];
const keep = (event) => {
  event.stopImmediatePropagation();
  early.push(event);
};
self.addEventListener("message", keep);
try {
  await init({ module_or_path: new URL("./{{engine_wasm}}", import.meta.url) });
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
