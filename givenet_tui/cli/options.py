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


class Asking(click.Command):
    """A command that is asked something: `-tag:work` is a part of the question, and no option."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Behind `--` click leaves everything as it is."""
        if "--" not in args:
            turned = [arg for arg in args if arg[:1] == "-" != arg[1:2] and len(arg) > 2]
            args = [*(arg for arg in args if arg not in turned), "--", *turned]
        return super().parse_args(ctx, args)
