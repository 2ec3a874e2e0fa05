// Registers the service worker once the page is there, announces new releases, and lets readers
// remove everything that is kept. `src/start.js` loads this script. Its texts are in attributes: in
// the head (`src/prerender/offline.rs`) and in a section of the page on method.
(() => {
  const { dataset: own } = document.querySelector("meta[name=offline]");
  const KEY = "tinhso-offline";
  const HOUR = 3600e3;

  // "on" or "off" if the reader has chosen. Where the browser stores nothing, it stays null; in a
  // sandboxed frame, or where storage is forbidden, even asking for these objects fails.
  let readersChoice = null;
  let canKeep = false;
  let workers;
  try {
    workers = navigator.serviceWorker;
    canKeep = Boolean(workers && window.caches);
    readersChoice = localStorage.getItem(KEY);
  } catch {
    canKeep = false;
  }
  const saveChoice = (choice) => {
    try {
      localStorage.setItem(KEY, choice);
    } catch {
      // The choice only holds for this page.
    }
  };

  const appendElement = (name, text, parent) => {
    const made = document.createElement(name);
    made.textContent = text;
    parent.append(made);
    return made;
  };

  // Announce each release only once, even if the reader closes the notice.
  let announced = null;
  const announceRelease = (release) => {
    if (release === announced) return;
    announced = release;
    // From now on the browser follows links to other pages, because they are of the new release.
    document.documentElement.dataset.superseded = "";
    if (document.querySelector("body > .t-new")) return;
    const notice = appendElement("div", "", document.body);
    notice.className = "t-new";
    notice.setAttribute("role", "status");
    // When the notice is closed, return the focus to where it was.
    let focusedBefore = null;
    notice.addEventListener("focusin", ({ relatedTarget }) => {
      if (!notice.contains(relatedTarget)) focusedBefore = relatedTarget;
    });
    const close = () => {
      notice.remove();
      (focusedBefore ?? document.getElementById("main"))?.focus({ preventScroll: true });
    };
    // Screen readers announce text that is put into a status later, but not one that comes with its
    // text.
    setTimeout(() => {
      appendElement("p", own.new, notice);
      appendElement("button", own.load, notice).onclick = () => location.reload();
      appendElement("button", own.later, notice).onclick = close;
    }, 100);
  };

  const findRegistration = async () => {
    const found = await workers.getRegistration(own.base);
    return found?.scope === new URL(own.base, location).href ? found : undefined;
  };

  // A page that stays open looks for a new release when the reader comes back to it, at most once
  // an hour.
  const checkHourly = (registration) => {
    let lastCheck = performance.now();
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible" && performance.now() - lastCheck > HOUR) {
        lastCheck = performance.now();
        registration.update().catch(() => {});
      }
    });
  };

  // A new worker skips waiting by itself, but it can still be left waiting if a request comes at
  // that very moment. So it is told again, until it waits no more.
  const activateNewWorkers = (registration) => {
    const activate = () => {
      if (!registration.waiting) return;
      registration.waiting.postMessage({ go: true });
      setTimeout(activate, 5000);
    };
    const activateOnceInstalled = () => {
      registration.installing?.addEventListener("statechange", () => setTimeout(activate, 1000));
    };
    registration.addEventListener("updatefound", activateOnceInstalled);
    activateOnceInstalled();
    activate();
  };

  const register = async () => {
    const registration = await workers.register(`${own.base}sw.js`, { scope: own.base });
    activateNewWorkers(registration);
    // The worker may be past installing by now: Firefox tells of it later than other browsers.
    const newest = registration.installing ?? registration.waiting ?? registration.active;
    await new Promise((done) => {
      const check = () => /^(activated|redundant)$/.test(newest?.state ?? "redundant") && done();
      newest?.addEventListener("statechange", check);
      check();
    });
    // Keep what this page has loaded before the worker could see it, and what it is loading.
    const loaded = performance.getEntriesByType("resource").map((entry) => entry.name);
    const hinted = [...document.querySelectorAll("link[rel=preload]:not([media])")];
    const all = new Set([location.href, ...loaded, ...hinted.map((hint) => hint.href)]);
    // And ask for its release: it tells the pages when it takes over, but this page may not have
    // been among them yet. Without a network there would be nothing to load.
    registration.active.postMessage({ keep: [...all], tell: navigator.onLine });
    return registration;
  };

  const remove = async () => {
    await (await findRegistration())?.unregister();
    for (const name of await caches.keys()) {
      if (name.startsWith(`tinhso ${own.base} `)) await caches.delete(name);
    }
  };

  const showOfflineSection = async () => {
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
        saveChoice(isKept ? "off" : "on");
        const wasDone = await (isKept ? remove() : register()).then(() => true, () => false);
        show(wasDone ? !isKept : isKept);
        // The button loses the focus while it is disabled.
        button.focus();
      };
    };
    show(Boolean(await findRegistration()));
  };

  const start = async () => {
    // On a developer's machine the files change by the minute, so keep them only if asked to.
    const isLocal = /^(localhost|127\.[\d.]+|\[::1\])$/.test(location.hostname);
    const isWanted = readersChoice === "on" || (readersChoice !== "off" && !isLocal && !navigator.connection?.saveData);
    await showOfflineSection();
    if (!canKeep || !isWanted) return;
    // If it fails, a later page tries again.
    await register().then(checkHourly, () => {});
    await showOfflineSection();
  };
  // The application can show the page on method without loading a document.
  document.addEventListener("tinhso-shown", showOfflineSection);

  if (canKeep) {
    const onRelease = (release) => {
      if (release && release !== own.release) announceRelease(release);
    };
    onRelease(own.told);
    workers.addEventListener("message", ({ data }) => onRelease(data?.tinhso));
    const askForRelease = async () => (await findRegistration())?.active?.postMessage({ tell: true });
    workers.addEventListener("controllerchange", askForRelease);
    // A page that Back brings as it was left has missed what was told meanwhile.
    window.addEventListener("pageshow", ({ persisted }) => persisted && askForRelease());
  }
  const whenIdle = window.requestIdleCallback ?? ((work) => setTimeout(work, 1));
  // Wait for the program of the page, at most 15 seconds: loading what is kept for later would slow
  // it down.
  const programSettled = () =>
    new Promise((done) => {
      const root = document.documentElement;
      const check = () => root.dataset.program && done();
      setTimeout(done, 15e3);
      new MutationObserver(check).observe(root, { attributeFilter: ["data-program"] });
      check();
    });
  const startWhenSettled = () => programSettled().then(() => whenIdle(start));
  if (document.readyState === "complete") startWhenSettled();
  else window.addEventListener("load", startWhenSettled);
})();
