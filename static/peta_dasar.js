// What every map in the browser shares: the outlines by URL, the patterns of the states, the words of a cell.

const SVG = "http://www.w3.org/2000/svg";
export const PATTERNED = new Set(["tanpa_data", "disembunyikan", "belum_diketahui"]);
const TILE = 100;
const outlines = new Map();

export function loadOutlines(url) {
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

export function element(name, attributes = {}, parent = null) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  if (parent) parent.append(node);
  return node;
}

export function html(name, className, parent, text) {
  const node = document.createElement(name);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  if (parent) parent.append(node);
  return node;
}

// No data is hatched, suppressed is dotted, unknown is full of question marks: all stay readable in print and for
// people who see no hue.
export function patterns(svg, id) {
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

// Patterns keep their size on screen whatever the scale of the map.
export function scalePatterns(made, scale) {
  for (const pattern of Object.values(made))
    pattern.setAttribute("patternTransform", `${pattern === made.hatch ? "rotate(45) " : ""}scale(${1 / scale})`);
}

export function paint(cell, id) {
  const state = cell ? cell.keadaan : "tanpa_data";
  return PATTERNED.has(state) ? `url(#${id}-${state})` : cell.warna;
}

// A drawing of tiles in place of outlines: same keys, so that whoever draws does not see the difference.
export function tiles(geometry) {
  const layout = geometry.petak;
  const half = TILE / 2;
  const rect = (x, y) => `M${x + 2},${y + 2}h${TILE - 4}v${TILE - 4}h${4 - TILE}Z`;
  const place = ([column, row]) => ({ x: column * TILE + half, y: row * TILE + half, r: half, petak: true });
  const kelurahan = geometry.kelurahan.map((area) => {
    const [column, row] = layout.sel[area.kode];
    return { ...area, ...place([column, row]), d: rect(column * TILE, row * TILE) };
  });
  const kecamatan = geometry.kecamatan.map((area) => ({ ...area, d: rim(kelurahan.filter((k) => k.induk === area.kode)) }));
  const kotak = [-4, -4, layout.kolom * TILE + 8, layout.baris * TILE + 8];
  return { ...geometry, kotak, kelurahan, kecamatan, kecamatan_sisipan: [], kotak_sisipan: null };
}

// The outer edges of a group of tiles: those that no neighbour of the group shares.
function rim(group) {
  const taken = new Set(group.map((a) => `${a.x},${a.y}`));
  const half = TILE / 2;
  const sides = [
    [TILE, 0, half, -half, half, half],
    [-TILE, 0, -half, -half, -half, half],
    [0, TILE, -half, half, half, half],
    [0, -TILE, -half, -half, half, -half],
  ];
  const parts = [];
  for (const { x, y } of group)
    for (const [dx, dy, x0, y0, x1, y1] of sides)
      if (!taken.has(`${x + dx},${y + dy}`)) parts.push(`M${x + x0},${y + y0}L${x + x1},${y + y1}`);
  return parts.join("");
}

// One cell from its class, its words t, a and b, and what else is said of it.
export function cellOf([keadaan, kelas, warna, warna_teks, pola], t, a, b, more = []) {
  const fill = (line) => line.replace("{t}", t).replace("{a}", a).replace("{b}", b);
  return { keadaan, kelas, warna, warna_teks, teks: t, keterangan: [...pola.map(fill), ...more] };
}

// Cells travel as [class, text, a, b, further lines]; here they become what the drawing asks for.
export function cellsOf(data) {
  const cells = {};
  for (const [code, [group, t, a, b, ...more]] of Object.entries(data.sel))
    cells[code] = cellOf(data.golongan[group], t, a, b, more);
  return cells;
}
