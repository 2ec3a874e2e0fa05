// Fulfilled once what can be read was painted: nothing is loaded in its way. A page in the background is
// not painted, and not every browser tells when one was: neither is waited for any longer than this.
const painted = new Promise((then) => {
  addEventListener("DOMContentLoaded", () => setTimeout(then, document.hidden ? 0 : 1000));
  document.addEventListener("visibilitychange", then, { once: true });
  try {
    new PerformanceObserver(then).observe({ type: "paint", buffered: true });
  } catch (error) {
    console.warn(error);
  }
});
// A browser that knows no modules cannot run the program, and its reader is told so.
if (!("noModule" in document.createElement("script"))) {
  addEventListener("DOMContentLoaded", () => {
    const status = document.getElementById("status");
    const words = JSON.parse(status.getAttribute("data-words"));
    if (words.unsupported) status.textContent = `${words.unsupported} ${words.complete}`;
  });
}
