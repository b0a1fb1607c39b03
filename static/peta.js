// The map. Outlines come once by URL and stay in the browser; a change of filter brings values only.
// All words and numbers arrive ready for people: nothing is formatted here, so no browser language can change them.

const SVG = "http://www.w3.org/2000/svg";
const PATTERNED = new Set(["tanpa_data", "disembunyikan", "belum_diketahui"]);
const outlines = new Map();

function loadOutlines(url) {
  if (!outlines.has(url)) {
    const answer = fetch(new URL(url, document.baseURI)).then((r) => {
      if (!r.ok) throw new Error(String(r.status));
      return r.json();
    });
    answer.catch(() => outlines.delete(url));
    outlines.set(url, answer);
  }
  return outlines.get(url);
}

function element(name, attributes = {}, parent = null) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  if (parent) parent.append(node);
  return node;
}

function html(name, className, parent) {
  const node = document.createElement(name);
  if (className) node.className = className;
  if (parent) parent.append(node);
  return node;
}

// No data is hatched, suppressed is dotted, unknown is full of question marks: all stay readable in print and for
// people who see no hue.
function patterns(svg, id) {
  const defs = element("defs", {}, svg);
  const make = (name, size) =>
    element("pattern", { id: `${id}-${name}`, width: size, height: size, patternUnits: "userSpaceOnUse" }, defs);
  const hatch = make("tanpa_data", 8);
  hatch.setAttribute("patternTransform", "rotate(45)");
  element("rect", { width: 8, height: 8, fill: "#FFFFFF" }, hatch);
  element("line", { x1: 0, y1: 0, x2: 0, y2: 8, stroke: "#8C8C8C", "stroke-width": 2 }, hatch);
  const dots = make("disembunyikan", 8);
  element("rect", { width: 8, height: 8, fill: "#FFFFFF" }, dots);
  element("circle", { cx: 4, cy: 4, r: 1.6, fill: "#595959" }, dots);
  const asked = make("belum_diketahui", 13);
  element("rect", { width: 13, height: 13, fill: "#FFFFFF" }, asked);
  const mark = { x: 6.5, y: 10.5, "font-size": 12, "font-weight": 700, "text-anchor": "middle", fill: "#595959" };
  element("text", mark, asked).textContent = "?";
  return { hatch, dots, asked };
}

// Asked for in pixels of a small projector (768 px high); a larger screen gets a larger map.
function height(data) {
  return `max(${data.tinggi}px, ${((100 * data.tinggi) / 820).toFixed(1)}vh)`;
}

function paint(cell, id) {
  const state = cell ? cell.keadaan : "tanpa_data";
  return PATTERNED.has(state) ? `url(#${id}-${state})` : cell.warna;
}

class Drawing {
  constructor(parent, geometry) {
    this.geometry = geometry;
    this.id = `peta${Math.random().toString(36).slice(2)}`;
    this.root = html("div", "peta", parent);
    this.heading = html("p", "peta-judul", this.root);
    this.body = html("div", "peta-badan", this.root);
    this.svg = this.frame(this.body, "peta-utama", geometry.kotak);
    this.side = html("div", "peta-sisi", this.body);
    this.insetBox = html("div", "peta-sisipan", this.side);
    this.insetTitle = html("p", "peta-kecil", this.insetBox);
    this.inset = this.frame(this.insetBox, "", geometry.kotak_sisipan);
    this.legend = html("ul", "peta-legenda", this.side);
    this.tip = html("div", "peta-keterangan", this.root);
    this.tip.setAttribute("role", "status");
    this.listen();
    new ResizeObserver(() => this.size()).observe(this.svg);
  }

  frame(parent, className, box) {
    const svg = element("svg", { viewBox: box.join(" "), class: className, preserveAspectRatio: "xMidYMid meet" });
    parent.append(svg);
    const layers = {};
    svg.patterns = patterns(svg, `${this.id}${className ? "" : "s"}`);
    svg.box = box;
    for (const name of ["wilayah", "lebih", "batas", "pilihan", "label"]) layers[name] = element("g", { class: name }, svg);
    svg.layers = layers;
    svg.codes = new Set();
    return svg;
  }

  // Outlines are drawn again only when the level changes.
  outline(level) {
    if (this.level === level) return;
    this.level = level;
    this.root.dataset.tingkat = level;
    const areas = this.geometry[level];
    this.areas = new Map(areas.map((a) => [a.kode, { ...a, nodes: [], labels: [] }]));
    this.order = areas.map((a) => a.kode);
    const inside = level === "kelurahan" ? areas.filter((a) => this.geometry.kecamatan_sisipan.includes(a.induk)) : [];
    this.insetBox.hidden = inside.length === 0;
    this.side.classList.toggle("lebar", inside.length > 0);
    this.fillFrame(this.svg, areas, "");
    this.fillFrame(this.inset, inside, "s");
    this.focusCode = this.order[0];
    this.svg.querySelector("path.daerah").setAttribute("tabindex", "0");
    this.size();
  }

