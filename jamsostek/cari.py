"""The search index: every spelling of every kelurahan and kecamatan in the form that the browser compares. Pure.

`static/cari.js` brings what is typed into the same form (`normal`); one table of cases holds both to it.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable

from jamsostek.intake.places import Places

_KATA = re.compile(r"[a-z]+|[0-9]+")
_SEBUTAN = frozenset({"kelurahan", "kel", "kecamatan", "kec"})
_ANGKA = {"1": ("satu", "i"), "2": ("dua", "ii"), "3": ("tiga", "iii")}  # more would turn Kelapa Lima into a number
_KE_ANGKA = {kata: angka for angka, semua in _ANGKA.items() for kata in semua}

Entri = dict[str, str]


def normal(teks: str) -> str:
    """What two ways to write a place share: letters a to z and digits, no accents; II and Dua are 2.

    'Kelurahan' or 'Kec.' in front of a name is left out. Empty where nothing remains.
    """
    return "".join(_kata(teks))


def _kata(teks: str) -> list[str]:
    polos = "".join(c for c in unicodedata.normalize("NFKD", teks.lower()) if not unicodedata.combining(c))
    kata = _KATA.findall(polos)
    if len(kata) > 1 and kata[0] in _SEBUTAN:
        kata = kata[1:]
    return [_KE_ANGKA.get(k, k) for k in kata]


def indeks(tempat: Places) -> list[Entri]:
    """One entry per place, kelurahan first, by name; all values are text, keys joined by spaces.

    'kode', 'nama', 'sebutan' (what it is and where), 'utuh' (whole spellings) and 'potong' (later words, initials).
    """
    ejaan: dict[str, list[str]] = defaultdict(list)
    for teks, kode in tempat.spellings.items():
        ejaan[kode].append(teks)
    urut = sorted(tempat.names.items(), key=lambda isi: (-isi[0].count("."), isi[1]))
    return [_entri(kode, nama, ejaan[kode], tempat) for kode, nama in urut]


def _entri(kode: str, nama: str, ejaan: list[str], tempat: Places) -> Entri:
    induk = kode.rpartition(".")[0]
    sebutan = f"Kelurahan di Kecamatan {tempat.names[induk]}" if induk in tempat.names else "Kecamatan"
    semua = [kata for teks in (nama, *ejaan) if (kata := _kata(teks))]
    utuh = _unik(bentuk for kata in semua for bentuk in _bentuk(kata))
    berkata = [kata for kata in semua if max(map(len, kata)) > 1]  # not 'L.L.B.K.', which has letters and no words
    akhir = _unik(bentuk for kata in berkata for mulai in range(1, len(kata)) for bentuk in _bentuk(kata[mulai:]))
    awal = _unik("".join(k[0] for k in kata) for kata in semua if len(kata) > 1)
    potong = [kunci for kunci in _unik([*akhir, *awal]) if kunci not in utuh]
    return {"kode": kode, "nama": nama, "sebutan": sebutan, "utuh": " ".join(utuh), "potong": " ".join(potong)}


def _bentuk(kata: list[str]) -> list[str]:
    """The words as one key; with a number at the end also as people write it in one word ('bakunasedua')."""
    depan, akhir = "".join(kata[:-1]), kata[-1]
    return [depan + akhir, *(depan + lain for lain in _ANGKA.get(akhir, ()))]


def _unik(teks: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(teks))
