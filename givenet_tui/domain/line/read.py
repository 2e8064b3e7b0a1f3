"""From a sentence to its readings: one way after the other, the first that fits; then who is meant by the names."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from msgspec import structs

from givenet_tui.domain.line import commands, hopes, touches
from givenet_tui.domain.line import tokens as pieces
from givenet_tui.domain.line.names import Names
from givenet_tui.domain.line.readings import Line, NotUnderstood, Understood
from givenet_tui.domain.line.sentence import (
    HOPE,
    OFFER,
    PERSON,
    TOUCH,
    Answer,
    Found,
    Sentence,
    named,
    nobody,
    sentence_of,
)
from givenet_tui.domain.line.tokens import Calendar
from givenet_tui.domain.settings import Weekday

WAYS: tuple[Callable[[Sentence], Answer], ...] = (
    hopes.hoped,
    touches.they_did,
    touches.did_it,
    touches.was_with,
)
COMMANDS: tuple[Callable[[Sentence], Answer], ...] = (
    commands.offered,
    commands.added,
    commands.tagged,
    commands.reminded,
)
EXAMPLES = (TOUCH, HOPE, OFFER, PERSON)
"""One of each, for who has typed nothing yet."""


def read_line(text: str, names: Names, today: date, week_starts_on: Weekday = "monday") -> Line:
    """What a sentence means; or why nothing can be made of it."""
    calendar = Calendar(today, week_starts_on)
    sentence = sentence_of(text, names, calendar)
    answer = _answer(sentence, text)
    if isinstance(answer, Found):
        return _understood(answer, names)
    return answer or _not_understood(sentence)


def _answer(sentence: Sentence, text: str) -> Answer:
    for command in COMMANDS if sentence.on is None else ():  # they begin with what is to be done, not with a day
        if answer := command(sentence):
            return answer
    whole, sentence = sentence, commands.without_log(sentence)
    found = _about_people(sentence, text)
    if isinstance(found, Found) and whole is not sentence:
        return replace(found, is_names_alone=False)
    return found


def _about_people(sentence: Sentence, text: str) -> Answer:
    before, colon, said = text.partition(":")
    if colon and len(before) <= pieces.MOST_READ:
        head = commands.without_log(sentence_of(before, sentence.names, sentence.calendar))
        for way in (hopes.told_after_a_colon, touches.after_a_colon):
            if answer := way(sentence, head, said):
                return answer
    return next((answer for way in WAYS if (answer := way(sentence))), None)


def _understood(found: Found, names: Names) -> Understood:
    people = names.choices(found.whom) if found.whom else [()]
    readings = [structs.replace(found.reading, people=tuple(dict.fromkeys(some))) for some in people]
    distinct = tuple(dict.fromkeys((*readings, *found.also)))
    return Understood(distinct, found.whom, found.day_typed, found.note, found.is_names_alone)


def _not_understood(sentence: Sentence) -> NotUnderstood:
    """What is missing, as well as that can be told."""
    if not sentence.tokens:
        return NotUnderstood("Whom is it about?" if sentence.tags or sentence.on else "", TOUCH)
    whom = sentence.names_at(0)
    if whom is not None:
        name = named(whom.whom, sentence.names)
        typed = ", ".join(one.typed for one in whom.whom)
        return NotUnderstood(f"What about {name}? A colon makes the words a touch.", f"{typed}: tea at noon")
    lacking = touches.whom_it_lacks(sentence) or hopes.whom_it_lacks(sentence)
    before, colon, _ = sentence.text.partition(":")
    if not lacking and colon and 0 < len(before.split()) <= 3:
        return nobody(before.strip(), sentence.names)
    return lacking or NotUnderstood("I do not see whom this is about.", TOUCH)
