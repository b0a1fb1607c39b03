"""Figures are tested as data: what is drawn, in which colour, with which words."""
