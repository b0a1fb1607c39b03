"""The months of the map's time player: every month of one metric, level and set of filters, as compact as it travels.

Classes and colours are those of the single map, so a colour means the same in every month.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pandas as pd

from jamsostek import formats, metrics, theme
from jamsostek.batas import berkas_gambar
from jamsostek.figures import maps
from jamsostek.metrics import Keadaan


def bingkai(df: pd.DataFrame, tampilan: maps.Tampilan) -> dict[str, Any]:
    """All months of a result of akun_per_kelurahan or tren_per_kecamatan, ready to be painted without the server.

    `golongan` holds [state, class, colour, text colour, lines of the hover text], `legenda` a row for each of them;
    `sel` maps each code to four lists with one entry per month: g, the index into `golongan` (None: the area has no
    row in that month), and t, a, b as `maps.isi_pola` has them.
    """
    metrik, batas, warna = tampilan.kelas
    kode = f"kode_{tampilan.tingkat}"
    months = {month: i for i, month in enumerate(sorted(df["bulan"].unique()))}
    index: dict[tuple[Keadaan, int | str], int] = {(Keadaan.NILAI, k): k for k in range(len(warna))}
    cells: dict[str, dict[str, list[Any]]] = {}
    for row in maps.records(maps.berwilayah(df, kode)):
        state = metrics.keadaan_baris(row, metrik.kunci)
        kelas = metrics.kelas_of(row[metrik.kolom], batas) if state.ada_nilai else None
        group = index.setdefault((state, "" if kelas is None else kelas), len(index))
        lists = cells.setdefault(row[kode], {key: [None] * len(months) for key in "gtab"})
        for key, value in {"g": group, **maps.isi_pola(row, metrik, state)}.items():
            lists[key][months[row["bulan"]]] = value

    def group_of(state: Keadaan, kelas: int | str) -> list[Any]:
        fill = theme.TIDAK_BERLAKU if kelas == "" else warna[int(kelas)]
        return [state.value, kelas, fill.isi, fill.teks, maps.pola(metrik, state, tampilan.kata_penyebut)]

    return {
        "golongan": [group_of(*group) for group in index],
        "legenda": [maps.baris_legenda(*group, metrik, batas, warna) for group in index],
        "sel": cells,
        "judul": f"{metrik.label} per {tampilan.tingkat}",
    }


def waktu(bulan: Sequence[date], kini: date, kunci: str) -> dict[str, Any]:
    """What the player needs before its frames: first month, number of months, the chosen one, its words.

    `bulan` are consecutive months, ascending (the build checks that); `kunci` names the frames: same key, same frames.
    `gambar` lists [index of a month, file of its outlines] wherever the borders change.
    """
    files = [berkas_gambar(month) for month in bulan]
    return {
        "gambar": [[i, file] for i, file in enumerate(files) if i == 0 or file != files[i - 1]],
        "kunci": kunci,
        "tahun": bulan[0].year,
        "bulan": bulan[0].month,
        "jumlah": len(bulan),
        "kini": bulan.index(kini),
        "nama": formats.NAMA_BULAN,
        "label": "Bulan pada peta",
        "putar": "Putar",
        "jeda": "Jeda",
    }
