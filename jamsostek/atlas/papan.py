"""The pieces of a comparison: one map or two with their downloads, and a table whose cells can be taken along."""

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from jamsostek import components, filters
from jamsostek.atlas import unduhan
from jamsostek.figures import maps
from jamsostek.shell import Konteks


def tabel(
    konteks: Konteks, data: dict[str, Any], tampilan: maps.Tampilan, peta: Mapping[str, Any] | None = None
) -> None:
    """The table with a download of exactly its cells, and of `peta` where the comparison is one map."""
    components.tabel(data, key="tabel_banding")
    unduhan.unduhan_tabel(konteks, peta, data, tampilan.tingkat, tampilan.metrik)


def satu_peta(data: dict[str, Any]) -> None:
    """The one map of a comparison."""
    components.peta(data, key="peta_banding", on_choose=filters.choose_area)


def dua_peta(
    pair: tuple[dict[str, Any], dict[str, Any]],
    on_left: Callable[[str], None],
    on_right: Callable[[str], None] | None = None,
) -> None:
    """Two maps side by side; a click on the right one means the same as on the left, or `on_right`."""
    left, right = st.columns(2, gap="small")
    with left:
        components.peta(pair[0], key="peta_kiri", on_choose=on_left)
    with right:
        components.peta(pair[1], key="peta_kanan", on_choose=on_right or on_left)
