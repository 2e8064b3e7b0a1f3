"""The command line. Importing it loads neither Textual nor TinyDB: they come when a command needs them."""

import sys
from typing import NoReturn

__all__ = ["main"]


def main() -> NoReturn:
    """The entry point `givenet`. The rest is loaded in here, so that ctrl+c is quiet from the first instant on."""
    try:
        from givenet_tui.cli.program import program

        program.main()
    except KeyboardInterrupt:
        sys.exit(130)
