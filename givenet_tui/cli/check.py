"""`givenet check`: whether the book is sound, and what can be mended without guessing."""

from typing import TYPE_CHECKING

import click

from givenet_tui.cli.options import json_option, pass_session
from givenet_tui.cli.paper import Paper, print_json
from givenet_tui.cli.session import Session
from givenet_tui.cli.wording import counted

if TYPE_CHECKING:
    from givenet_tui.store.check import Report


@click.command()
@click.option("--repair", is_flag=True, help="Mend what needs no guessing; the original is kept.")
@click.option("--keep", is_flag=True, help="Keep what something other than GiveNet changed in the file.")
@json_option
@pass_session
def check(session: Session, *, repair: bool, keep: bool, as_json: bool) -> None:
    """Look through the whole book, and name every problem by its table and record.

    Nothing is changed without --repair. It exits with 1 when a problem is left.

    \b
    givenet check
    givenet check --repair
    """
    from givenet_tui.store import check as checking

    path = session.path
    before = now = checking.check(path, session.instant)
    if keep:
        checking.keep_outside(path, session.instant)
        now = checking.check(path, session.instant)
    report = checking.repair(path, session.instant, now) if repair else now
    mended = len(before.findings) - len(report.findings)
    if as_json:
        print_json({"path": str(path), "problems": [_as_json(one) for one in report.findings],
                    "notes": list(report.notes), "left": len(report.findings), "mended": max(0, mended)})  # fmt: skip
    else:
        paper = Paper()
        for finding in report.findings:
            mark = "can be mended" if finding.can_be_mended else ""
            paper.words(finding.sentence)
            if mark:
                paper.line((f"  {mark}", "muted"))
        for note in report.notes:
            paper.words(note, tone="muted")
        paper.line((_in_words(report, mended, repair=repair), "heading"))
    click.get_current_context().exit(1 if report.findings else 0)


def _as_json(finding: object) -> dict[str, object]:
    names = ("table", "id", "sentence", "can_be_mended")
    return {name: getattr(finding, name) for name in names}


def _in_words(report: "Report", mended: int, *, repair: bool) -> str:
    left = len(report.findings)
    if repair and mended > 0:
        rest = "nothing is left" if not left else f"{counted(left, 'problem')} left"
        kept = " The original is kept as a copy." if report.kept else ""
        return f"{counted(mended, 'problem')} mended; {rest}.{kept}"
    if not left:
        return "The book is sound."
    could = not repair and any(finding.can_be_mended for finding in report.findings)
    return f"{counted(left, 'problem')}." + (" `givenet check --repair` mends what needs no guessing." if could else "")
