// Runs in the measured page from its first moment: notes when anything on it, insides of components included, was last
// painted anew. Streamlit's own notes to testers are no change that anybody sees.
(() => {
  const log = (window.__lukis = { input: 0, last: 0 });
  const UNSEEN = new Set(["data-test-script-state", "data-stale"]);
  const painted = () => requestAnimationFrame(() => (log.last = performance.now()));
  const observer = new MutationObserver((changes) => {
    if (changes.some((c) => c.type !== "attributes" || !UNSEEN.has(c.attributeName))) painted();
  });
  const watch = (root) => observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
  watch(document);
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (...args) {
    const root = attach.apply(this, args);
    watch(root);
    return root;
  };
  addEventListener("click", (e) => (log.input = e.timeStamp), true);
  log.still = (quiet) => {
    const app = document.querySelector("[data-testid='stApp']");
    return app?.dataset.testScriptState === "notRunning" && performance.now() - Math.max(log.last, log.input, __ukur.lastMessage) > quiet;
  };
})();
