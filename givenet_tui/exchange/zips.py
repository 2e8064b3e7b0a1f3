"""LinkedIn's ZIP: `Connections.csv` out of it, in memory, and only as much as may come out."""

import io
import zipfile
from pathlib import PurePosixPath

from givenet_tui.exchange.findings import LARGEST_FILE, UnreadableFile

_WANTED = "connections.csv"
_ENCRYPTED = 0x1


def is_zip(data: bytes) -> bool:
    """Whether the bytes begin as a ZIP, also an empty one."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def connections_in(data: bytes, name: str) -> bytes:
    """The bytes of `Connections.csv` in the ZIP, in whatever folder; UnreadableFile when there is none to be had."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _unpacked(archive, name)
    except UnreadableFile:
        raise
    except Exception as error:
        # zipfile and its decompressors raise a dozen kinds of errors on damaged bytes; all mean the same here.
        raise UnreadableFile(f"{name} is a damaged ZIP. Download it from LinkedIn once more.") from error


def _unpacked(archive: zipfile.ZipFile, name: str) -> bytes:
    found = [info for info in archive.infolist() if _file_name(info) == _WANTED]
    if not found:
        raise UnreadableFile(
            f"{name} is a ZIP without a Connections.csv. Ask LinkedIn for your connections, or unpack it and import "
            "the vCard file that you want."
        )
    info = min(found, key=lambda info: info.filename.count("/"))
    if info.flag_bits & _ENCRYPTED:
        raise UnreadableFile(f"{name} is a ZIP with a password. Unpack it and import Connections.csv itself.")
    # The size in the directory may lie, so reading stops at the bound as well.
    with archive.open(info) as file:
        data = file.read(LARGEST_FILE + 1) if info.file_size <= LARGEST_FILE else b""
    if info.file_size > LARGEST_FILE or len(data) > LARGEST_FILE:
        limit = LARGEST_FILE // 1024 // 1024
        raise UnreadableFile(f"Connections.csv in {name} unpacks to more than {limit} MB, so it was not read.")
    return data


def _file_name(info: zipfile.ZipInfo) -> str:
    return PurePosixPath(info.filename.replace("\\", "/")).name.lower()
