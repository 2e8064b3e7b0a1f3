"""`givenet import`: people out of files, all of them or nobody."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from givenet_tui.cli.options import json_option, pass_session
from givenet_tui.cli.paper import Paper, complain, print_json
from givenet_tui.cli.session import Session, has_terminal
from givenet_tui.cli.wording import counted
from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Change
from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.find import PeopleFinder
from givenet_tui.domain.imports import Arrival, Arrivals, bring_in, sort_out
from givenet_tui.domain.people import Person
from givenet_tui.domain.query import parse
from givenet_tui.domain.records import changed
from givenet_tui.exchange.as_json import plain_objects

if TYPE_CHECKING:
    from givenet_tui.exchange.findings import Reading


@dataclass(frozen=True, slots=True)
class Files:
    """Files that were read whole, before anything is changed."""

    paths: tuple[Path, ...]
    readings: "tuple[Reading, ...]"

    @property
    def source(self) -> str:
        """What the files are called, as the book remembers it."""
        return ", ".join(path.name for path in self.paths)

    @property
    def people(self) -> tuple[Person, ...]:
        """Everyone in them."""
        return tuple(person for reading in self.readings for person in reading.people)


@click.command("import")
@click.option("--all", "everyone", is_flag=True, help="Bring in everyone.")
@click.option("--pick", metavar="QUERY", help="Bring in who has these words in name, work or tags.")
@click.option("--dry-run", is_flag=True, help="Say what would happen, and change nothing.")
@json_option
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@pass_session
def import_(
    session: Session, *, everyone: bool, pick: str | None, dry_run: bool, as_json: bool, files: tuple[Path, ...]
) -> None:
    """Bring people in from vCard files or LinkedIn's connections.

    On a terminal, without --all and --pick, the app opens and lets you choose. Someone whom an earlier
    import brought is already here, and is not added again.

    \b
    givenet import --dry-run contacts.vcf
    givenet import --pick lovelace contacts.vcf
    givenet import --all Connections.csv contacts.vcf
    """
    if everyone and pick is not None:
        raise click.UsageError("--all brings everyone, --pick those who fit: choose one of the two.")
    if pick is not None and not pick.strip():
        raise click.UsageError("--pick needs a word or two: whom do you want to bring in?")
    choose = not (everyone or pick or dry_run)
    if choose and (as_json or not has_terminal()):
        raise click.UsageError("There is no terminal to choose people on: say --all, or --pick QUERY.")
    from givenet_tui.exchange.files import read_path

    read = Files(files, tuple(read_path(path) for path in files))
    if choose:
        click.get_current_context().exit(pick_in_app(session, files))
    people = _fitting(read, pick, session.today) if pick else read.people
    session.label()
    arrivals = sort_out(session.workspace.book, people)
    if not dry_run and arrivals.fresh:
        done = session.settled().do(bring_in, read.source, people)
        session.tell(done)
        arrivals = _as_written(arrivals, done.change)
    if as_json:
        print_json(_as_json(read, arrivals, dry_run))
    elif dry_run:
        _print_plan(Paper(), read, arrivals)
    else:
        _print_done(Paper(), read, arrivals)
    _tell_problems(read)


def pick_in_app(session: Session, files: Sequence[Path]) -> int:
    """Let the user choose in the app, which reads the files once more and writes what was chosen."""
    from givenet_tui.cli.app import open_app

    return open_app(session, importing=files)


def _fitting(read: Files, query: str, today: date) -> list[Person]:
    """Who of the files' people fits, by the same rules as the people list; in the files' order."""
    numbered = [changed(person, id=number) for number, person in enumerate(read.people, 1)]
    found = set(PeopleFinder(Book(numbered)).ids(parse(query), today))
    if not found:
        raise Refusal(f"Nobody in {read.source} fits “{query}”. Nothing was changed.")
    return [person for number, person in enumerate(read.people, 1) if number in found]


def _as_written(arrivals: Arrivals, change: Change) -> Arrivals:
    """Those who came are those whom the book has now: another program may have brought some of them meanwhile."""
    resembles = {arrival.person.sources: arrival.resembles for arrival in arrivals.fresh}
    came = [edit.after for edit in change.edits if isinstance(edit.after, Person)]
    return replace(arrivals, fresh=tuple(Arrival(person, resembles.get(person.sources, ())) for person in came))


# --- what happened -------------------------------------------------------------------------------


def _print_done(paper: Paper, read: Files, arrivals: Arrivals) -> None:
    if arrivals.fresh:
        paper.line(f"{_people(len(arrivals.fresh))} brought in from {read.source}.")
    _print_others(paper, arrivals, f"Nobody new in {read.source}.")
    for arrival in arrivals.fresh:
        if arrival.resembles:
            paper.line(_resemblance(arrival.person, arrival.resembles))


def _print_plan(paper: Paper, read: Files, arrivals: Arrivals) -> None:
    if arrivals.fresh:
        paper.line((f"{_people(len(arrivals.fresh))} would come in from {read.source}:", "heading"))
    for arrival in arrivals.fresh:
        person = arrival.person
        paper.line("  ", (person.name, "name"), (_known(person), "muted"))
        if arrival.resembles:
            paper.line(("    " + _resemblance(person, arrival.resembles), "quiet"))
    _print_others(paper, arrivals, f"Nobody new in {read.source}.")
    for title, some in (("already here", arrivals.already_here), ("twice in the files", arrivals.doubles)):
        for person in some:
            paper.line((f"  {person.name}: {title}", "muted"))
    paper.line("Nothing was changed.")


def _print_others(paper: Paper, arrivals: Arrivals, nobody: str) -> None:
    if not arrivals.fresh:
        paper.line(nobody)
    here, twice = len(arrivals.already_here), len(arrivals.doubles)
    if here:
        paper.line(f"{_people(here)} {'is' if here == 1 else 'are'} already here.")
    if twice:
        paper.line(f"{counted(twice, 'entry', 'entries')} came twice and {'counts' if twice == 1 else 'count'} once.")


def _people(count: int) -> str:
    return counted(count, "person", "people")


def _known(person: Person) -> str:
    parts = [person.title, person.organization, *(email.value for email in person.emails[:1])]
    return "".join(f"  {part}" for part in parts if part)


def _resemblance(person: Person, names: Sequence[str]) -> str:
    return f"{person.name} looks like {', '.join(names)}, whom you have: perhaps the same person."


def _tell_problems(read: Files) -> None:
    for path, reading in zip(read.paths, read.readings, strict=True):
        for problem in reading.problems:
            complain(f"{path.name}, line {problem.line}: {problem.sentence}")


def _as_json(read: Files, arrivals: Arrivals, dry_run: bool) -> dict[str, object]:
    """`people` are those who came, or would; `resembles` goes by their names, `problems` by file and line."""
    return {
        "dry_run": dry_run,
        "source": read.source,
        "people": plain_objects(arrival.person for arrival in arrivals.fresh),
        "already_here": [person.name for person in arrivals.already_here],
        "doubles": [person.name for person in arrivals.doubles],
        "resembles": [
            {"name": one.person.name, "names": list(one.resembles)} for one in arrivals.fresh if one.resembles
        ],
        "problems": [
            {"file": path.name, "line": problem.line, "sentence": problem.sentence}
            for path, reading in zip(read.paths, read.readings, strict=True)
            for problem in reading.problems
        ],
    }
