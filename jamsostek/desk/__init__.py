"""The screens of people who bring data in: upload, check, preview, accept, ledger. Streamlit; all rules live below."""
