// Keeps the files of one version, so that the page opens without a network after the first visit. No data pass here:
// files that the user loads never become requests.
const CACHE = "evenhand-{{version}}";
const FILES = {{files}};

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES)));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => names.filter((name) => name.startsWith("evenhand-") && name !== CACHE))
      .then((old) => Promise.all(old.map((name) => caches.delete(name)))),
  );
});

// The page says when it wants the new version; until then the old one keeps its files.
self.addEventListener("message", (event) => {
  if (event.data === "update") self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== self.location.origin) return;
  event.respondWith(request.mode === "navigate" ? newest(request) : kept(request));
});

/** The page itself: the newest where there is a network, else the kept one. */
async function newest(request) {
  try {
    return await fetch(request);
  } catch {
    return (await caches.match(request, { ignoreSearch: true })) ?? (await caches.match("./")) ?? Response.error();
  }
}

/** Files whose names carry their content's hash: the kept ones are right for ever. */
async function kept(request) {
  return (await caches.match(request)) ?? fetch(request);
}
