// Replaces sw.js when the site is no longer to be kept on readers' devices (`cargo xtask build
// --retire-worker`): it removes everything that was kept, and then itself.

const PREFIX = `tinhso ${new URL(registration.scope).pathname} `;

async function retire() {
  for (const name of await caches.keys()) {
    if (name.startsWith(PREFIX)) await caches.delete(name);
  }
  // Open pages came from what was kept: tell them to offer a reload.
  for (const client of await clients.matchAll({ type: "window", includeUncontrolled: true })) {
    client.postMessage({ tinhso: "none" });
  }
  await registration.unregister();
}

self.addEventListener("install", (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener("activate", (event) => event.waitUntil(retire()));
