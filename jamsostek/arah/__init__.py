"""The screens of the way to full coverage: trend, projection, what changed, required pace, what if, equity, methods."""
