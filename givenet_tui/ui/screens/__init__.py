"""Screens: Today, People, the notebook, Board, Year."""
