// A plain HTML table that sorts in the browser: screen readers read it, print keeps it, and every text arrives formatted.

function cell(tag, text, className, row) {
  const node = document.createElement(tag);
  node.textContent = text;
  if (className) node.className = className;
  row.append(node);
  return node;
}

function order(rows, column, direction) {
  const known = (row) => row.sel[column].urut !== null;
  return [...rows].sort((a, b) => {
    if (known(a) !== known(b)) return known(a) ? -1 : 1;
    if (!known(a)) return 0;
    const [x, y] = [a.sel[column].urut, b.sel[column].urut];
    const compared = typeof x === "string" ? x.localeCompare(y, "id") : x - y;
    return direction === "ascending" ? compared : -compared;
  });
}

function fill(place, data) {
  const { column, direction } = place.sorting;
  const body = place.querySelector("tbody");
  body.replaceChildren();
  for (const row of column === null ? data.baris : order(data.baris, column, direction)) {
    const line = document.createElement("tr");
    if (row.kode) line.dataset.kode = row.kode;
    if (row.terpilih) line.className = "terpilih";
    row.sel.forEach((value, i) => {
      const node = cell(i === 0 ? "th" : "td", value.teks, data.kolom[i].angka ? "angka" : "", line);
      if (i === 0) node.scope = "row";
      if (value.keadaan) node.dataset.keadaan = value.keadaan;
    });
    body.append(line);
  }
  place.querySelectorAll("thead th").forEach((head, i) => head.setAttribute("aria-sort", i === column ? direction : "none"));
}

export function draw({ data, parentElement }) {
  const place = parentElement.querySelector(".tabel-tempat");
  place.sorting ??= { column: null, direction: "descending" };
  place.replaceChildren();
  const table = document.createElement("table");
  cell("caption", data.judul, "", table);
  const head = table.createTHead().insertRow();
  data.kolom.forEach((column, i) => {
    const th = cell("th", "", column.angka ? "angka" : "", head);
    th.scope = "col";
    th.dataset.judul = column.judul;
    const button = cell("button", column.judul, "", th);
    button.title = data.petunjuk;
    button.addEventListener("click", () => {
      const same = place.sorting.column === i;
      const first = column.angka ? "descending" : "ascending";
      const other = { ascending: "descending", descending: "ascending" };
      place.sorting = { column: i, direction: same ? other[place.sorting.direction] : first };
      fill(place, data);
    });
  });
  table.createTBody();
  const box = document.createElement("div");
  box.className = "tabel-gulir";
  box.tabIndex = 0;
  box.setAttribute("role", "region");
  box.setAttribute("aria-label", data.judul);
  box.style.maxHeight = data.tinggi ? `${data.tinggi}px` : "";
  box.append(table);
  place.append(box);
  if (data.catatan) cell("p", data.catatan, "tabel-catatan", place);
  fill(place, data);
}
