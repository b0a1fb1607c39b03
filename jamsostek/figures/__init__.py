"""Plotly figures, pure: a DataFrame from a query in, a figure out; no querying, no Streamlit."""


class TanpaNilai(ValueError):
    """The data hold no value to draw: the empty state, not a fault. Plotly's own ValueError is a fault."""
