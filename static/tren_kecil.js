// A grid of small trends on one vertical scale. One stop for the Tab key; arrows walk through the grid, Enter or space
// chooses. Values arrive as whole tenths of a percent, words arrive finished.

const { element, html } = await import(`./peta_dasar.js${new URL(import.meta.url).search}`);
const WIDTH = 150;
const HEIGHT = 48;
const EDGE = 4;

// A gap lifts the pen; a month alone between gaps becomes a dot through the round line ends.
function path(values, x, y) {
  let d = "";
  values.forEach((value, i) => {
    if (value !== null) d += `${i && values[i - 1] !== null ? "L" : "M"}${x(i)} ${y(value)}${i && values[i - 1] !== null ? "" : "h0"}`;
  });
  return d;
}

function spark(button, cell, data) {
  const x = (i) => (EDGE + ((WIDTH - 2 * EDGE) * i) / Math.max(cell.nilai.length - 1, 1)).toFixed(1);
  const y = (value) => (HEIGHT - EDGE - ((HEIGHT - 2 * EDGE) * Math.min(value, data.atas)) / data.atas).toFixed(1);
  const svg = element("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: "none", "aria-hidden": "true" }, button);
  for (const level of [0, data.atas]) element("path", { d: `M0 ${y(level)}H${WIDTH}`, class: level ? "atap" : "alas" }, svg);
  element("path", { d: path(cell.nilai, x, y), class: "garis", stroke: data.warna }, svg);
  const now = cell.nilai[data.kini];
  if (now !== null && now !== undefined) element("path", { d: `M${x(data.kini)} ${y(now)}h0`, class: "titik", stroke: data.warna }, svg);
}

class Grid {
  constructor(parent) {
    this.root = html("div", "tren-kecil", parent);
    this.heading = html("p", "tren-judul", this.root);
    this.axis = html("p", "tren-sumbu", this.root);
    this.grid = html("div", "tren-kisi", this.root);
    this.grid.setAttribute("role", "group");
    this.grid.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (button) this.choose(button.dataset.kode);
    });
    this.grid.addEventListener("keydown", (event) => this.key(event));
  }

  update(data) {
    this.data = data;
    this.heading.textContent = data.judul;
    this.axis.textContent = data.sumbu;
    this.grid.setAttribute("aria-label", data.judul);
    const held = this.grid.getRootNode().activeElement?.dataset?.kode;
    const start = held ?? this.focusCode ?? data.terpilih;
    this.grid.replaceChildren();
    this.buttons = data.sel.map((cell) => this.cell(cell));
    this.move(Math.max(this.buttons.findIndex((b) => b.dataset.kode === start), 0), Boolean(held));
    this.root.dataset.gambar = String(Number(this.root.dataset.gambar || 0) + 1);
  }

  cell(cell) {
    const button = html("button", "", this.grid);
    button.type = "button";
    button.dataset.kode = cell.kode;
    button.dataset.keadaan = cell.keadaan;
    button.setAttribute("aria-pressed", String(cell.kode === this.data.terpilih));
    button.setAttribute("aria-label", [`${cell.nama}, Kecamatan ${cell.induk}`, `cakupan ${cell.cakupan}`, cell.belum].filter(Boolean).join(", "));
    html("b", "", button, cell.nama);
    html("span", "tren-nilai", button, cell.cakupan);
    if (cell.nilai.some((value) => value !== null)) spark(button, cell, this.data);
    html("span", "tren-belum", button, cell.nilai.some((value) => value > this.data.atas) ? `${cell.belum} ▲` : cell.belum);
    return button;
  }

  move(index, focus) {
    for (const button of this.buttons) button.tabIndex = -1;
    const button = this.buttons[index];
    if (!button) return;
    button.tabIndex = 0;
    this.focusCode = button.dataset.kode;
    if (focus) button.focus();
  }

  choose(code) {
    this.trigger("pilih", code === this.data.terpilih ? "" : code);
  }

  columns() {
    const top = this.buttons[0].offsetTop;
    const next = this.buttons.findIndex((button) => button.offsetTop > top);
    return next < 0 ? this.buttons.length : next;
  }

  key(event) {
    const now = this.buttons.findIndex((button) => button.dataset.kode === this.focusCode);
    const last = this.buttons.length - 1;
    const wide = this.columns();
    const next = { ArrowRight: now + 1, ArrowLeft: now - 1, ArrowDown: now + wide, ArrowUp: now - wide, Home: 0, End: last }[event.key];
    if (next !== undefined) {
      if (next >= 0 && next <= last) this.move(next, true);
    } else if (event.key === "Escape" && this.data.terpilih) this.trigger("pilih", "");
    else return;
    event.preventDefault();
  }
}

export function draw({ data, parentElement, setTriggerValue }) {
  const place = parentElement.querySelector(".tren_kecil-tempat");
  place.drawing ??= new Grid(place);
  place.drawing.trigger = setTriggerValue;
  place.drawing.update(data);
}
