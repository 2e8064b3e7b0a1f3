"""`givenet trash` and `givenet undo-import`: what was deleted, and what an import brought."""

import click

from givenet_tui.cli.as_json import plain_object, plain_objects
from givenet_tui.cli.options import json_option, pass_session
from givenet_tui.cli.paper import Paper, Piece, print_json
from givenet_tui.cli.session import Session, has_terminal
from givenet_tui.cli.wording import counted
from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.settings import ImportRun
from givenet_tui.domain.trash import in_trash
from givenet_tui.domain.trash import trash as what_was_deleted
from givenet_tui.domain.verbs import imports
from givenet_tui.domain.verbs import trash as verbs


@click.command()
@click.option("--restore", "back", type=int, multiple=True, metavar="ID", help="Bring a record back; several times.")
@click.option("--empty", is_flag=True, help="Take everything in the trash out of the book for good.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@json_option
@pass_session
def trash(session: Session, *, back: tuple[int, ...], empty: bool, yes: bool, as_json: bool) -> None:
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
        rows: list[list[Piece]] = [
            [
                str(one.record.id),
                (one.called, "name"),
                (f"deleted {one.deleted_at[:10]}", "muted"),
                (one.hangs, "muted"),
            ]
            for one in deleted
        ]
        Paper().table(rows)


def _restore(session: Session, ids: tuple[int, ...], *, as_json: bool) -> None:
    space = session.settled()
    session.label()
    lying = {record.id: record for record in in_trash(space.book)}
    missing = [str(id_) for id_ in ids if id_ not in lying]
    if missing:
        raise Refusal(f"{', '.join(missing)} is not in the trash. `givenet trash` lists what is.")
    done = space.do(verbs.restore, [lying[id_] for id_ in ids])
    session.tell(done)
    if as_json:
        print_json(plain_objects(edit.after for edit in done.change.edits if edit.after is not None))
    else:
        Paper().line(done.name)


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
