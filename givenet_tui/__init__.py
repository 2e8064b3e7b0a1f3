"""GiveNet: fewer, deeper relationships, built by giving."""

__version__ = "0.1.0"
