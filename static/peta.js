// The map. Outlines come once by URL and stay in the browser; a change of filter brings values only.
// All words and numbers arrive ready for people: nothing is formatted here, so no browser language can change them.

const version = new URL(import.meta.url).search;
const { cellOf, cellsOf, element, html, loadOutlines, paint, patterns, scalePatterns, tiles } = await import(`./peta_dasar.js${version}`);
const { Player } = await import(`./peta_waktu.js${version}`);
const { Legend } = await import(`./peta_legenda.js${version}`);
const { Labels } = await import(`./peta_label.js${version}`);
const ZOOM = 200;

// Asked for in pixels of a small projector (768 px high); a larger screen gets a larger map.
function height(data) {
  return `max(${data.tinggi}px, ${((100 * data.tinggi) / 820).toFixed(1)}vh)`;
}

function calm() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

class Drawing {
  constructor(parent) {
    this.id = `peta${Math.random().toString(36).slice(2)}`;
    this.root = html("div", "peta", parent);
    const head = html("div", "peta-kepala", this.root);
    this.trail = html("nav", "peta-jejak", head);
    this.heading = html("p", "peta-judul", head);
    this.timeBox = html("div", "", this.root);
    this.body = html("div", "peta-badan", this.root);
    this.svg = this.frameOf(this.body, "peta-utama");
    this.side = html("div", "peta-sisi", this.body);
    this.insetBox = html("div", "peta-sisipan", this.side);
    this.insetTitle = html("p", "peta-kecil", this.insetBox);
    this.inset = this.frameOf(this.insetBox, "");
    this.legend = new Legend(this.side, this.id, (item) => this.highlight(item));
    this.names = new Labels(this.root);
    this.tip = html("div", "peta-keterangan", this.root);
    this.tip.setAttribute("role", "status");
    this.listen();
    const watch = new ResizeObserver(() => this.size());
    for (const svg of [this.svg, this.inset]) watch.observe(svg);
  }

  frameOf(parent, className) {
    const svg = element("svg", { class: className, preserveAspectRatio: "xMidYMid meet" });
    parent.append(svg);
    const layers = {};
    svg.patterns = patterns(svg, `${this.id}${className ? "" : "s"}`);
    for (const name of ["wilayah", "lebih", "batas", "pilihan", "label"]) layers[name] = element("g", { class: name }, svg);
    svg.layers = layers;
    svg.codes = new Set();
    return svg;
  }

  // Outlines are drawn again only when the level, the shape or the edition of the borders changes.
  outline(data) {
    const wanted = `${data.tingkat} ${data.bentuk} ${this.url}`;
    if (this.drawn === wanted) return;
    this.drawn = wanted;
    this.level = data.tingkat;
    const shape = this.shapes?.source === this.outlines ? this.shapes : (this.shapes = { source: this.outlines });
    const wantsTiles = data.bentuk === "petak" && this.outlines.petak;
    this.geometry = wantsTiles ? (shape.tiles ??= tiles(this.outlines)) : this.outlines;
    this.root.dataset.tingkat = this.level;
    this.root.dataset.bentuk = wantsTiles ? "petak" : "wilayah";
    const areas = this.geometry[this.level];
    this.areas = new Map(areas.map((a, i) => [a.kode, { ...a, nomor: i + 1, nodes: [], labels: [] }]));
    this.order = areas.map((a) => a.kode);
    this.fillFrame(this.svg, areas, "");
    this.shown = undefined;
    if (this.svg.shape !== this.geometry) this.svg.box = null;
    this.svg.shape = this.geometry;
    this.stop(this.order[0]);
  }

  // The one area that the Tab key reaches.
  stop(code) {
    this.areas.get(this.focusCode)?.nodes[0].node.setAttribute("tabindex", "-1");
    this.focusCode = code;
    this.areas.get(code).nodes[0].node.setAttribute("tabindex", "0");
  }

