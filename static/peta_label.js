// Names and values on the areas. A name is written where it fits into the area's largest circle (or its tile), on as
// few lines as possible; else its number, explained in the list below the map; else nothing. Labels that stay inside
// their areas cannot collide.

const { PATTERNED, element, html } = await import(`./peta_dasar.js${new URL(import.meta.url).search}`);
const LINE = 1.12;

// The words of a name on so many lines, the longest line as short as can be.
function wrap(name, lines) {
  if (lines === 1) return [name];
  const words = name.split(" ");
  const heads = Array.from({ length: words.length - lines + 1 }, (_, i) => words.slice(0, i + 1).join(" "));
  const ways = heads.map((head, i) => [head, ...wrap(words.slice(i + 1).join(" "), lines - 1)]);
  const longest = (rows) => Math.max(...rows.map((row) => row.length));
  return ways.reduce((best, way) => (longest(way) < longest(best) ? way : best));
}

// The lines for one area: what fits of the choices, best first.
export function choose(area, value, scale, px, numbered) {
  const number = `(${area.nomor})`;
  const names = area.nama.split(" ").map((_, i) => wrap(area.nama, i + 1));
  const choices = [...names.map((rows) => [...rows, value]), ...(numbered ? [[number, value], [number]] : [[value]])];
  const size = (rows) => [(Math.max(...rows.map((row) => row.length)) * px * 0.5) / 2, (rows.length * px * 1.1) / 2];
  const room = area.r * scale;
  const inCircle = (rows) => Math.hypot(...size(rows)) <= room * 1.18;
  const inTile = (rows) => Math.max(...size(rows)) <= room - 4;
  return choices.find(area.petak ? inTile : inCircle) || [];
}

// Whether a name at the edge of the frame would be cut.
function cut(svg, { x, y }) {
  const [left, top, width, height] = svg.box;
  const beyond = (middle, half) => Math.abs(middle) > half - 36 / svg.scale;
  const across = Math.max(width, svg.clientWidth / svg.scale) / 2;
  const down = Math.max(height, svg.clientHeight / svg.scale) / 2;
  return beyond(x - left - width / 2, across) || beyond(y - top - height / 2, down);
}

export function write({ text, pointer }, rows, area, cell, size) {
  const plain = area.luar || !cell || PATTERNED.has(cell.keadaan);
  const [x, y] = area.luar || [area.x, area.y];
  text.setAttribute("font-size", size.toFixed(2));
  text.setAttribute("fill", plain ? "#1A1A1A" : cell.warna_teks);
  text.setAttribute("stroke", plain ? "#FFFFFF" : cell.warna);
  if (pointer) pointer.setAttribute("y2", (y + 1.3 * size).toFixed(1));
  const top = y - ((rows.length - 1) * LINE * size) / 2 + 0.36 * size;
  const lines = rows.map((row, i) => {
    const line = element("tspan", { x, y: (top + i * LINE * size).toFixed(1) });
    line.textContent = row;
    return line;
  });
  text.replaceChildren(...lines);
}

export class Labels {
  constructor(parent) {
    this.numbers = html("ol", "peta-nomor", parent);
  }

  // `areas` of one level with their labels; the numbers of a dense centre stand in its enlargement alone.
  draw(areas, cells, { level, focus, px, enlarged }) {
    const listed = new Map();
    for (const [code, area] of areas) {
      const cell = cells[code];
      const value = cell ? cell.teks : "";
      const away = level === "kelurahan" && focus && area.induk !== focus;
      for (const [i, label] of area.labels.entries()) {
        const { svg } = label;
        if (!svg.scale) continue;
        const twice = enlarged && area.labels.length > 1 && i === 0;
        let rows = [area.nama, value];
        if (level === "kelurahan") rows = away && cut(svg, area) ? [] : choose(area, value, svg.scale, px, !away && !twice);
        else if (area.petak) rows = [];
        if (rows[0] === `(${area.nomor})`) listed.set(area.nomor, `${area.nama} ${value}`);
        write(label, rows, area, cell, px / svg.scale);
      }
    }
    this.list(listed);
  }

  list(listed) {
    const items = [...listed].sort(([a], [b]) => a - b);
    this.numbers.hidden = items.length === 0;
    this.numbers.replaceChildren(
      ...items.map(([number, words]) => {
        const item = html("li");
        html("b", "", item, `(${number})`);
        item.append(` ${words}`);
        return item;
      }),
    );
  }
}
