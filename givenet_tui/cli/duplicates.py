"""`givenet duplicates`: people who may be one."""

import click

from givenet_tui.cli.options import Asking, json_option, pass_session
from givenet_tui.cli.paper import Paper, print_json
from givenet_tui.cli.session import Session
from givenet_tui.cli.wording import counted
from givenet_tui.exchange.as_json import plain_object


@click.command(cls=Asking)
@json_option
@pass_session
def duplicates(session: Session, as_json: bool) -> None:
    """People who may be one: the same e-mail, phone number or name, or names alike in one organization.

    It changes nothing. In the app, “two who are one” in the palette makes one of two, field by field.

    \b
    givenet duplicates
    givenet duplicates --json
    """
    from givenet_tui.domain.duplicates import duplicates as found_in

    pairs = found_in(session.workspace.book)
    session.label()
    if as_json:
        print_json(
            [
                {"people": [plain_object(pair.one), plain_object(pair.other)], "reasons": list(pair.reasons)}
                for pair in pairs
            ]
        )
        return
    paper = Paper()
    if not pairs:
        paper.line("Nobody looks like somebody else in your book.")
        return
    paper.table(
        [
            [
                (pair.one.name, "name"),
                (str(pair.one.id), "muted"),
                (pair.other.name, "name"),
                (str(pair.other.id), "muted"),
                ", ".join(pair.reasons),
            ]
            for pair in pairs
        ]
    )
    paper.line()
    paper.line((f"{counted(len(pairs), 'pair')} may be one. In the app: ctrl+p, “two who are one”.", "muted"))
