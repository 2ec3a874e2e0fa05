// Beside the service worker: registers it once the page is there, tells of a new release, and lets a
// reader remove all of it. src/start.js loads it. Its words stand in the head, from src/prerender/offline.rs,
// and those of the section on the page about method with that section.
(() => {
  const { dataset: own } = document.querySelector("meta[name=offline]");
  const { serviceWorker: workers, connection } = navigator;
  const KEY = "tinhso-offline";
  const HOUR = 3600e3;

  // "on" or "off" where the reader has said so. Where nothing may be stored, nothing is.
  let said = null;
  let canKeep = false;
  try {
    canKeep = Boolean(workers && window.caches);
    said = localStorage.getItem(KEY);
  } catch {
    canKeep = false;
  }
  const say = (word) => {
    try {
      localStorage.setItem(KEY, word);
    } catch {
      // It holds until the next page.
    }
  };

  const element = (name, text, to) => {
    const made = document.createElement(name);
    made.textContent = text;
    to.append(made);
    return made;
  };

  // Each release once, whether or not the reader puts the notice away.
  let told = null;
  const tell = (release) => {
    if (release === told) return;
    told = release;
    // From here on links load the pages they lead to, which are of the new one.
    document.documentElement.dataset.superseded = "";
    if (document.querySelector("body > .t-new")) return;
    const notice = element("div", "", document.body);
    notice.className = "t-new";
    notice.setAttribute("role", "status");
    // Who closes it goes on where it came in the way.
    let before = null;
    notice.addEventListener("focusin", ({ relatedTarget }) => {
      if (!notice.contains(relatedTarget)) before = relatedTarget;
    });
    const close = () => {
      notice.remove();
      (before ?? document.getElementById("main"))?.focus({ preventScroll: true });
    };
    // What is put into a status later is read out; one that comes with its text need not be.
    setTimeout(() => {
      element("p", own.new, notice);
      element("button", own.load, notice).onclick = () => location.reload();
      element("button", own.later, notice).onclick = close;
    }, 100);
  };

  const find = async () => {
    const found = await workers.getRegistration(own.base);
    return found?.scope === new URL(own.base, location).href ? found : undefined;
  };

  // A page that stays open asks for a new release when it is looked at again, once an hour.
  const watch = (found) => {
    let asked = performance.now();
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible" && performance.now() - asked > HOUR) {
        asked = performance.now();
        found.update().catch(() => {});
      }
    });
  };

  // A new worker asks not to wait, but a request in the very moment in which it takes over can leave it
  // waiting all the same, until it asks again.
  const urge = (found) => {
    const go = () => found.waiting?.postMessage({ go: true });
    const follow = () => {
      found.installing?.addEventListener("statechange", () => setTimeout(go, 1000));
    };
    found.addEventListener("updatefound", follow);
    follow();
    go();
  };

  const register = async () => {
    const found = await workers.register(`${own.base}sw.js`, { scope: own.base });
    urge(found);
    const coming = found.installing;
    if (coming) {
      await new Promise((done) => {
        coming.onstatechange = () => {
          if (/^(activated|redundant)$/.test(coming.state)) done();
        };
      });
    }
    // What this page has loaded, perhaps before there was a worker to see it, and what is on its way.
    const loaded = performance.getEntriesByType("resource").map((entry) => entry.name);
    const hinted = [...document.querySelectorAll("link[rel=preload]:not([media])")];
    const all = new Set([location.href, ...loaded, ...hinted.map((hint) => hint.href)]);
    found.active.postMessage({ keep: [...all] });
    return found;
  };

  const remove = async () => {
    await (await find())?.unregister();
    for (const name of await caches.keys()) {
      if (name.startsWith(`tinhso ${own.base} `)) await caches.delete(name);
    }
  };

  const offer = async () => {
    const section = document.querySelector("section#offline");
    if (!section) return;
    const { dataset: words } = section;
    const line = section.querySelector("[role=status]");
    if (!canKeep) {
      line.textContent = words.cannotKeep;
      return;
    }
    const button = section.querySelector("button");
    const show = (isKept) => {
      line.textContent = isKept ? words.isKept : words.isNotKept;
      button.textContent = isKept ? words.remove : words.keep;
      button.hidden = button.disabled = false;
      button.onclick = async () => {
        button.disabled = true;
        say(isKept ? "off" : "on");
        const wasDone = await (isKept ? remove() : register()).then(() => true, () => false);
        show(wasDone ? !isKept : isKept);
        // A button that is disabled for a while loses it.
        button.focus();
      };
    };
    show(Boolean(await find()));
  };

  const start = async () => {
    // On a developer's machine what is served changes by the minute: only where it is asked for.
    const isLocal = /^(localhost|127\.[\d.]+|\[::1\])$/.test(location.hostname);
    const isWanted = said === "on" || (said !== "off" && !isLocal && !connection?.saveData);
    await offer();
    if (!canKeep || !isWanted) return;
    // What does not come now comes with a later page.
    await register().then(watch, () => {});
    await offer();
  };
  // The application may show the page about method without loading it.
  document.addEventListener("tinhso-shown", offer);

  if (canKeep) {
    const hear = (release) => {
      if (release && release !== own.release) tell(release);
    };
    hear(own.told);
    workers.addEventListener("message", ({ data }) => hear(data?.tinhso));
  }
  const whenIdle = window.requestIdleCallback ?? ((work) => setTimeout(work, 1));
  // The page's own program comes first, for as long as it is worth waiting for; what is kept for later
  // would compete with it.
  const settled = () =>
    new Promise((done) => {
      const root = document.documentElement;
      const look = () => root.dataset.program && done();
      setTimeout(done, 15e3);
      new MutationObserver(look).observe(root, { attributeFilter: ["data-program"] });
      look();
    });
  const begin = () => settled().then(() => whenIdle(start));
  if (document.readyState === "complete") begin();
  else window.addEventListener("load", begin);
})();