  // The areas that the arrow keys walk through: those of the kecamatan that fills the frame, else all.
  walk() {
    const inside = this.order.filter((code) => this.areas.get(code).induk === this.data.fokus);
    return inside.length ? inside : this.order;
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
      entry.labels.push({ text: element("text", {}, svg.layers.label), svg, pointer });
    }
    if (this.level === "kelurahan")
      for (const border of this.geometry.kecamatan)
        if (areas.some((a) => a.induk === border.kode)) element("path", { d: border.d }, svg.layers.batas);
  }

  // The whole city with the dense centre enlarged beside it, or one kecamatan with its place in the city beside it.
  focus(code) {
    if (this.shown === code) return;
    this.shown = code;
    for (const area of this.areas.values()) {
      area.nodes.length = 1;
      area.labels.length = 1;
    }
    const inside = this.geometry.kecamatan.find((a) => a.kode === code);
    this.zoom(inside ? this.boxOf(code) : this.geometry.kotak);
    const enlarged = inside || this.level !== "kelurahan" ? [] : this.geometry.kelurahan.filter((a) => this.geometry.kecamatan_sisipan.includes(a.induk));
    this.fillFrame(this.inset, enlarged, "s");
    if (inside) {
      this.frameTo(this.inset, this.geometry.kotak);
      for (const area of this.geometry.kecamatan)
        element("path", { d: area.d, class: area === inside ? "letak sini" : "letak" }, this.inset.layers.wilayah);
    } else if (this.geometry.kotak_sisipan) this.frameTo(this.inset, this.geometry.kotak_sisipan);
    this.insetTitle.textContent = inside ? this.data.judul_letak : this.outlines.judul_sisipan;
    this.insetBox.hidden = (!inside && enlarged.length === 0) || this.data.sisipan === false;
    this.side.classList.toggle("lebar", enlarged.length > 0 && !this.insetBox.hidden);
    this.insetBox.classList.toggle("letak-kota", Boolean(inside));
    this.stop(this.areas.has(this.data.terpilih) ? this.data.terpilih : this.walk()[0]);
  }

  boxOf(code) {
    const boxes = [...this.areas.values()].filter((a) => a.induk === code || a.kode === code).map((a) => a.nodes[0].node.getBBox());
    const x = Math.min(...boxes.map((b) => b.x));
    const y = Math.min(...boxes.map((b) => b.y));
    const width = Math.max(...boxes.map((b) => b.x + b.width)) - x;
    const height = Math.max(...boxes.map((b) => b.y + b.height)) - y;
    const margin = 0.04 * Math.max(width, height);
    return [x - margin, y - margin, width + 2 * margin, height + 2 * margin];
  }

  frameTo(svg, box) {
    svg.box = box;
    svg.setAttribute("viewBox", box.join(" "));
  }

  zoom(box) {
    // What a click has begun goes on when the server's answer asks for the same.
    if (this.svg.box?.every((value, i) => Math.abs(value - box[i]) < 1)) return;
    cancelAnimationFrame(this.zooming);
    const from = this.svg.viewBox.baseVal;
    const start = calm() || !this.svg.box ? null : [from.x, from.y, from.width, from.height];
    this.svg.box = box;
    if (!start) return this.frameTo(this.svg, box);
    const began = performance.now();
    const step = (now) => {
      const share = Math.min(1, (now - began) / ZOOM);
      const eased = 1 - (1 - share) ** 3;
      this.svg.setAttribute("viewBox", box.map((v, i) => start[i] + (v - start[i]) * eased).join(" "));
      if (share < 1) this.zooming = requestAnimationFrame(step);
    };
    this.zooming = requestAnimationFrame(step);
  }

  update(data) {
    this.data = data;
    this.outline(data);
    this.focus(data.fokus || "");
    this.svg.setAttribute("role", "group");
    this.root.style.setProperty("--tinggi", height(data));
    this.root.style.setProperty("--huruf", `${data.huruf}px`);
    this.steps();
    this.measure();
    this.repaint(cellsOf(data), data.judul, data.legenda);
    this.svg.setAttribute("aria-label", data.alt);
    if (data.waktu) {
      this.player ??= new Player(this.timeBox, this);
      this.player.update(data.waktu);
    }
    this.timeBox.hidden = !data.waktu;
    this.svg.dataset.gambar = String(Number(this.svg.dataset.gambar || 0) + 1);
  }

  // One month of the player: the same drawing with other values.
  frame(months, index) {
    if (this.borders(index)) return;
    const cells = {};
    const counts = months.golongan.map(() => 0);
    for (const [code, { g, t, a, b }] of Object.entries(months.sel)) {
      if (g[index] === null) continue;
      cells[code] = cellOf(months.golongan[g[index]], t[index], a[index], b[index]);
      counts[g[index]] += 1;
    }
    const rows = months.legenda.map((row, i) => ({ ...row, jumlah: String(counts[i]) }));
    const shown = rows.filter((row, i) => row.keadaan === "nilai" || counts[i] > 0);
    this.repaint(cells, `${months.judul}, ${this.player.month.textContent}`, shown);
    this.svg.setAttribute("aria-label", this.heading.textContent);
  }

  // Where the borders change from one month to the next, the outlines of that month are fetched first.
  borders(index) {
    const { gambar } = this.data.waktu;
    const url = gambar.length > 1 ? gambar.findLast(([start]) => start <= index)[1] : this.data.url;
    if (url === this.url) return false;
    loadOutlines(url).then((geometry) => {
      if (this.player.index !== index) return;
      this.use(geometry, url);
      this.outline(this.data);
      this.focus(this.data.fokus || "");
      this.measure();
      this.player.paint(index);
    });
    return true;
  }

  use(geometry, url) {
    this.outlines = geometry;
    this.url = url;
  }

  repaint(cells, title, legend) {
    this.cells = cells;
    this.heading.textContent = title;
    for (const [code, area] of this.areas) {
      const cell = cells[code];
      const words = this.words(code).join(". ");
      for (const { node, id } of area.nodes) {
        node.setAttribute("fill", paint(cell, id));
        node.dataset.keadaan = cell ? cell.keadaan : "tanpa_data";
        node.dataset.kelas = cell ? cell.kelas : "";
        node.dataset.warna = cell ? cell.warna : "";
        node.dataset.nilai = cell ? cell.teks : "";
        node.setAttribute("aria-label", words);
        node.setAttribute("aria-pressed", String(code === this.data.terpilih));
      }
    }
    this.marks(this.svg);
    this.marks(this.inset);
    this.labels();
    this.legend.draw(this.data, legend);
  }

  words(code) {
    const name = `${this.data.awalan} ${this.areas.get(code).nama}`;
    return [name, ...(this.cells[code]?.keterangan || [])];
  }

  marks(svg) {
    svg.layers.lebih.replaceChildren();
    svg.layers.pilihan.replaceChildren();
    for (const [code, area] of this.areas)
      if (svg.codes.has(code) && this.cells[code]?.keadaan === "di_atas_100") element("path", { d: area.d }, svg.layers.lebih);
    const outline = (code, className) => {
      const area = this.areas.get(code) || this.geometry.kecamatan.find((a) => a.kode === code);
      if (area && svg.codes.has(area.kode)) element("path", { d: area.d, class: className }, svg.layers.pilihan);
    };
    if (this.data.fokus) outline(this.data.fokus, "induk");
    if (!this.data.terpilih || this.data.terpilih === this.data.fokus) return;
    outline(this.data.terpilih, "halo");
    outline(this.data.terpilih, "");
  }

  size() {
    if (!this.data) return;
    this.measure();
    this.labels();
  }

  measure() {
    for (const svg of [this.svg, this.inset]) {
      const width = svg.clientWidth;
      const height = svg.clientHeight;
      if (!width || !height || !svg.box) continue;
      svg.scale = Math.min(width / svg.box[2], height / svg.box[3]);
      scalePatterns(svg.patterns, svg.scale);
    }
  }

  labels() {
    const enlarged = !this.insetBox.hidden;
    this.names.draw(this.areas, this.cells, { level: this.level, focus: this.data.fokus, px: this.data.huruf, enlarged });
  }

  // The way up: every part but the last is a button.
  steps() {
    const parts = this.data.jejak || [];
    this.trail.hidden = parts.length === 0;
    this.trail.setAttribute("aria-label", this.data.label_jejak || "");
    this.trail.replaceChildren();
    parts.forEach(({ kode, nama }, i) => {
      if (i) html("span", "", this.trail, "›").setAttribute("aria-hidden", "true");
      const last = i === parts.length - 1;
      const part = html(last ? "b" : "button", "", this.trail, nama);
      if (last) return part.setAttribute("aria-current", "location");
      part.type = "button";
      part.addEventListener("click", () => this.tell(kode));
    });
  }

  highlight(match) {
    for (const { nodes } of this.areas.values())
      for (const { node } of nodes) node.classList.toggle("redup", Boolean(match) && !match(node.dataset));
  }

  show(code, x, y) {
    this.tip.replaceChildren();
    this.words(code).forEach((line, i) => html(i ? "span" : "b", "", this.tip, line));
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
    this.body.addEventListener("click", (event) => {
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

  // The browser zooms at once; the values of the kelurahan follow with the server's answer.
  choose(code) {
    if (code === this.data.terpilih) return this.tell(this.above());
    if (this.data.jejak && this.level === "kecamatan") this.zoom(this.boxOf(code));
    this.tell(code);
  }

  above() {
    const parts = this.data.jejak || [];
    return parts.length > 1 ? parts[parts.length - 2].kode : "";
  }

  // One message for what was chosen and for a month that the player has reached but not told.
  tell(code) {
    this.trigger("pilih", { kode: code, bulan: this.data.waktu ? this.player.pending() : null });
  }

  rest(month) {
    this.trigger("pilih", { kode: null, bulan: month });
  }

  ask(key) {
    this.trigger("minta", key);
  }

  // One stop for the Tab key; arrows walk through the areas, Enter or space chooses, Escape goes one level up.
  key(event) {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step) {
      const order = this.walk();
      this.stop(order[(order.indexOf(this.focusCode) + step + order.length) % order.length]);
      this.areas.get(this.focusCode).nodes[0].node.focus();
    } else if (event.key === "Enter" || event.key === " ") this.choose(this.focusCode);
    else if ((event.key === "Escape" || event.key === "Backspace") && this.data.terpilih) this.tell(this.above());
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
        place.drawing = new Drawing(place);
      }
      place.drawing.use(geometry, data.url);
      place.drawing.trigger = setTriggerValue;
      if (place.latest === data) place.drawing.update(data);
    })
    .catch(() => {
      if (!place.drawing) place.textContent = data.gagal;
    });
}
