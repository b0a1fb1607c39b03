"""Batches made by hand, as Parquet and manifest.json exactly as intake writes them, without going through intake."""

import datetime as dt
import hashlib
import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

DATE, BOOL, INT, LONG, REAL, TEXT = pa.date32(), pa.bool_(), pa.int32(), pa.int64(), pa.float64(), pa.string()
COLUMNS: dict[str, dict[str, pa.DataType]] = {
    "peserta": {
        "bulan": DATE, "pseudonim_nik": TEXT, "pseudonim_kpj": TEXT, "segmen": TEXT, "program_jkk": BOOL,
        "program_jkm": BOOL, "program_jht": BOOL, "program_jp": BOOL, "program_jkp": BOOL, "npp": TEXT,
        "kode_kelurahan": TEXT, "bulan_lahir": DATE, "jenis_kelamin": TEXT, "sumber_iuran": TEXT,
    },
    "tenaga_kerja": {
        "bulan": DATE, "pseudonim_nik": TEXT, "rt": TEXT, "rw": TEXT, "kode_kelurahan": TEXT, "bulan_lahir": DATE,
        "jenis_kelamin": TEXT, "pendidikan": TEXT, "status": TEXT, "lapangan_usaha": TEXT, "pekerjaan": TEXT,
        "minat_pelatihan": TEXT, "sumber": TEXT,
    },
    "pemberi_kerja": {
        "bulan": DATE, "npp": TEXT, "nama_pemberi_kerja": TEXT, "jenis_pemberi_kerja": TEXT, "kode_kelurahan": TEXT,
        "jumlah_pekerja": INT, "jumlah_terdaftar": INT,
    },
    "klaim": {
        "bulan": DATE, "program": TEXT, "jenis_manfaat": TEXT, "kode_kelurahan": TEXT, "rupiah": LONG,
        "sumber_kepesertaan": TEXT,
    },
    "angka_resmi": {
        "indikator": TEXT, "wilayah": TEXT, "periode": TEXT, "tanggal": DATE, "nilai": REAL, "satuan": TEXT,
        "jenis_angka": TEXT, "penutur": TEXT, "sumber": TEXT, "tautan": TEXT, "catatan": TEXT,
    },
    "target": {
        "tanggal": DATE, "rasio_cakupan": REAL, "wilayah": TEXT, "penerbit": TEXT, "sumber": TEXT, "tautan": TEXT,
    },
}  # fmt: skip
DEFAULTS: dict[str, dict[str, object]] = {
    "peserta": {"segmen": "PU", "program_jkk": True, "program_jkm": True, "program_jht": False, "program_jp": False,
                "program_jkp": False},
    "tenaga_kerja": {"status": "penerima_upah", "sumber": "rt_rw"},
    "pemberi_kerja": {"nama_pemberi_kerja": "Toko", "jenis_pemberi_kerja": "umkm"},
    "klaim": {"program": "JKM", "jenis_manfaat": "santunan_jkm"},
    "angka_resmi": {"satuan": "orang", "jenis_angka": "pernyataan", "sumber": "Koran"},
    "target": {"wilayah": "53.71", "penerbit": "Pemerintah Kota", "sumber": "Perwali"},
}  # fmt: skip

Row = dict[str, object]


def pseudonym(name: str | None) -> str | None:
    """32 hex characters, as intake makes them (there with a key)."""
    return None if name is None else hashlib.sha256(name.encode()).hexdigest()[:32]


def first(month: str) -> dt.date:
    """'2023-06' -> 2023-06-01."""
    return dt.date.fromisoformat(f"{month}-01")


def write(
    data: Path, jenis: str, bulan: str | None, rows: list[Row], *, contoh: bool = False, basis: str = "domisili",
    ditarik: bool = False, rejected: int = 0,
) -> str:  # fmt: skip
    """Write one batch with the next urutan; `nik` and `kpj` in the rows are names, made into pseudonyms here."""
    folder = data / "batches"
    folder.mkdir(parents=True, exist_ok=True)
    urutan = 1 + max((int(path.name[:6]) for path in folder.iterdir() if path.name[:6].isdigit()), default=0)
    id_batch = f"{urutan:06d}-{jenis}" + (f"-{bulan}" if bulan else "")
    batch = folder / id_batch
    batch.mkdir()
    pq.write_table(_table(jenis, bulan, rows), batch / "data.parquet")
    sha = hashlib.sha256((batch / "data.parquet").read_bytes()).hexdigest()
    manifest = {
        "id_batch": id_batch, "urutan": urutan, "jenis": jenis, "bulan": bulan, "nama_berkas": f"{jenis}.xlsx",
        "sha256_berkas": hashlib.sha256(id_batch.encode()).hexdigest(), "sha256_data": sha,
        "baris_masuk": len(rows) + rejected, "baris_diterima": len(rows), "baris_ditolak": rejected, "penolakan": [],
        "peringatan": [], "diimpor_pada": f"2023-07-01T10:00:{urutan % 60:02d}+08:00", "oleh": "uji",
        "basis_wilayah": basis, "contoh": contoh, "versi_kontrak": 1,
    }  # fmt: skip
    (batch / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    if ditarik:
        (batch / "riwayat.json").write_text(json.dumps([{"tindakan": "ditarik", "pada": "2023-07-02", "oleh": "uji"}]))
    return id_batch


def _table(jenis: str, bulan: str | None, rows: list[Row]) -> pa.Table:
    full = []
    for number, row in enumerate(rows, start=2):
        content: Row = {**DEFAULTS[jenis], **row}
        if bulan and jenis not in ("angka_resmi", "target"):
            content["bulan"] = first(bulan)
        for short in ("nik", "kpj"):
            content[f"pseudonim_{short}"] = pseudonym(content.pop(short, None))
        full.append({"nomor_baris": number, **content})
    schema = pa.schema([("nomor_baris", INT), *COLUMNS[jenis].items()])
    return pa.Table.from_pylist([{name: row.get(name) for name in schema.names} for row in full], schema=schema)
