// Streamlit's upload field speaks English and writes sizes its own way: its few words in Indonesian, as they appear.

const WORDS = new Map([
  ["Upload", "Pilih berkas"],
  ["add icon", "tambah"],
  ["Drag and drop a file here", "Seret berkas ke sini"],
  ["Drop files here", "Lepaskan berkas di sini"],
]);
const PATTERNS = [
  [/^(\d+)MB per file$/, (_, size) => `atau seret ke sini; paling besar ${size} MB per berkas`],
  [/^(\d+)MB per file • (.*)$/, (_, size, kinds) => `atau seret ke sini; paling besar ${size} MB per berkas • ${kinds}`],
  [/^(\d+)(?:\.(\d+))?(B|KB|MB|GB)$/, (_, whole, part, unit) => `${whole}${part ? `,${part}` : ""} ${unit === "KB" ? "kB" : unit}`],
  [/^Error:$/, () => "Gagal: "],
  [/^.* files are not allowed\.?$/, () => "jenis berkas ini tidak dapat dibaca; pilih XLSX, XLS, atau CSV."],
  [/^.*\b(smaller|exceeds?|too large)\b.*$/i, () => "berkas ini terlalu besar; bagi menjadi beberapa berkas."],
  [/^(?:Error: )?.*\b(failed|error|network)\b.*$/i, () => "berkas ini gagal diunggah; coba lagi."],
  [/^Remove (.*)$/, (_, name) => `Hapus ${name}`],
  [/^Add files$/, () => "Tambah berkas"],
  [/^file upload$/, () => "pilih berkas"],
  [/^(.*), (\d+(?:\.\d+)?)(B|KB|MB|GB)$/, (_, name, size, unit) => `${name}, ${size.replace(".", ",")} ${unit}`],
];

function inIndonesian(text) {
  const clean = text.trim();
  if (WORDS.has(clean)) return WORDS.get(clean);
  for (const [pattern, words] of PATTERNS) if (pattern.test(clean)) return clean.replace(pattern, words);
  return text;
}

function translate(field) {
  const walker = document.createTreeWalker(field, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.parentElement.dataset.testid === "stFileChipName") continue; // a file may well be called "Upload"
    const words = inIndonesian(node.nodeValue);
    if (words !== node.nodeValue) node.nodeValue = words;
  }
  for (const node of field.querySelectorAll("[aria-label]")) {
    const words = inIndonesian(node.ariaLabel);
    if (words !== node.ariaLabel) node.ariaLabel = words;
  }
}

function attach() {
  const fields = [...document.querySelectorAll('[data-testid="stFileUploader"]')].filter((field) => !field.dataset.bahasa);
  for (const field of fields) {
    field.dataset.bahasa = "id";
    translate(field);
    new MutationObserver(() => translate(field)).observe(field, { childList: true, subtree: true, characterData: true });
  }
  return fields.length > 0;
}

let waiting = null;

export function draw() {
  waiting?.disconnect();
  if (attach()) return;
  // The field's own code is loaded when it is first needed, which may be after this.
  waiting = new MutationObserver(() => attach() && waiting.disconnect());
  waiting.observe(document.body, { childList: true, subtree: true });
}
