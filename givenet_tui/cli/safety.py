"""`givenet undo`, `backup` and `restore`: take back what was done, and whole books."""

from datetime import date
from typing import TYPE_CHECKING

import click

from givenet_tui.cli.options import json_option, pass_session
from givenet_tui.cli.paper import Paper, Piece, complain, print_json
from givenet_tui.cli.session import Session
from givenet_tui.domain.day_words import parse_day
from givenet_tui.domain.errors import CannotTurn, Refusal
from givenet_tui.exchange.as_json import plain_objects

if TYPE_CHECKING:
    from givenet_tui.store.backups import Backup
    from givenet_tui.store.copies import Copy
    from givenet_tui.workspace import Done, Workspace


@click.command()
@click.option("--redo", is_flag=True, help="Do again what was taken back last.")
@click.option("--past", is_flag=True, help="Pass over changes that cannot be taken back.")
@json_option
@pass_session
def undo(session: Session, redo: bool, past: bool, as_json: bool) -> None:
    """Take the last change back, whichever window or command made it.

    It is refused when something has been changed since in the same place; --past takes the one before that.
    The last 100 changes can be taken back.
    """
    session.label()
    done = _turned(session.settled(), redo=redo, past=past)
    session.tell(done)
    if as_json:
        records = [edit.after for edit in done.change.edits if edit.after is not None]
        print_json({"name": done.name, "records": plain_objects(records)})
    else:
        Paper().line(done.name)


def _turned(space: "Workspace", *, redo: bool, past: bool) -> "Done":
    while True:
        try:
            return space.redo() if redo else space.undo()
        except CannotTurn as error:  # asked once more, the store passes it over
            if not past:
                again = "givenet undo --redo --past" if redo else "givenet undo --past"
                raise Refusal(f"{error.sentence} `{again}` passes it over.") from error


@click.command()
@json_option
@pass_session
def backup(session: Session, as_json: bool) -> None:
    """Keep a copy of the book as it is now.

    Copies are made by themselves before the first change of a day and before each import. They stand beside the book;
    those of the last 10 days, 8 weeks and 12 months are kept.
    """
    from givenet_tui.store.restoring import back_up

    made = back_up(session.path, session.instant())
    if as_json:
        print_json(_as_json(made))
    else:
        Paper().line(f"A copy is kept: {made.path}")


@click.command()
@click.option("--list", "listed", is_flag=True, help="List the copies, and put none back.")
@json_option
@click.argument("when", required=False, default="")
@pass_session
def restore(session: Session, *, listed: bool, as_json: bool, when: str) -> None:
    """Put a copy of the book back in its place. What is there now is kept first.

    WHEN is a day, the beginning of a copy's name, or `previous` for one save earlier; without it, it is
    what was last saved, where the book is damaged or was changed by something else, and otherwise the newest
    copy that holds something else than the book does.

    \b
    givenet restore --list
    givenet restore yesterday
    givenet restore 2026-11-24T14:16
    """
    from givenet_tui.store.copies import chosen, copies
    from givenet_tui.store.restoring import put_back

    if listed:
        every = copies(session.path)
        print_json([_copy_as_json(copy) for copy in every]) if as_json else _print(every)
        return

    def day_of(words: str) -> date | None:
        return parse_day(words, session.clock.local().date(), leaning="past")

    copy = chosen(session.path, when.strip(), day_of)
    kept = put_back(session.path, copy, session.instant())
    if as_json:
        print_json({"restored": _copy_as_json(copy), "kept": _as_json(kept) if kept else None})
        return
    Paper().line(f"The book is back: {copy.said} · {copy.people}. `givenet undo` takes that back.")
    if kept:
        complain(f"What was there is kept: {kept.path}")


def _print(every: "tuple[Copy, ...]") -> None:
    paper = Paper()
    if not every:
        paper.line("There is no copy yet. One is made before the first change of each day.")
    rows: list[list[Piece]] = [
        [copy.stamp, (copy.people, "muted" if copy.state else "quiet"), (copy.why, "muted")] for copy in every
    ]
    paper.table(rows)


def _copy_as_json(copy: "Copy") -> dict[str, object]:
    people = len(copy.state.book.people) if copy.state else None
    where = str(copy.path) if copy.path else None
    return {"when": copy.stamp, "path": where, "why": copy.why, "sound": copy.state is not None, "people": people}


def _as_json(backup: "Backup") -> dict[str, object]:
    return {"when": backup.stamp, "path": str(backup.path), "why": backup.why}
