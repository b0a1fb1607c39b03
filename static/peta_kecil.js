// Many small maps on one scale of colour: the outlines by URL, one class and one text per area and frame over the wire.
// Each map is one image for a screen reader, with every area's name and value in its description.

const version = new URL(import.meta.url).search;
const { element, html, loadOutlines, paint, patterns, scalePatterns } = await import(`./peta_dasar.js${version}`);
const { Legend } = await import(`./peta_legenda.js${version}`);
const { choose, write } = await import(`./peta_label.js${version}`);
const TYPE = 13;

class Sheet {
  constructor(parent) {
    this.id = `kecil${Math.random().toString(36).slice(2)}`;
    this.root = html("div", "peta kecil", parent);
    this.legend = new Legend(this.root, this.id, (match) => this.highlight(match));
    this.grid = html("div", "kecil-kisi", this.root);
    this.tip = html("div", "peta-keterangan", this.root);
    this.tip.setAttribute("role", "status");
    this.root.addEventListener("pointermove", (event) => this.point(event));
    this.root.addEventListener("pointerleave", () => this.tip.classList.remove("tampak"));
    this.root.addEventListener("click", (event) => {
      const area = event.target.closest?.("path.daerah");
      if (area) this.trigger("pilih", area.dataset.kode === this.data.terpilih ? "" : area.dataset.kode);
    });
    new ResizeObserver(() => this.size()).observe(this.grid);
  }

  update(data, outlines) {
    this.data = data;
    this.geometry = outlines;
    this.legend.draw(data, data.legenda);
    this.grid.classList.toggle("lebar", data.lebar);
    this.grid.replaceChildren();
    this.maps = data.bingkai.map((frame, i) => this.map(frame, `${this.id}b${i}`));
    this.size();
    this.root.dataset.gambar = String(Number(this.root.dataset.gambar || 0) + 1);
  }

  map(frame, id) {
    const areas = this.geometry.kelurahan.filter((a) => this.data.sel[a.kode] && (!frame.fokus || a.induk === frame.fokus));
    const figure = html("figure", frame.kini ? "kini" : "", this.grid);
    const caption = html("figcaption", "", figure);
    html("b", "", caption, frame.judul);
    html("span", "", caption, frame.nilai);
    const svg = element("svg", { preserveAspectRatio: "xMidYMid meet", role: "img" }, figure);
    const drawn = { svg, areas: [], fokus: frame.fokus, patterns: patterns(svg, id) };
    const [land, borders, above, chosen, labels] = ["wilayah", "batas", "lebih", "pilihan", "label"].map((name) => element("g", { class: name }, svg));
    const words = [];
    for (const area of areas) {
      const cell = this.cell(area.kode, frame.urut);
      const attributes = { d: area.d, class: "daerah", fill: paint(cell, id), "data-kode": area.kode, "data-keadaan": cell.keadaan, "data-kelas": cell.kelas };
      const node = element("path", attributes, land);
      drawn.areas.push({ area, cell, node, text: this.data.lebar ? element("text", {}, labels) : null });
      if (cell.keadaan === "di_atas_100") element("path", { d: area.d }, above);
      if (area.kode === this.data.terpilih) element("path", { d: area.d }, chosen);
      words.push(`${area.nama} ${cell.kata}`);
    }
    for (const border of this.geometry.kecamatan)
      if (!frame.fokus || border.kode === frame.fokus) element("path", { d: border.d }, borders);
    svg.setAttribute("aria-label", `${frame.judul}, ${frame.nilai}. ${words.join("; ")}.`);
    drawn.box = frame.fokus ? this.around(land) : this.geometry.kotak;
    svg.setAttribute("viewBox", drawn.box.join(" "));
    return drawn;
  }

  cell(code, index) {
    const [classes, texts] = this.data.sel[code];
    const [keadaan, kelas, warna, warna_teks] = this.data.golongan[classes[index]] ?? ["tanpa_data", "", "#FFFFFF", "#1A1A1A"];
    const shown = keadaan === "nilai" || keadaan === "di_atas_100";
    const kata = shown ? texts[index] : this.data.kata[classes[index]] ?? "";
    return { keadaan, kelas, warna, warna_teks, teks: texts[index] ?? "", kata };
  }

  around(layer) {
    const { x, y, width, height } = layer.getBBox();
    const margin = 0.02 * Math.max(width, height);
    return [x - margin, y - margin, width + 2 * margin, height + 2 * margin];
  }

  // Patterns and names keep their size on screen whatever the map's scale.
  size() {
    for (const { svg, box, areas, patterns: made } of this.maps ?? []) {
      const scale = Math.min(svg.clientWidth / box[2], svg.clientHeight / box[3]);
      if (!scale) continue;
      scalePatterns(made, scale);
      for (const { area, cell, text } of areas)
        if (text) write({ text }, choose(area, cell.teks, scale, TYPE, false), area, cell, TYPE / scale);
    }
  }

  highlight(match) {
    for (const { areas } of this.maps ?? [])
      for (const { node, cell } of areas)
        node.classList.toggle("redup", Boolean(match) && !match({ keadaan: cell.keadaan, kelas: String(cell.kelas), warna: cell.warna }));
  }

  point(event) {
    const node = event.target.closest?.("path.daerah");
    this.tip.classList.toggle("tampak", Boolean(node));
    if (!node) return;
    const drawn = this.maps.find((map) => map.svg.contains(node));
    const { area, cell } = drawn.areas.find((entry) => entry.node === node);
    this.tip.replaceChildren();
    html("b", "", this.tip, area.nama);
    html("span", "", this.tip, cell.kata);
    const box = this.root.getBoundingClientRect();
    const left = Math.min(event.clientX - box.left + 14, box.width - this.tip.offsetWidth - 4);
    this.tip.style.transform = `translate(${Math.max(left, 0)}px, ${event.clientY - box.top + 16}px)`;
  }
}

export function draw({ data, parentElement, setTriggerValue }) {
  const place = parentElement.querySelector(".peta_kecil-tempat");
  place.latest = data;
  loadOutlines(data.url)
    .then((outlines) => {
      if (!place.sheet) {
        place.replaceChildren();
        place.sheet = new Sheet(place);
      }
      place.sheet.trigger = setTriggerValue;
      if (place.latest === data) place.sheet.update(data, outlines);
    })
    .catch(() => {
      if (!place.sheet) place.textContent = data.gagal;
    });
}