  fillFrame(svg, areas, suffix) {
    for (const layer of Object.values(svg.layers)) layer.replaceChildren();
    svg.codes = new Set(areas.flatMap((a) => [a.kode, a.induk]));
    for (const area of areas) {
      const attributes = { d: area.d, class: "daerah", "data-kode": area.kode, role: "button" };
      attributes[suffix ? "aria-hidden" : "tabindex"] = suffix ? "true" : "-1";
      const entry = this.areas.get(area.kode);
      entry.nodes.push({ node: element("path", attributes, svg.layers.wilayah), id: this.id + suffix });
      const ends = area.luar && { x1: area.x, y1: area.y, x2: area.luar[0], class: "penunjuk" };
      const pointer = ends && element("line", ends, svg.layers.label);
      const text = element("text", {}, svg.layers.label);
      entry.labels.push({ text, svg, pointer });
    }
    if (this.level === "kelurahan")
      for (const border of this.geometry.kecamatan)
        if (areas.some((a) => a.induk === border.kode)) element("path", { d: border.d }, svg.layers.batas);
  }

  update(data) {
    this.data = data;
    this.outline(data.tingkat);
    this.heading.textContent = data.judul;
    this.insetTitle.textContent = data.judul_sisipan;
    this.svg.setAttribute("aria-label", data.alt);
    this.svg.setAttribute("role", "group");
    this.root.style.setProperty("--tinggi", height(data));
    for (const [code, area] of this.areas) {
      const cell = data.sel[code];
      const words = cell ? cell.keterangan.join(". ") : area.nama;
      for (const { node, id } of area.nodes) {
        node.setAttribute("fill", paint(cell, id));
        node.dataset.keadaan = cell ? cell.keadaan : "tanpa_data";
        node.dataset.kelas = cell ? cell.kelas : "";
        node.dataset.nilai = cell ? cell.teks : "";
        node.setAttribute("aria-label", words);
        node.setAttribute("aria-pressed", String(code === data.terpilih));
      }
    }
    this.marks(this.svg);
    this.marks(this.inset);
    this.labels();
    this.drawLegend();
    this.svg.dataset.gambar = String(Number(this.svg.dataset.gambar || 0) + 1);
  }

  marks(svg) {
    svg.layers.lebih.replaceChildren();
    svg.layers.pilihan.replaceChildren();
    for (const [code, area] of this.areas) {
      const cell = this.data.sel[code];
      if (svg.codes.has(code) && cell && cell.keadaan === "di_atas_100") element("path", { d: area.d }, svg.layers.lebih);
    }
    const chosen = this.areas.get(this.data.terpilih) || this.geometry.kecamatan.find((a) => a.kode === this.data.terpilih);
    if (!chosen || !svg.codes.has(chosen.kode)) return;
    element("path", { d: chosen.d, class: "halo" }, svg.layers.pilihan);
    element("path", { d: chosen.d }, svg.layers.pilihan);
  }

  size() {
    for (const svg of [this.svg, this.inset]) {
      const width = svg.clientWidth;
      const height = svg.clientHeight;
      if (!width || !height) continue;
      svg.scale = Math.min(width / svg.box[2], height / svg.box[3]);
      for (const pattern of Object.values(svg.patterns)) {
        const turn = pattern === svg.patterns.hatch ? "rotate(45) " : "";
        pattern.setAttribute("patternTransform", `${turn}scale(${1 / svg.scale})`);
      }
    }
    if (this.data) this.labels();
  }

  // A name is written where it fits into the area's largest circle, on one line or broken at its spaces; else the value
  // alone; else nothing, because the inset and the table have it.
  labels() {
    const px = this.data.huruf;
    for (const [code, area] of this.areas) {
      const cell = this.data.sel[code];
      const value = cell ? cell.teks : "";
      const [x, y] = area.luar || [area.x, area.y];
      const plain = area.luar || !cell || PATTERNED.has(cell.keadaan);
      for (const { text, svg, pointer } of area.labels) {
        if (!svg.scale) continue;
        const room = area.r * svg.scale * 1.18;
        const fits = (rows) =>
          Math.hypot((Math.max(...rows.map((row) => row.length)) * px * 0.5) / 2, (rows.length * px * 1.1) / 2) <= room;
        const choices = [[area.nama, value], [...area.nama.split(" "), value], [value]];
        const rows = this.level === "kecamatan" ? choices[0] : choices.find(fits) || [];
        const size = px / svg.scale;
        text.setAttribute("font-size", size.toFixed(2));
        text.setAttribute("fill", plain ? "#1A1A1A" : cell.warna_teks);
        text.setAttribute("stroke", plain ? "#FFFFFF" : cell.warna);
        const top = y - ((rows.length - 1) * 1.12 * size) / 2 + 0.36 * size;
        if (pointer) pointer.setAttribute("y2", (y + 1.3 * size).toFixed(1));
        text.replaceChildren();
        rows.forEach((row, i) => {
          const line = element("tspan", { x, y: (top + i * 1.12 * size).toFixed(1) }, text);
          line.textContent = row;
        });
      }
    }
  }

