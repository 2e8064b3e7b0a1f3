"""Dialogs: ask something, return a typed value, write nothing."""
