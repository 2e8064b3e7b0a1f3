"""A disk that is full, for as long as a story wants it."""

import errno
import os
from typing import Any


class FullDisk:
    """The `os` module on a disk that is full."""

    def __getattr__(self, name: str) -> Any:
        def full(*_args: Any, **_kwargs: Any) -> Any:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        return full if name in {"write", "fsync"} else getattr(os, name)
