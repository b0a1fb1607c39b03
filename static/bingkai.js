// The page's language, and Indonesian for the few dialogs that Streamlit itself opens in English.

const WORDS = new Map([
  ["Page not found", "Halaman tidak ditemukan"],
  [
    "The page that you have requested does not seem to exist. Running the app's main page.",
    "Halaman yang diminta tidak ada. Halaman Ringkasan yang ditampilkan.",
  ],
  ["Connection error", "Sambungan terputus"],
  ["Connection failed", "Sambungan gagal"],
  ["Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in your terminal:", "Server dasbor tidak menjawab. Jalankan kembali:"],
  ["Close", "Tutup"],
  ["Skip to main content", "Langsung ke isi halaman"],
  ["No results", "Tidak ada yang cocok"],
]);
// What a menu tells a screen reader when it opens and while one types.
const AVAILABLE = /^(\d+) options? available\.$/;

function translate(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.nodeValue.trim();
    const words = WORDS.get(text) ?? (AVAILABLE.test(text) ? text.replace(AVAILABLE, "$1 pilihan tersedia.") : undefined);
    if (words) walker.currentNode.nodeValue = words;
  }
}

let watching = false;

export function draw({ data }) {
  const root = document.documentElement;
  root.lang = "id";
  root.dataset.contoh = String(data.contoh);
  if (watching) return;
  watching = true;
  translate(document.body);
  // Dialogs and menus hang directly under the body: watching its children, and what is added there, keeps this free of
  // cost while the page itself is drawn anew.
  const follow = (node) => {
    translate(node);
    if (node.nodeType === Node.ELEMENT_NODE && node.id !== "root")
      new MutationObserver(() => translate(node)).observe(node, { childList: true, subtree: true, characterData: true });
  };
  new MutationObserver((changes) => {
    for (const change of changes) for (const node of change.addedNodes) follow(node);
  }).observe(document.body, { childList: true });
}
