"""The command line. Importing it loads neither Textual nor TinyDB: they come when a command needs them."""

from givenet_tui.cli.program import main

__all__ = ["main"]
