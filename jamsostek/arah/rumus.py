"""The formulas of docs/metodologi.toml as HTML: symbols in italics, indices and powers in place, no fonts to fetch."""

import html
import re
import tomllib
from dataclasses import dataclass
from functools import cache

from jamsostek import settings

_NAIK_TURUN = re.compile(r"([_^])\{([^{}]*)\}")


@dataclass(frozen=True)
class Bagian:
    """One section: heading, formulas, (symbol, meaning, unit), what to know, source, where in the app."""

    judul: str
    rumus: tuple[str, ...]
    lambang: tuple[tuple[str, str, str], ...]
    keterangan: str
    sumber: str
    tempat: str


@cache
def semua() -> tuple[Bagian, ...]:
    """The sections in order. TypeError or tomllib.TOMLDecodeError where the file is not as it should be."""
    isi = tomllib.loads((settings.ROOT / "docs" / "metodologi.toml").read_text(encoding="utf-8"))
    return tuple(
        Bagian(
            **{
                **satu,
                "rumus": tuple(satu["rumus"]),
                "lambang": tuple((lambang, arti, satuan) for lambang, arti, satuan in satu["lambang"]),
            }
        )
        for satu in isi["bagian"]
    )


def tulis(rumus: str) -> str:
    """A formula as HTML: 'E_{0}' and 'a^{m}' become <sub> and <sup>; everything else is escaped."""
    tanda = {"_": "sub", "^": "sup"}
    return _NAIK_TURUN.sub(lambda m: f"<{tanda[m[1]]}>{m[2]}</{tanda[m[1]]}>", html.escape(rumus))


def bagian(satu: Bagian) -> str:
    """A section as HTML."""
    rumus = "".join(f"<p>{tulis(baris)}</p>" for baris in satu.rumus)
    baris = "".join(
        f'<tr><th scope="row">{tulis(lambang)}</th><td>{html.escape(arti)}</td><td>{html.escape(satuan)}</td></tr>'
        for lambang, arti, satuan in satu.lambang
    )
    kepala = "".join(f'<th scope="col">{teks}</th>' for teks in ("Lambang", "Arti", "Satuan"))
    return (
        f'<section class="metode"><h2 class="subjudul">{html.escape(satu.judul)}</h2><div class="rumus">{rumus}</div>'
        f'<table class="batch lambang"><thead><tr>{kepala}</tr></thead><tbody>{baris}</tbody></table>'
        f"<p>{html.escape(satu.keterangan)}</p>"
        f'<p class="catatan">Sumber: {html.escape(satu.sumber)}. Dipakai di: {html.escape(satu.tempat)}.</p></section>'
    )
