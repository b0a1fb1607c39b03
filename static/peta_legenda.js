// The legend: every class with its range and the number of areas in it. Pointing at a row lights up its areas; pressing
// it keeps them lit. A bivariate map has a square of nine colours in place of the rows.

const { PATTERNED, element, html, paint, patterns } = await import(`./peta_dasar.js${new URL(import.meta.url).search}`);

function ink(colour) {
  const [r, g, b] = [1, 3, 5].map((i) => parseInt(colour.slice(i, i + 2), 16) / 255);
  return 0.2126 * r ** 2.2 + 0.7152 * g ** 2.2 + 0.0722 * b ** 2.2 > 0.2 ? "#1A1A1A" : "#FFFFFF";
}

export class Legend {
  constructor(parent, id, highlight) {
    this.id = id;
    this.highlight = highlight;
    this.box = html("div", "peta-legenda", parent);
  }

  draw(data, rows) {
    const key = JSON.stringify([data.judul_legenda, rows, data.legenda_matriks]);
    if (key === this.key) return;
    this.key = key;
    const focused = this.box.getRootNode().activeElement?.dataset?.baris;
    this.box.replaceChildren();
    html("p", "peta-kecil", this.box, data.judul_legenda);
    if (data.legenda_matriks) this.square(data.legenda_matriks);
    const list = html("ul", "", this.box);
    rows.filter((row) => !data.legenda_matriks || row.keadaan !== "nilai").forEach((row, i) => this.row(list, row, i));
    if (focused) this.box.querySelector(`[data-baris="${focused}"]`)?.focus();
    this.highlight(this.pinned ? this.pinned.match : null);
  }

  row(list, item, index) {
    const row = html("li", item.sasaran ? "sasaran" : "", list);
    const match = (area) => area.keadaan === item.keadaan && area.kelas === String(item.kelas);
    const button = this.button(row, `${item.keadaan} ${item.kelas}`, match);
    const swatch = element("svg", { width: 26, height: 18, viewBox: "0 0 26 18", "aria-hidden": "true" });
    button.append(swatch);
    // Patterns of its own: those of the map are stretched to the map's scale.
    const id = `${this.id}l${index}`;
    if (PATTERNED.has(item.keadaan)) patterns(swatch, id);
    element("rect", { x: 1, y: 1, width: 24, height: 16, fill: paint(item, id), stroke: "#595959" }, swatch);
    if (item.keadaan === "di_atas_100") swatch.classList.add("lebih");
    html("span", "", button, item.teks);
    html("b", "", button, item.jumlah);
  }

  button(parent, name, match) {
    const button = html("button", "", parent);
    button.type = "button";
    button.dataset.baris = name;
    button.setAttribute("aria-pressed", String(this.pinned?.name === name));
    button.addEventListener("pointerenter", () => this.highlight(match));
    button.addEventListener("pointerleave", () => this.highlight(this.pinned ? this.pinned.match : null));
    button.addEventListener("click", () => {
      this.pinned = this.pinned?.name === name ? null : { name, match };
      for (const other of this.box.querySelectorAll("button"))
        other.setAttribute("aria-pressed", String(this.pinned?.name === other.dataset.baris));
      this.highlight(this.pinned ? this.pinned.match : null);
    });
    return button;
  }

  square(matrix) {
    const table = html("table", "peta-matriks", this.box);
    html("caption", "", table, `${matrix.judul_baris} ↑ · ${matrix.judul_kolom} →`);
    matrix.warna.forEach((colours, i) => {
      const line = table.insertRow();
      const head = html("th", "", line, matrix.baris[i]);
      head.scope = "row";
      colours.forEach((colour, j) => {
        const cell = line.insertCell();
        const button = this.button(cell, colour, (area) => area.keadaan === "nilai" && area.warna === colour);
        Object.assign(button.style, { background: colour, color: ink(colour) });
        html("b", "", button, matrix.jumlah[i][j]);
        button.setAttribute("aria-label", `${matrix.judul_baris} ${matrix.baris[i]}, ${matrix.judul_kolom} ${matrix.kolom[j]}: ${matrix.jumlah[i][j]}`);
      });
    });
    const foot = table.insertRow();
    html("td", "", foot);
    for (const label of matrix.kolom) html("th", "", foot, label).scope = "col";
  }
}
