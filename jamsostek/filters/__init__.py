"""The shared filters: a frozen value (`state`), and the widgets that set it (`widgets`)."""

from jamsostek.filters.state import KELOMPOK_UMUR, URL_KEYS, Filters, Pilihan, Wilayah, from_url, to_url
from jamsostek.filters.widgets import (
    choose_area,
    current,
    ignored,
    level_control,
    metric_control,
    remember,
    reset,
    sidebar,
    unemployment_control,
)

__all__ = [
    "KELOMPOK_UMUR",
    "URL_KEYS",
    "Filters",
    "Pilihan",
    "Wilayah",
    "choose_area",
    "current",
    "from_url",
    "ignored",
    "level_control",
    "metric_control",
    "remember",
    "reset",
    "sidebar",
    "to_url",
    "unemployment_control",
]
