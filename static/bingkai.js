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
]);

function translate(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const words = WORDS.get(walker.currentNode.nodeValue.trim());
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
  // Dialogs hang directly under the body: watching only its children keeps this free of cost during redraws.
  new MutationObserver((changes) => {
    for (const change of changes) for (const node of change.addedNodes) setTimeout(() => translate(node), 0);
  }).observe(document.body, { childList: true });
}