  drawLegend() {
    this.legend.replaceChildren();
    const title = html("li", "peta-kecil", this.legend);
    title.textContent = this.data.judul_legenda;
    for (const [index, item] of this.data.legenda.entries()) {
      const row = html("li", item.sasaran ? "sasaran" : "", this.legend);
      const swatch = element("svg", { width: 26, height: 18, viewBox: "0 0 26 18", "aria-hidden": "true" });
      row.append(swatch);
      // Patterns of its own: those of the map are stretched to the map's scale.
      const id = `${this.id}l${index}`;
      if (PATTERNED.has(item.keadaan)) patterns(swatch, id);
      element("rect", { x: 1, y: 1, width: 24, height: 16, fill: paint(item, id), stroke: "#595959" }, swatch);
      if (item.keadaan === "di_atas_100") swatch.classList.add("lebih");
      html("span", "", row).textContent = item.teks;
      html("b", "", row).textContent = item.jumlah;
      row.addEventListener("pointerenter", () => this.highlight(item));
      row.addEventListener("pointerleave", () => this.highlight(null));
    }
  }

  highlight(item) {
    for (const { nodes } of this.areas.values())
      for (const { node } of nodes)
        node.classList.toggle("redup", Boolean(item) && !(node.dataset.keadaan === item.keadaan && node.dataset.kelas === String(item.kelas)));
  }

  show(code, x, y) {
    const cell = this.data.sel[code];
    const lines = cell ? cell.keterangan : [this.areas.get(code).nama];
    this.tip.replaceChildren();
    lines.forEach((line, i) => (html(i ? "span" : "b", "", this.tip).textContent = line));
    this.tip.classList.add("tampak");
    const box = this.root.getBoundingClientRect();
    const left = Math.min(x - box.left + 14, box.width - this.tip.offsetWidth - 4);
    const top = y - box.top + 16;
    const below = top + this.tip.offsetHeight > box.height;
    this.tip.style.transform = `translate(${Math.max(left, 0)}px, ${below ? Math.max(top - this.tip.offsetHeight - 32, 0) : top}px)`;
  }

  hide() {
    this.tip.classList.remove("tampak");
  }

  listen() {
    const codeOf = (event) => event.target.closest?.("path.daerah")?.dataset.kode;
    this.root.addEventListener("pointermove", (event) => {
      const code = codeOf(event);
      code ? this.show(code, event.clientX, event.clientY) : this.hide();
    });
    this.root.addEventListener("pointerleave", () => this.hide());
    this.root.addEventListener("click", (event) => {
      const code = codeOf(event);
      if (code) this.choose(code);
    });
    this.svg.addEventListener("keydown", (event) => this.key(event));
    this.svg.addEventListener("focusin", (event) => {
      const code = codeOf(event);
      if (!code || !event.target.matches(":focus-visible")) return;
      const box = event.target.getBoundingClientRect();
      this.show(code, box.x + box.width / 2, box.y + box.height / 2);
    });
    this.svg.addEventListener("focusout", () => this.hide());
  }

  choose(code) {
    this.trigger("pilih", code === this.data.terpilih ? "" : code);
  }

  // One stop for the Tab key; arrows walk through the areas, Enter or space chooses, Escape lets go.
  key(event) {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step) {
      const next = (this.order.indexOf(this.focusCode) + step + this.order.length) % this.order.length;
      this.areas.get(this.focusCode).nodes[0].node.setAttribute("tabindex", "-1");
      this.focusCode = this.order[next];
      const node = this.areas.get(this.focusCode).nodes[0].node;
      node.setAttribute("tabindex", "0");
      node.focus();
    } else if (event.key === "Enter" || event.key === " ") this.choose(this.focusCode);
    else if (event.key === "Escape" && this.data.terpilih) this.trigger("pilih", "");
    else return;
    event.preventDefault();
  }
}

export function draw({ data, parentElement, setTriggerValue }) {
  const place = parentElement.querySelector(".peta-tempat");
  place.style.minHeight = height(data);
  place.latest = data;
  loadOutlines(data.url)
    .then((geometry) => {
      if (!place.drawing) {
        place.replaceChildren();
        place.drawing = new Drawing(place, geometry);
      }
      place.drawing.trigger = setTriggerValue;
      if (place.latest === data) place.drawing.update(data);
    })
    .catch(() => {
      if (!place.drawing) place.textContent = data.gagal;
    });
}
