"""Plotly figures, pure: a DataFrame from a query in, a figure out; no querying, no Streamlit."""
