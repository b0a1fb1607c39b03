"""A second, made-up city by files alone: six square kelurahan, of which one is split and one changes kecamatan.

Until December 2021 there are Hulu and Tengah in Utara, Hilir and Muara in Selatan. From January 2022 the east of Tengah
is Tengah Baru, and Muara belongs to Utara, which gives it another code.
"""

import csv
import json
from pathlib import Path

from jamsostek import build, intake
from tests.intake.files import nik, rows, write_csv

HULU, TENGAH, TENGAH_BARU = "99.01.01.1001", "99.01.01.1002", "99.01.01.1003"
MUARA_BARU, HILIR, MUARA_LAMA = "99.01.01.1004", "99.01.02.1001", "99.01.02.1002"
UTARA, SELATAN = "99.01.01", "99.01.02"
NAMA = {
    HULU: "Hulu", TENGAH: "Tengah", TENGAH_BARU: "Tengah Baru", MUARA_BARU: "Muara", HILIR: "Hilir",
    MUARA_LAMA: "Muara",
}  # fmt: skip
KECAMATAN = {UTARA: "Utara", SELATAN: "Selatan"}
MASA = {TENGAH_BARU: ("2022-01", ""), MUARA_BARU: ("2022-01", ""), MUARA_LAMA: ("", "2021-12")}
PETAK = {HULU: (0, 0), TENGAH: (1, 0), TENGAH_BARU: (2, 0), HILIR: (0, 1), MUARA_LAMA: (1, 1), MUARA_BARU: (1, 1)}
LAMA = {HULU: (0, 1, 1), TENGAH: (1, 3, 1), HILIR: (0, 1, 0), MUARA_LAMA: (1, 3, 0)}
"""Edition to code to west, east and south of its rectangle, in hundredths of a degree from the city's corner."""
BARU = {HULU: (0, 1, 1), TENGAH: (1, 2, 1), TENGAH_BARU: (2, 3, 1), HILIR: (0, 1, 0), MUARA_BARU: (1, 3, 0)}

KOTA = """
kode = "99.01"
nama = "Kota Rekaan"
proyeksi = "EPSG:32749"

[wilayah_luas]
"99" = ["Provinsi Khayal", "Khayal"]
"ID" = ["Indonesia"]
"""
BATAS = [
    {"edisi": "lama", "berlaku_mulai": "", "berkas": "lama.geojson"},
    {"edisi": "baru", "berlaku_mulai": "2022-01", "berkas": "baru.geojson"},
]


def table(path: Path, data: list[dict[str, object]]) -> None:
    """A reference table."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(data[0]))
        writer.writeheader()
        writer.writerows(data)


def write(folder: Path) -> None:
    """All that the app needs to know about this city."""
    folder.mkdir(parents=True)
    (folder / "kota.toml").write_text(KOTA, encoding="utf-8")
    places: list[dict[str, object]] = [
        {"kode_kelurahan": code, "nama_kelurahan": name, "kode_kecamatan": code[:8],
         "nama_kecamatan": KECAMATAN[code[:8]], "ejaan_lain": "", "berlaku_mulai": MASA.get(code, ("", ""))[0],
         "berlaku_sampai": MASA.get(code, ("", ""))[1]}
        for code, name in NAMA.items()
    ]  # fmt: skip
    table(folder / "wilayah.csv", places)
    table(folder / "rt_rw.csv", [{"kode_kelurahan": code, "jumlah_rt": 3, "jumlah_rw": 1} for code in NAMA])
    table(folder / "petak.csv", [{"kode_kelurahan": c, "kolom": x, "baris": y} for c, (x, y) in PETAK.items()])
    rest = {"sumber": "rekaan", "lisensi": "bebas", "dasar_hukum": "rekaan"}
    table(folder / "batas.csv", [{**edition, **rest} for edition in BATAS])
    for name, areas in (("lama", LAMA), ("baru", BARU)):
        features = [_feature(code, *corners) for code, corners in areas.items()]
        text = json.dumps({"type": "FeatureCollection", "features": features})
        (folder / f"{name}.geojson").write_text(text, encoding="utf-8")


def _feature(code: str, west: int, east: int, south: int) -> dict[str, object]:
    x0, x1, y0, y1 = (110 + west / 100, 110 + east / 100, -7 + south / 100, -7 + (south + 1) / 100)
    ring = [[x0, y0], [x1, y0], [x1, y1], [x0, y1], [x0, y0]]
    properties = {"kode": code, "nama": NAMA[code], "kecamatan_kode": code[:8], "kecamatan": KECAMATAN[code[:8]]}
    geometry = {"type": "Polygon", "coordinates": [ring]}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def people(jenis: str, *groups: tuple[str, str, int, int]) -> list[dict[str, object]]:
    """Rows of persons numbered from..to of a kelurahan, given by name and kecamatan."""
    return [
        row
        for name, district, first, last in groups
        for row in rows(jenis, *(
            {"NIK": nik(n), "KELURAHAN": name, "KECAMATAN": district, "STATUS": "penerima_upah"}
            if jenis == "tenaga_kerja"
            else {"NIK": nik(n), "NO KPJ": f"{10**10 + n}", "KELURAHAN": name, "KECAMATAN": district}
            for n in range(first, last + 1)
        ))
    ]  # fmt: skip


def fill(data: Path, files: Path) -> build.BuildReport:
    """Two months of lists and participants through the real intake, and the real build.

    Persons 1-10 live in Hulu, 11-30 in Tengah (23-30 of them in what becomes Tengah Baru), 31-40 in Muara. One
    participant of December stands in Tengah Baru, which is not there yet.
    """
    december = [("Hulu", "Utara", 1, 10), ("Tengah", "Utara", 11, 30), ("Muara", "Selatan", 31, 40)]
    january = [("Tengah", "Utara", 11, 22), ("Tengah Baru", "Utara", 23, 30), ("Muara", "Utara", 31, 40)]
    covered = {
        "2021-12": [("Hulu", "Utara", 1, 5), ("Tengah", "Utara", 19, 28), ("Muara", "Selatan", 31, 35),
                    ("Tengah Baru", "Utara", 50, 50)],
        "2022-01": [("Hulu", "Utara", 1, 5), ("Tengah", "Utara", 19, 22), ("Tengah Baru", "Utara", 23, 28),
                    ("Muara", "Utara", 31, 35)],
    }  # fmt: skip
    for month, lists in (("2021-12", december), ("2022-01", january)):
        for jenis, groups in (("tenaga_kerja", lists), ("peserta", covered[month])):
            path = write_csv(files / f"{jenis}-{month}.csv", people(jenis, *groups))
            intake.import_file(path, jenis=jenis, bulan=month, batches=data / "batches", oleh="uji")
    return build.build(data)
