// A promise that is fulfilled once the page has been painted, so that nothing is loaded before. A
// page in the background is not painted, and not every browser reports painting, so it also has a
// time limit.
const pagePainted = new Promise((resolve) => {
  addEventListener("DOMContentLoaded", () => setTimeout(resolve, document.hidden ? 0 : 1000));
  document.addEventListener("visibilitychange", resolve, { once: true });
  try {
    new PerformanceObserver(resolve).observe({ type: "paint", buffered: true });
  } catch (error) {
    console.warn(error);
  }
});
// Browsers without modules cannot run the program: say so.
if (!("noModule" in document.createElement("script"))) {
  addEventListener("DOMContentLoaded", () => {
    const status = document.getElementById("status");
    const words = JSON.parse(status.getAttribute("data-words"));
    if (words.unsupported) status.textContent = `${words.unsupported} ${words.complete}`;
  });
}
