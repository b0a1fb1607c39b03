"""One thin script per screen; Streamlit runs them through the router in dashboard.py."""
