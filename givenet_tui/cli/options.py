"""Options that several commands share."""

import click

from givenet_tui.cli.paper import complain
from givenet_tui.cli.session import Session


def in_utf8(data: bytes) -> str:
    """Words as they go into the book. What is not UTF-8 among them is said."""
    text = data.decode("utf-8", errors="replace")
    if text.encode() != data:
        complain("What was given is not all UTF-8: what is not is kept as \ufffd.")
    return text


def words_typed(typed: str) -> str:
    """Words for the book, out of an argument: bytes that are no UTF-8 come in as halves of letters."""
    return in_utf8(typed.encode("utf-8", errors="surrogateescape"))


json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON, with the names the file has.")
pass_session = click.make_pass_decorator(Session)
