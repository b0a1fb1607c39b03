// Runs in the measured page from its first moment: notes, frame by frame, when map, number and trend last changed.
(() => {
  const log = (window.__ukur = { input: 0, last: {}, changed: {}, bytes: 0, messages: 0, lastMessage: 0, long: [], texts: [] });
  const PARTS = ["peta", "angka", "tren"];
  let own = null;

  // Our map lives in a component's shadow root; the reference is kept so that looking costs next to nothing.
  function ownMap() {
    if (own && own.isConnected) return own;
    for (const host of document.querySelectorAll("[data-testid='stBidiComponentIsolated']"))
      if ((own = host.shadowRoot?.querySelector("svg.peta-utama"))) return own;
    return null;
  }

  function state(part) {
    if (part === "peta") {
      const svg = ownMap();
      if (svg)
        return svg.dataset.gambar && [svg.dataset.gambar, ...[...svg.querySelectorAll("path.daerah")].map((p) => p.dataset.nilai + p.getAttribute("fill"))].join();
      const paths = document.querySelectorAll(".choroplethlayer path.choroplethlocation");
      return [...paths].map((p) => p.getAttribute("fill") + p.getAttribute("style") + (p.getAttribute("d") || "").length).join();
    }
    if (part === "angka") return [...document.querySelectorAll(".angka-besar, [data-testid='stMetricValue']")].map((n) => n.textContent).join();
    const lines = document.querySelectorAll(".scatterlayer path.js-line");
    return [...lines].map((p) => p.getAttribute("d")).join();
  }

  function frame() {
    for (const part of PARTS) {
      const now = state(part);
      if (now && now !== log.changed[part]) {
        log.changed[part] = now;
        requestAnimationFrame(() => (log.last[part] = performance.now()));
      }
    }
    const bar = document.querySelector("[data-testid='stProgress']")?.textContent;
    if (bar && log.texts.at(-1)?.[1] !== bar) log.texts.push([performance.now(), bar]);
    requestAnimationFrame(frame);
  }
  requestAnimationFrame(frame);

  for (const kind of ["keydown", "click"]) addEventListener(kind, (e) => (log.input = e.timeStamp), true);
  new PerformanceObserver((list) => list.getEntries().forEach((e) => log.long.push([e.startTime, e.duration]))).observe({ type: "longtask", buffered: true });

  const Native = window.WebSocket;
  window.WebSocket = class extends Native {
    constructor(...args) {
      super(...args);
      this.addEventListener("message", (e) => {
        log.bytes += e.data.byteLength ?? e.data.size ?? e.data.length;
        log.messages += 1;
        log.lastMessage = performance.now();
      });
    }
  };

  log.still = (quiet) => {
    const app = document.querySelector("[data-testid='stApp']");
    const times = Object.values(log.last);
    const waiting = document.querySelector("[data-testid='stSkeleton'], [data-testid='stPlotlyChart']") ? PARTS : ["peta", "angka"];
    return app?.dataset.testScriptState === "notRunning" && waiting.every((p) => p in log.last) && performance.now() - Math.max(...times, log.lastMessage) > quiet;
  };
  log.reset = () => Object.assign(log, { bytes: 0, messages: 0, last: Object.fromEntries(PARTS.map((p) => [p, 0])), long: [] });
})();
