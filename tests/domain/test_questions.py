"""The bank of questions: GiveNet's, or the user's own."""

from datetime import date, timedelta

import pytest

from givenet_tui.domain.agenda import agenda
from givenet_tui.domain.aspirations import KINDS, Kind
from givenet_tui.domain.book import Book
from givenet_tui.domain.questions import DEFAULT_QUESTIONS, kind_to_ask, question_for
from givenet_tui.domain.settings import Settings
from tests.factories import TODAY, person
from tests.hostile import NASTY

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize("kind", KINDS)
def test_a_question_turns_from_day_to_day_until_all_were_asked(kind: Kind) -> None:
    days = [MONDAY + timedelta(days=n) for n in range(7)]
    asked = [question_for(Settings(), kind, 7, day) for day in days]
    assert set(asked) == set(DEFAULT_QUESTIONS[kind])
    assert len(asked) == len(set(asked)) >= 6


def test_two_people_are_asked_two_things_and_a_day_always_the_same() -> None:
    assert question_for(Settings(), "goal", 7, TODAY) != question_for(Settings(), "goal", 8, TODAY)
    assert question_for(Settings(), "goal", 7, TODAY) == question_for(Settings(), "goal", 7, TODAY)


def test_who_is_not_known_at_all_is_asked_about_all_four_kinds_and_every_question_once() -> None:
    days = [MONDAY + timedelta(days=n) for n in range(28)]
    assert {kind_to_ask(7, day) for day in days} == set(KINDS)
    asked = [question_for(Settings(), kind_to_ask(7, day), 7, day) for day in days]
    assert set(asked) == {question for kind in KINDS for question in DEFAULT_QUESTIONS[kind]}


@pytest.mark.parametrize(
    ("own", "asked"),
    [
        (["And?"], {"And?"}),
        (["And?", " And? ", "", "   ", "Why\nnot  now?"], {"And?", "Why not now?"}),
        ([NASTY[0], NASTY[3]], {" ".join(NASTY[0].split()), " ".join(NASTY[3].split())}),
        ([], set(DEFAULT_QUESTIONS["hope"])),
        ([" ", "\n"], set(DEFAULT_QUESTIONS["hope"])),
    ],
)
def test_the_users_own_questions_come_instead_unless_there_are_none(own: list[str], asked: set[str]) -> None:
    settings = Settings(questions={"hope": own, "something else": ["Never asked"]})
    days = [TODAY + timedelta(days=n) for n in range(14)]
    assert {question_for(settings, "hope", 7, day) for day in days} == asked
    assert question_for(settings, "dream", 7, TODAY) in DEFAULT_QUESTIONS["dream"]


def test_the_agenda_asks_out_of_the_users_own_bank() -> None:
    ada = person(rhythm_days=7)
    own: dict[str, list[str]] = {kind: [f"My {kind}?"] for kind in KINDS}
    [line] = [line for line in agenda(Book([ada, Settings(id=1, questions=own)]), TODAY).lines if line.what == "quiet"]
    assert line.question == f"My {kind_to_ask(ada.id, TODAY)}?"
