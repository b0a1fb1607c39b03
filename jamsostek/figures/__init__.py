"""Plotly figures, pure: a DataFrame from a query in, a figure out; no querying, no Streamlit."""

import plotly.io as pio

# Plotly would put its default template into every figure: 6 kB each, with English-locale styling.
pio.templates.default = None
