// Search for a place, wholly in the browser: the index comes from the server in the form that `normal` makes here of
// what is typed (jamsostek/cari.py has the same rule). An ARIA combobox: arrows, Enter, Escape, mouse and touch.

const PREFIX = { kelurahan: "kelurahan", kel: "kelurahan", kecamatan: "kecamatan", kec: "kecamatan" };
const NUMBER = { satu: "1", i: "1", dua: "2", ii: "2", tiga: "3", iii: "3" };
const SHOWN = 8;
const GUESSED = 4; // ranks from here on are typing errors: offered only where nothing is written as typed

function words(text) {
  const plain = text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
  return plain.match(/[a-z]+|[0-9]+/g) ?? [];
}

function level(parts) {
  return parts.length > 1 && Object.hasOwn(PREFIX, parts[0]) ? PREFIX[parts[0]] : "";
}

export function normal(text) {
  const parts = words(text);
  return (level(parts) ? parts.slice(1) : parts).map((part) => (Object.hasOwn(NUMBER, part) ? NUMBER[part] : part)).join("");
}

// Typing errors (a letter wrong, missing, too many, or two swapped) between what is typed and the best beginning of a key.
function errors(typed, key) {
  let before = [];
  let row = Array.from({ length: key.length + 1 }, (_, j) => j);
  for (let i = 1; i <= typed.length; i++) {
    const next = [i];
    for (let j = 1; j <= key.length; j++) {
      const same = typed[i - 1] === key[j - 1];
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && typed[i - 1] === key[j - 2] && typed[i - 2] === key[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    [before, row] = [row, next];
  }
  return Math.min(...row);
}

function allowed(length) {
  return length < 4 ? 0 : length < 7 ? 1 : 2;
}

// 0 written so, 1 begins so, 2 a later word or the initials begin so, 3 contains it, 4 and 5 with one or two errors.
function rank(entry, typed) {
  const [whole, part] = [entry.utuh.split(" "), entry.potong.split(" ")];
  if (whole.includes(typed)) return 0;
  if (whole.some((key) => key.startsWith(typed))) return 1;
  if (part.some((key) => key.startsWith(typed))) return 2;
  if (typed.length > 2 && whole.some((key) => key.includes(typed))) return 3;
  const found = whole.filter((key) => allowed(Math.min(typed.length, key.length)) > 0);
  const best = found.map((key) => [errors(typed, key), allowed(Math.min(typed.length, key.length))]);
  return Math.min(...best.filter(([count, limit]) => count <= limit).map(([count]) => GUESSED - 1 + count), Infinity);
}

export function find(index, text) {
  const typed = normal(text);
  if (!typed) return [];
  const asked = level(words(text));
  const fits = (entry) => !asked || entry.sebutan.toLowerCase().startsWith(asked);
  const ranked = index.filter(fits).map((entry) => [rank(entry, typed), entry]);
  const best = Math.min(...ranked.map(([value]) => value));
  const last = best < GUESSED ? GUESSED - 1 : best + 1;
  // The sort is stable: equal ranks keep the order of the index, kelurahan before kecamatan and then by name.
  return ranked.filter(([value]) => value <= last && value < Infinity).sort((a, b) => a[0] - b[0]).map(([, entry]) => entry);
}

function html(name, attributes, parent) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  parent?.append(node);
  return node;
}

class Search {
  constructor(place, data) {
    this.place = place;
    this.words = data.teks;
    const id = `cari${Math.random().toString(36).slice(2)}`;
    const label = html("label", { for: id }, place);
    label.textContent = this.words.label;
    const box = html("div", { class: "kotak" }, place);
    this.field = html("input", {
      id, type: "text", role: "combobox", autocomplete: "off", autocapitalize: "off", spellcheck: "false", enterkeyhint: "search",
      "aria-expanded": "false", "aria-controls": `${id}d`, "aria-autocomplete": "list", "aria-keyshortcuts": "Control+K /",
      placeholder: this.words.contoh,
    }, box);
    html("kbd", { "aria-hidden": "true" }, box).textContent = this.words.pintasan;
    this.panel = html("div", { class: "panel", hidden: "" }, box);
    this.list = html("ul", { id: `${id}d`, role: "listbox", "aria-label": this.words.label }, this.panel);
    this.nothing = html("p", { class: "tiada", hidden: "" }, this.panel);
    this.status = html("p", { class: "status", role: "status" }, place);
    this.field.addEventListener("input", () => this.search());
    this.field.addEventListener("focus", () => this.search());
    this.field.addEventListener("blur", () => this.close());
    this.field.addEventListener("keydown", (event) => this.key(event));
    // Before the click the field would lose the focus, and with it the list.
    this.panel.addEventListener("pointerdown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => {
      const row = event.target.closest("[role=option]");
      if (row) this.choose(this.found[Number(row.dataset.nomor)]);
    });
  }

  search() {
    const typed = normal(this.field.value);
    if (!typed) return this.close();
    const all = find(this.index, this.field.value);
    this.found = all.slice(0, SHOWN);
    this.list.replaceChildren(...this.found.map((entry, i) => this.option(entry, i)));
    this.nothing.hidden = all.length > 0;
    this.list.hidden = all.length === 0;
    this.nothing.textContent = this.words.tiada;
    this.panel.hidden = false;
    this.field.setAttribute("aria-expanded", String(all.length > 0));
    this.status.textContent = all.length ? this.words.ditemukan.replace("{n}", all.length) : this.words.tiada;
    this.mark(0);
  }

  option(entry, i) {
    const row = html("li", { role: "option", id: `${this.list.id}${i}`, "data-nomor": i, "data-kode": entry.kode, "aria-selected": "false" });
    html("b", {}, row).textContent = entry.nama;
    row.append(" ");
    html("span", {}, row).textContent = entry.sebutan;
    return row;
  }

  mark(i) {
    this.at = i;
    const rows = [...this.list.children];
    rows.forEach((row, j) => row.setAttribute("aria-selected", String(i === j)));
    if (!rows[i]) return this.field.removeAttribute("aria-activedescendant");
    this.field.setAttribute("aria-activedescendant", rows[i].id);
    rows[i].scrollIntoView({ block: "nearest" });
  }

  close() {
    this.panel.hidden = true;
    this.field.setAttribute("aria-expanded", "false");
    this.field.removeAttribute("aria-activedescendant");
  }

  choose(entry) {
    this.trigger("pilih", entry.kode);
    this.status.textContent = this.words.dipilih.replace("{nama}", entry.nama);
    this.field.value = "";
    this.close();
    // A touch keyboard would cover the card.
    if (matchMedia("(pointer: coarse)").matches) this.field.blur();
  }

  key(event) {
    if (event.isComposing) return;
    const open = !this.panel.hidden && this.found.length > 0;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && open) this.mark((this.at + step + this.found.length) % this.found.length);
    else if (step) this.search();
    else if (event.key === "Enter" && open) this.choose(this.found[this.at]);
    else if (event.key === "Escape" && !this.panel.hidden) this.close();
    else if (event.key === "Escape") this.field.value = "";
    else return;
    event.preventDefault();
  }
}

let latest = null;

function typing(node) {
  return node.isContentEditable || Boolean(node.matches?.("textarea, select, input:not([type=radio], [type=checkbox], [type=button])"));
}

function shortcut(event) {
  const asked = event.ctrlKey || event.metaKey ? event.key.toLowerCase() === "k" : event.key === "/" && !event.altKey;
  if (!asked || !latest?.place.isConnected || typing(event.composedPath()[0])) return;
  event.preventDefault();
  latest.field.focus();
}

export function draw({ data, parentElement, setTriggerValue }) {
  const place = parentElement.querySelector(".cari-tempat");
  place.search ??= new Search(place, data);
  place.search.index = data.indeks;
  place.search.trigger = setTriggerValue;
  if (!latest) document.addEventListener("keydown", shortcut);
  latest = place.search;
}
