"""The table of troubles, row by row: one sentence, an exit code, and nothing lost."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import GiveNet, Ran
from tests.trouble.app import opened
from tests.trouble.table import TROUBLES, Says, Scene, begun

ROWS = pytest.mark.parametrize("trouble", TROUBLES)


@pytest.fixture
def scene(givenet: GiveNet, monkeypatch: pytest.MonkeyPatch) -> Iterator[Scene]:
    made = begun(givenet, monkeypatch)
    yield made
    for handle in made.held:
        handle.close()


def standing(scene: Scene) -> dict[str, bytes]:
    """Every file, but for the lock, which is empty, and the half-typed words that the app keeps for the next time."""
    every = scene.givenet.everything.items()
    return {place: data for place, data in every if not {"lock", "drafts"} & set(Path(place).parts)}


def said(ran: Ran, says: Says, words: str) -> None:
    assert ran.code == says.code, ran
    assert "Traceback" not in ran.out + ran.err
    assert re.search(says.words, words) if says.words else not words, words


@ROWS
def test_a_command_that_reads(scene: Scene, trouble: str) -> None:
    row = TROUBLES[trouble]
    row.make(scene)
    before = standing(scene)
    for command in (["today"], ["people"], ["people", "--json"]):
        ran = scene.givenet(*command)
        said(ran, row.reads, ran.err)
        assert len(ran.err.splitlines()) <= 1
        if row.reads.code:
            assert ran.out == ""
        elif "--json" in command:
            assert isinstance(json.loads(ran.out), list)
    assert standing(scene) == before


@ROWS
def test_a_command_that_writes(scene: Scene, trouble: str) -> None:
    row = TROUBLES[trouble]
    row.make(scene)
    before = standing(scene)
    ran = scene.givenet("add", "Emmy Noether")
    said(ran, row.writes, ran.err)
    assert len(ran.err.splitlines()) <= 1
    if row.writes.code:
        assert (ran.out, standing(scene)) == ("", before)
    else:
        assert "Emmy Noether" in scene.givenet("people").out
        assert scene.givenet("undo").code == 0
        assert "Emmy Noether" not in scene.givenet("people").out


@ROWS
def test_check_and_its_repair(scene: Scene, trouble: str) -> None:
    row = TROUBLES[trouble]
    row.make(scene)
    before = standing(scene)
    looked = scene.givenet("check")
    said(looked, row.check, in_one_line(looked))
    assert ("givenet check --repair` mends" in looked.out) is row.is_mended, "what cannot be mended is not offered"
    assert standing(scene) == before
    mended = scene.givenet("check", "--repair")
    said(mended, row.repair, in_one_line(mended))
    if not row.is_mended:
        assert standing(scene) == before
    if row.keeps_a_copy:
        assert before[str(scene.file)] in [copy.read_bytes() for copy in (scene.beside / "backups").iterdir()]
    after = standing(scene)
    again = scene.givenet("check", "--repair")
    assert again.code == row.repair.code
    assert standing(scene) == after, "a second repair changes nothing"
    assert scene.givenet("check").code == row.repair.code


def in_one_line(ran: Ran) -> str:
    return " ".join((ran.out + ran.err).split())


@ROWS
def test_the_app(scene: Scene, trouble: str, monkeypatch: pytest.MonkeyPatch) -> None:
    row = TROUBLES[trouble]
    row.make(scene)
    before = standing(scene)
    seen = opened(scene.givenet, monkeypatch, ("2", "a", "Emmy Noether", "enter") if row.keeps else ())
    if not seen.screens:
        assert seen.ended.code == 1
        assert re.search(row.opens, seen.ended.err), seen.ended.err
        assert len(seen.ended.err.splitlines()) == 1
    else:
        assert re.search(row.opens, seen.screens[0]), seen.screens[0]
    if not row.keeps:
        assert (seen.ended.code, standing(scene)) == (1, before)
        return
    assert seen.ended.code == 0, seen.ended
    assert re.search(row.keeps, seen.screens[-1]), seen.screens[-1]
    if row.writes.code:
        assert "Emmy Noether" in seen.screens[-1], "the words stay in the dialog"
        assert standing(scene) == before
