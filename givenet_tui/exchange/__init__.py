"""Bytes of other programs to our records: pure functions."""
