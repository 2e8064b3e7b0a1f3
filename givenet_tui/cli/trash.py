"""`givenet trash` and `givenet undo-import`: what was deleted, and what an import brought."""

from collections import Counter
from collections.abc import Mapping, Sequence

import click

from givenet_tui.cli.options import json_option, pass_session
from givenet_tui.cli.paper import Paper, Piece, print_json
from givenet_tui.cli.session import Session, has_terminal
from givenet_tui.cli.wording import counted
from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.records import Record
from givenet_tui.domain.references import Key
from givenet_tui.domain.settings import ImportRun
from givenet_tui.domain.trash import in_trash
from givenet_tui.domain.trash import trash as what_was_deleted
from givenet_tui.domain.verbs import imports
from givenet_tui.domain.verbs import trash as verbs
from givenet_tui.exchange.as_json import plain_object, plain_objects


class Which(click.ParamType[Key]):
    """An id, or a table and an id: `people/1`."""

    name = "id"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> Key:
        """The table (empty: any) and the id."""
        table, _, number = value.rpartition("/")
        if not (number.isdecimal() and len(number) <= 16):
            self.fail(f"{value!r} is no id: `givenet trash` lists them.", param, ctx)
        return table, int(number)


@click.command()
@click.option("--restore", "back", type=Which(), multiple=True, help="Bring a record back; several times.")
@click.option("--empty", is_flag=True, help="Take everything in the trash out of the book for good.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@json_option
@pass_session
def trash(session: Session, *, back: tuple[Key, ...], empty: bool, yes: bool, as_json: bool) -> None:
    """What was deleted, the latest first; bring it back, or empty the trash.

    \b
    givenet trash
    givenet trash --restore 374642384607542
    givenet trash --empty
    """
    if back and empty:
        raise click.UsageError("--restore brings back, --empty takes out for good: choose one of the two.")
    if back:
        _restore(session, back, as_json=as_json)
    elif empty:
        _empty(session, yes=yes, as_json=as_json)
    else:
        _list(session, as_json=as_json)


def _list(session: Session, *, as_json: bool) -> None:
    deleted = what_was_deleted(session.workspace.book)
    session.label()
    if as_json:
        print_json([plain_object(one.record) | {"table": one.record.table} for one in deleted])
    elif not deleted:
        Paper().line("The trash is empty.")
    else:
        counts = Counter(one.record.id for one in deleted)
        rows: list[list[Piece]] = [
            [
                _said(one.record, counts),
                (one.called, "name"),
                (f"deleted {one.deleted_on}", "muted"),
                (one.hangs, "muted"),
            ]
            for one in deleted
        ]
        Paper().table(rows)


def _said(record: Record, counts: Mapping[int, int]) -> str:
    """What names a record in the trash: its id, with its table where several have that id."""
    return f"{record.table}/{record.id}" if counts[record.id] > 1 else str(record.id)


def _restore(session: Session, back: tuple[Key, ...], *, as_json: bool) -> None:
    space = session.settled()
    session.label()
    lying = in_trash(space.book)
    done = space.do(verbs.restore, [_named(lying, table, id_) for table, id_ in back])
    session.tell(done)
    if as_json:
        print_json(plain_objects(edit.after for edit in done.change.edits if edit.after is not None))
    else:
        Paper().line(done.name)


def _named(lying: Sequence[Record], table: str, id_: int) -> Record:
    """The record in the trash of that id, and of that table when one is named. Nothing is guessed."""
    fitting = [one for one in lying if one.id == id_ and table in {"", one.table}]
    if not fitting:
        raise Refusal(f"{table + '/' if table else ''}{id_} is not in the trash. `givenet trash` lists what is.")
    if len(fitting) > 1:
        listed = ", ".join(f"{one.table}/{one.id}" for one in fitting)
        raise Refusal(f"{id_} is the id of several records in the trash: {listed}. Name one of them.")
    return fitting[0]


def _empty(session: Session, *, yes: bool, as_json: bool) -> None:
    space = session.settled()
    session.label()
    lying = in_trash(space.book)
    count = len(lying)
    if count and not yes:
        if not has_terminal():
            raise click.UsageError("There is no terminal to ask on: say --yes to empty the trash.")
        what = f"{counted(count, 'record')} and what hangs on {'it' if count == 1 else 'them'}"
        if not click.confirm(f"Take {what} out of the book for good?"):
            Paper().line("Nothing was changed.")
            return
    done = space.do(verbs.empty, lying or None)  # and nothing that came in while the question stood there
    session.tell(done)
    if as_json:
        gone = [edit.before for edit in done.change.edits if edit.after is None and edit.before is not None]
        print_json([{"table": record.table, "id": record.id} for record in gone])
    else:
        Paper().line(done.name)


@click.command("undo-import")
@click.option("--list", "listed", is_flag=True, help="List the imports, and take none back.")
@click.argument("run", required=False, type=int, metavar="[ID]")
@json_option
@pass_session
def undo_import(session: Session, *, listed: bool, run: int | None, as_json: bool) -> None:
    """Take the last import back, or the one of that ID, but for those who were edited since.

    \b
    givenet undo-import --list
    givenet undo-import
    """
    if listed:
        _list_imports(session, as_json=as_json)
        return
    space = session.settled()
    session.label()
    done = space.do(imports.take_back, run)
    session.tell(done)
    if as_json:
        people = [edit.before for edit in done.change.edits if edit.before is not None and edit.after is None]
        print_json({"name": done.name, "taken_back": [one.id for one in people if one.table == "people"]})
    else:
        Paper().line(done.name)


def _list_imports(session: Session, *, as_json: bool) -> None:
    runs = sorted(session.workspace.book.all(ImportRun), key=lambda one: one.id, reverse=True)
    session.label()
    if as_json:
        print_json(plain_objects(runs))
        return
    if not runs:
        Paper().line("There is no import to take back.")
    Paper().table(
        [[str(one.id), one.on.isoformat(), counted(len(one.records), "person", "people"), one.source] for one in runs]
    )
