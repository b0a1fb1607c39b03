import json
import re
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

KECAMATAN = {
    "53.71.01": "Alak", "53.71.02": "Maulafa", "53.71.03": "Kelapa Lima",
    "53.71.04": "Oebobo", "53.71.05": "Kota Raja", "53.71.06": "Kota Lama",
}  # fmt: skip
BULAN = [pd.Timestamp(2019 + n // 12, n % 12 + 1, 1) for n in range(54)]


def akun(bulan: pd.Timestamp, peserta: int | None, pekerja: int | None, penganggur: int | None) -> dict[str, Any]:
    """One account row as the queries give it."""
    lengkap = peserta is not None and pekerja is not None
    angkatan = None if pekerja is None or penganggur is None else pekerja + penganggur
    return {
        "bulan": bulan,
        "jumlah_peserta": peserta,
        "jumlah_penyebut": pekerja,
        "rasio_cakupan": peserta / pekerja if lengkap else None,
        "jumlah_pekerja": pekerja,
        "jumlah_belum_terlindungi": pekerja - peserta if lengkap else None,
        "jumlah_penganggur": penganggur,
        "jumlah_angkatan_kerja": angkatan,
        "rasio_tpt": penganggur / angkatan if angkatan else None,
    }


@pytest.fixture
def kota() -> pd.DataFrame:
    """54 months; the 51st (March 2023) has no register."""
    return pd.DataFrame(
        [akun(b, 30_000 + 250 * i, None if i == 50 else 185_220, 18_000 + 20 * i) for i, b in enumerate(BULAN)]
    )


@pytest.fixture
def kecamatan() -> pd.DataFrame:
    """54 months x 6 kecamatan, plus participants without a place."""
    baris = [
        {"kode_kecamatan": kode, "nama_kecamatan": nama, **akun(b, 6_000 + 20 * i + 300 * j, 31_220, 3_100)}
        for j, (kode, nama) in enumerate(KECAMATAN.items())
        for i, b in enumerate(BULAN)
    ]
    luar = [
        {"kode_kecamatan": "53.71.00", "nama_kecamatan": "Tanpa wilayah", **akun(b, 120, None, None)} for b in BULAN
    ]
    return pd.DataFrame(baris + luar)


@pytest.fixture
def juni(kecamatan: pd.DataFrame) -> pd.DataFrame:
    return kecamatan[kecamatan["bulan"] == BULAN[-1]].assign(berlaku=True).reset_index(drop=True)


def jejak(fig: go.Figure, nama: str) -> Any:
    """The trace with this name."""
    return next(t for t in fig.data if t.name == nama)


def periksa_umum(fig: go.Figure, maks: int = 20_000) -> None:
    """What holds for every figure: small, no template, no 'nan', no English month, no US number, no small type."""
    isi = fig.to_json()
    assert len(isi) < maks
    assert not json.loads(isi)["layout"].get("template")
    teks = semua_teks(json.loads(isi))
    gabung = "\n".join(teks)
    assert "nan" not in gabung.lower().split()
    assert "NaN" not in isi
    assert "None" not in gabung
    assert not re.search(r"\b(May|Aug|Oct|Dec|June|July|March)\b", gabung)
    assert not re.search(r"\d,\d{3}\b", gabung)
    assert not re.search(r"\d\.\d{1,2}\b", gabung)
    ukuran = [int(n) for n in re.findall(r'"size":(\d+)[,}]', isi) if int(n) > 11]
    assert min(ukuran) >= 13


def semua_teks(isi: Any) -> list[str]:
    """Every string people can read in a figure."""
    if isinstance(isi, dict):
        return [
            t
            for k, v in isi.items()
            for t in (semua_teks(v) if isinstance(v, dict | list) else [v] if k in ("text", "name") else [])
            if isinstance(t, str)
        ] + [t for k in ("hovertext", "ticktext", "text") if isinstance(isi.get(k), list) for t in isi[k]]
    if isinstance(isi, list):
        return [t for v in isi for t in semua_teks(v)]
    return []
