// Runs a WASI program that prints and reads the clock: node wasi.mjs MODULE ARGUMENTS…
//
// What it may ask of the system is here, not Node's own WASI: Node 20 ends with a fault where a program's memory has
// grown to some hundred megabytes.

import { readFile } from "node:fs/promises";
import { writeSync } from "node:fs";

const SUCCESS = 0;
const BAD_FILE = 8;
const NOT_SUPPORTED = 58;

/** Thrown to leave the program. */
class Exit extends Error {
  constructor(code) {
    super(`exit code ${code}`);
    this.code = code;
  }
}

const [file, ...rest] = process.argv.slice(2);
const args = [file, ...rest].map((text) => new TextEncoder().encode(`${text}\0`));
let memory;
// Looked up each time: the buffer is another one after the memory has grown.
const view = () => new DataView(memory.buffer);

const imports = {
  args_sizes_get(count, bytes) {
    view().setUint32(count, args.length, true);
    view().setUint32(bytes, args.reduce((sum, one) => sum + one.length, 0), true);
    return SUCCESS;
  },
  args_get(pointers, at) {
    args.forEach((one, k) => {
      view().setUint32(pointers + 4 * k, at, true);
      new Uint8Array(memory.buffer).set(one, at);
      at += one.length;
    });
    return SUCCESS;
  },
  environ_sizes_get(count, bytes) {
    view().setUint32(count, 0, true);
    view().setUint32(bytes, 0, true);
    return SUCCESS;
  },
  environ_get: () => SUCCESS,
  clock_time_get(clock, precision, into) {
    view().setBigUint64(into, BigInt(Math.round(performance.now() * 1e6)), true);
    return SUCCESS;
  },
  random_get(at, length) {
    // For the order of hash maps only, which nothing depends on.
    new Uint8Array(memory.buffer, at, length).fill(7);
    return SUCCESS;
  },
  fd_write(descriptor, vectors, count, written) {
    if (descriptor !== 1 && descriptor !== 2) return BAD_FILE;
    let total = 0;
    for (let k = 0; k < count; k += 1) {
      const [at, length] = [0, 4].map((offset) => view().getUint32(vectors + 8 * k + offset, true));
      writeSync(descriptor, new Uint8Array(memory.buffer, at, length));
      total += length;
    }
    view().setUint32(written, total, true);
    return SUCCESS;
  },
  fd_prestat_get: () => BAD_FILE,
  proc_exit(code) {
    throw new Exit(code);
  },
};

const module = await WebAssembly.compile(await readFile(file));
const refused = WebAssembly.Module.imports(module)
  .filter(({ name }) => !(name in imports))
  .map(({ name }) => [name, () => NOT_SUPPORTED]);
const { exports } = await WebAssembly.instantiate(module, {
  wasi_snapshot_preview1: { ...Object.fromEntries(refused), ...imports },
});
memory = exports.memory;
try {
  exports._start();
} catch (thrown) {
  if (!(thrown instanceof Exit)) throw thrown;
  process.exitCode = thrown.code;
}
