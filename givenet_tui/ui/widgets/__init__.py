"""Widgets: views of slices of the book, knowing nothing of the workspace."""
