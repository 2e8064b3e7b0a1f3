"""The command line. Importing it loads neither Textual nor TinyDB: they come when a command needs them."""

import gc
import sys
from typing import NoReturn

__all__ = ["main"]


def main() -> NoReturn:
    """The entry point `givenet`. The rest is loaded in here, so that ctrl+c is quiet from the first instant on.

    A command is over before there is garbage worth looking for; in a large book that alone is a sixth of its time, the
    most of it at the very end. The app turns the collection on.
    """
    gc.disable()
    try:
        from givenet_tui.cli.program import program

        program.main()
    except KeyboardInterrupt:
        sys.exit(130)
    finally:
        gc.freeze()
