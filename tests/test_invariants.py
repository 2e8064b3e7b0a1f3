"""Whatever is done, taken back, done again, read anew, written by another program or merged: the book stays sound."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from givenet_tui.clock import FixedClock
from givenet_tui.domain.aspirations import KINDS, Aspiration
from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Change
from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.imports import bring_in
from givenet_tui.domain.merge import merge
from givenet_tui.domain.moment import instant
from givenet_tui.domain.offers import STATUSES, Offer
from givenet_tui.domain.people import Person, Source
from givenet_tui.domain.soundness import flaws
from givenet_tui.domain.trash import in_trash
from givenet_tui.domain.verbs import (
    aspirations,
    check_ins,
    imports,
    interactions,
    introductions,
    objectives,
    offers,
    people,
    trash,
)
from givenet_tui.domain.verbs import help as help_verbs
from givenet_tui.store.state import difference
from givenet_tui.store.store import FileStore
from givenet_tui.workspace import Workspace
from tests.hostile import HOSTILE

WORDS = st.sampled_from([*sorted(text for text in HOSTILE.values() if text.strip()), "looms", "trains"])
ANY = st.integers(0, 40)


class Living(RuleBasedStateMachine):
    """Two programs on one file."""

    @initialize()
    def begin(self) -> None:
        self.folder = TemporaryDirectory()
        self.path = Path(self.folder.name) / "book.json"
        self.clock = FixedClock(datetime(2026, 11, 22, 10))  # noqa: DTZ001
        self.mine, self.other = self.opened(), self.opened()
        for name in ("Ada", "Grace"):
            self.mine.do(people.add, name=name)

    def opened(self) -> Workspace:
        return Workspace(FileStore.open(self.path, lambda: instant(self.clock.now())), self.clock)

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            self.folder.cleanup()

    def do(self, verb: Callable[..., Any], *args: Any, here: bool = True, **kwargs: Any) -> None:
        """Do it in one of the two programs; the domain may say no."""
        self.clock.move(seconds=1)
        with suppress(Refusal):
            (self.mine if here else self.other).do(verb, *args, **kwargs)

    def one(self, kind: type[Any], number: int) -> Any:
        ids = sorted(record.id for record in self.mine.book.all(kind))
        return ids[number % len(ids)] if ids else 0

    @rule(name=WORDS, here=st.booleans())
    def add(self, name: str, here: bool) -> None:
        self.do(people.add, name=name, here=here)

    @rule(who=ANY, words=WORDS, kind=st.sampled_from(KINDS), here=st.booleans())
    def hear(self, who: int, words: str, kind: Any, here: bool) -> None:
        self.do(aspirations.hear, self.one(Person, who), kind, words, here=here)

    @rule(which=ANY, words=WORDS, here=st.booleans())
    def reword(self, which: int, words: str, here: bool) -> None:
        self.do(aspirations.edit, self.one(Aspiration, which), text=words, here=here)

    @rule(who=ANY, words=WORDS, here=st.booleans())
    def note(self, who: int, words: str, here: bool) -> None:
        self.do(people.edit, self.one(Person, who), about=words, tags=(words.strip(),), here=here)

    @rule(who=ANY, other=ANY, words=WORDS, here=st.booleans())
    def log(self, who: int, other: int, words: str, here: bool) -> None:
        self.do(interactions.log, (self.one(Person, who), self.one(Person, other)), text=words, here=here)

    @rule(who=ANY, words=WORDS, serves=ANY, here=st.booleans())
    def offer(self, who: int, words: str, serves: int, here: bool) -> None:
        self.do(offers.make, self.one(Person, who), words, serves=self.one(Aspiration, serves) or None, here=here)

    @rule(which=ANY, status=st.sampled_from(STATUSES), here=st.booleans())
    def step(self, which: int, status: Any, here: bool) -> None:
        self.do(offers.step, self.one(Offer, which), status, here=here)

    @rule(who=ANY, other=ANY, here=st.booleans())
    def introduce(self, who: int, other: int, here: bool) -> None:
        two = self.one(Person, who), self.one(Person, other)
        self.do(offers.make, two[0], "bring them together", introduces=two[1], here=here)

    @rule(which=ANY, who=ANY, status=st.sampled_from(["asked", "yes", "no"]), here=st.booleans())
    def ask(self, which: int, who: int, status: Any, here: bool) -> None:
        self.do(introductions.ask, self.one(Offer, which), self.one(Person, who), status, here=here)

    @rule(who=ANY, words=WORDS, which=ANY)
    def came_back(self, who: int, words: str, which: int) -> None:
        self.do(help_verbs.came_back, self.one(Person, who), words, offer=self.one(Offer, which) or None)

    @rule(words=WORDS, here=st.booleans())
    def close_the_day(self, words: str, here: bool) -> None:
        self.do(check_ins.reflect, words, here=here)

    @rule(who=ANY, days=st.integers(1, 9), here=st.booleans())
    def put_off(self, who: int, days: int, here: bool) -> None:
        self.do(check_ins.put_off, self.one(Person, who), days, here=here)

    @rule(words=WORDS)
    def aim(self, words: str) -> None:
        self.do(objectives.add, words)

    @rule(name=WORDS, here=st.booleans())
    def bring_in(self, name: str, here: bool) -> None:
        self.do(bring_in, "x.vcf", [Person(name=name, sources=(Source("vcard", name),))], here=here)

    @rule()
    def take_the_import_back(self) -> None:
        self.do(imports.take_back)

    @rule(kind=st.sampled_from([Person, Aspiration, Offer]), which=ANY, here=st.booleans())
    def delete(self, kind: type[Any], which: int, here: bool) -> None:
        record = self.mine.book.find(kind, self.one(kind, which))
        if record is not None:
            self.do(trash.delete, record, "it", here=here)

    @rule(here=st.booleans())
    def restore(self, here: bool) -> None:
        if in_trash(self.mine.book):
            self.do(trash.restore, [in_trash(self.mine.book)[0]], here=here)

    @rule(here=st.booleans())
    def empty(self, here: bool) -> None:
        self.do(trash.empty, here=here)

    @rule(redo=st.booleans(), here=st.booleans())
    def turn(self, redo: bool, here: bool) -> None:
        space = self.mine if here else self.other
        with suppress(Refusal):
            space.redo() if redo else space.undo()

    @rule()
    def read_anew(self) -> None:
        self.mine = self.opened()

    @precondition(lambda self: hasattr(self, "mine"))
    @rule(first=WORDS, second=WORDS, who=ANY)
    def merge_two_machines(self, first: str, second: str, who: int) -> None:
        """Two copies go on apart, and are put together again."""
        self.mine.refresh()
        base = self.mine.book
        one = self.apart(base, first, who, 1)
        other = self.apart(base, second, who, 2)
        together = merge(base, one, other)
        assert together.records == merge(base, other, one).records
        self.mine.do(lambda book, _: difference(book, together.records))

    def apart(self, book: Book, words: str, who: int, seconds: int) -> Book:
        self.clock.move(seconds=seconds)
        moment = self.mine.moment(book)
        changes: tuple[Callable[[Book], Change], ...] = (
            lambda now: people.edit(now, moment, self.one(Person, who), about=words),
            lambda now: check_ins.reflect(now, moment, words),
        )
        for change in changes:
            with suppress(Refusal):
                book = book.apply(change(book).stamped(moment.instant))
        return book

    @invariant()
    def the_book_is_sound(self) -> None:
        if hasattr(self, "mine"):
            for space in (self.mine, self.other):
                assert flaws(space.book) == ()

    @invariant()
    def what_is_shown_is_on_disk(self) -> None:
        if hasattr(self, "mine"):
            for space in (self.mine, self.other):
                space.refresh()
            there = self.opened()
            assert there.book.records == self.mine.book.records == self.other.book.records
            assert there.store.changed_outside is None
            assert isinstance(there.store, FileStore)
            assert there.store.problems == ()


class Longer(Living):
    """The same, for longer."""


TestLiving = Living.TestCase
TestLiving.settings = settings(
    deadline=None, max_examples=4, stateful_step_count=20, suppress_health_check=list(HealthCheck)
)
TestLonger = pytest.mark.soak(Longer.TestCase)
TestLonger.settings = settings(
    deadline=None, max_examples=150, stateful_step_count=40, suppress_health_check=list(HealthCheck)
)
