//! The WebAssembly analytics module: wasm-bindgen newtypes over the Evenhand engine.
