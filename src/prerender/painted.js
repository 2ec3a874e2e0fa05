// Fulfilled once what can be read was painted: nothing is loaded in its way. A page in the background is
// not painted, and not every browser tells when one was.
const painted = new Promise((then) => {
  const kinds = (typeof PerformanceObserver === "function" && PerformanceObserver.supportedEntryTypes) || [];
  const tells = kinds.includes("paint");
  if (tells) new PerformanceObserver(then).observe({ type: "paint", buffered: true });
  const wait = document.hidden ? 0 : tells ? 5000 : 300;
  addEventListener("DOMContentLoaded", () => setTimeout(then, wait));
  addEventListener("visibilitychange", then, { once: true });
});
