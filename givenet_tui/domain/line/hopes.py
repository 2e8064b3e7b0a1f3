"""Aspirations: `ada dreams of a school for girls`, `ada's goal is to publish`, `dream of ada: a school`."""

from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from msgspec import structs

from givenet_tui.domain.aspirations import KINDS, Kind
from givenet_tui.domain.days import in_full
from givenet_tui.domain.line import tokens as pieces
from givenet_tui.domain.line import words
from givenet_tui.domain.line.readings import NotUnderstood, Reading
from givenet_tui.domain.line.sentence import HOPE, Answer, Found, Sentence, named, nobody
from givenet_tui.domain.line.tokens import Calendar, Several, Tokens


class Told(NamedTuple):
    """Who told you what kind of thing, and when."""

    whom: Several
    kind: Kind
    on: date | None = None
    day_typed: str = ""


_KINDS: dict[str, Kind] = {kind: kind for kind in KINDS}
_LATELY = timedelta(days=62)
"""A day that lies farther back belongs to what is dreamt of rather than to when it was told."""
_MOST_OF_A_PLACE = 3
"""`at the river house`."""
_BY = frozenset({"by", "before", "until", "till"})
_ASKED: dict[Kind, str] = {
    "hope": "What does {name} hope for?",
    "dream": "What does {name} dream of?",
    "goal": "What is {name}'s goal?",
    "objective": "What does {name} have to do?",
}


def hoped(sentence: Sentence) -> Answer:
    """`ada dreams of …`, `ada told me that she wants to …`, `ada's dream is …`."""
    tokens, on, typed = sentence.tokens, sentence.on, sentence.day_typed
    owned = _owned(sentence)
    if owned is not None:
        whom, kind, at = owned
        at = pieces.skipped(tokens, at, words.IS, most=2)
        return heard(sentence, Told(whom, kind, on, typed), sentence.text, tokens[at:])
    standing = sentence.names_at(0)
    if standing is None or standing.with_me:
        return None
    at = standing.end
    told = pieces.phrase_at(tokens, at, dict.fromkeys(words.TOLD, True))
    if told:
        at = told[1]
        day = None if on else sentence.calendar.at_start(tokens[at:], "past")
        if day:
            on, typed = day.on, pieces.typed_as(sentence.text, tokens[at : at + day.words])
            at += day.words
        at = pieces.skipped(tokens, at, words.PRONOUNS, most=2)
    at = pieces.skipped(tokens, at, words.STILL, most=1)
    hoping = pieces.phrase_at(tokens, at, words.HOPING)
    if hoping is None:
        return None
    kind, at = hoping
    return heard(sentence, Told(standing, kind, on, typed), sentence.text, tokens[at:])


def told_after_a_colon(sentence: Sentence, head: Sentence, said: str) -> Answer:
    """`ada dream: …`, `ada's dream: …`, `dream of ada: …`."""
    tokens = head.tokens
    at = pieces.skipped(tokens, 0, _KINDS, most=1)
    if at:
        whom, kind = head.names_at(pieces.skipped(tokens, at, words.OF, most=1)), _KINDS[tokens[0].word]
        end = whom.end if whom else 0
    elif owned := _owned(head):
        whom, kind, end = owned
    else:
        whom = head.names_at(0)
        if whom is None or whom.end >= len(tokens) or tokens[whom.end].word not in _KINDS:
            return None
        kind, end = _KINDS[tokens[whom.end].word], whom.end + 1
    if whom is None or end != len(tokens):
        return None
    said_tokens, tags = pieces.without_tags(pieces.tokens_of(said))
    told = Told(whom, kind, head.on, head.day_typed)
    found = heard(sentence, told, said, said_tokens, tags=(*head.tags, *tags))
    if isinstance(found, Found) and found.day_typed == head.day_typed and not tags:  # nothing was taken out of it
        return replace(found, reading=structs.replace(found.reading, text=said.strip()))
    return found


def heard(sentence: Sentence, told: Told, text: str, tokens: Tokens, *, tags: tuple[str, ...] = ()) -> Answer:
    """Those words as an aspiration; by when, if they end with it."""
    (whom, kind, on, typed), calendar, due = told, sentence.calendar, None
    name = named(whom.whom, sentence.names)
    if on is not None and on > calendar.today:
        return NotUnderstood(f"{in_full(on, calendar.today)} is still to come: what did {name} tell you so far?", HOPE)
    end = None if on or (sentence.rest and text is sentence.text) else _told_at_the_end(calendar, tokens)
    where = ""
    if end:
        on, where, said = end.on, pieces.joined(text, end.place), pieces.typed_as(text, end.day)
        tokens, typed = end.before, " ".join(part for part in (typed, said) if part)
    day = calendar.at_end(tokens, "future")
    if day and day.words < len(tokens) and tokens[-day.words].word in _BY:
        due, by = day.on, tokens[-day.words :]
        tokens = tokens[: -day.words]
        typed = " ".join(part for part in (typed, pieces.typed_as(text, by)) if part)
    kept = pieces.joined(text, tokens)
    kept = f"{kept}{sentence.rest}" if text is sentence.text else kept
    if not kept.strip():
        return NotUnderstood(_ASKED[kind].format(name=name), HOPE)
    reading = Reading(
        "aspiration", kind=kind, text=kept.strip(), on=on or calendar.today, where=where, due=due,
        tags=tags or sentence.tags,
    )  # fmt: skip
    return Found(reading, whom.whom, typed)


class _End(NamedTuple):
    """Words of an aspiration, and what stands behind them: the day on which it was told, and where."""

    before: Tokens
    on: date
    day: Tokens
    place: Tokens


def _told_at_the_end(calendar: Calendar, tokens: Tokens) -> _End | None:
    """`… last wednesday at dinner`. Only a day that lies behind us however it is read: `on friday` may be its own."""
    for length in (0, *range(2, min(_MOST_OF_A_PLACE + 2, len(tokens)))):
        body, place = tokens[: len(tokens) - length], tokens[len(tokens) - length :]
        if length and (place[0].word != "at" or any(token.raw in ",;" for token in place)):
            continue
        while body and body[-1].raw in ",;":
            body = body[:-1]
        day = calendar.at_end(body, "past")
        if day and day.words < len(body) and timedelta() < calendar.today - day.on <= _LATELY:
            said = body[-day.words :]
            if calendar.day_of(said, "future") == day.on:
                return _End(body[: -day.words], day.on, said, place)
    return None


def _owned(sentence: Sentence) -> tuple[Several, Kind, int] | None:
    """`ada's dream …`: whose, what, and where the sentence goes on."""
    tokens = sentence.tokens
    for end in range(1, min(4, len(tokens))):
        kind = _KINDS.get(tokens[end].word)
        whom = pieces.owner_at(tokens, end, sentence.names) if kind else None
        if kind and whom:
            return whom, kind, end + 1
    return None


def whom_it_lacks(sentence: Sentence) -> NotUnderstood | None:
    """A sentence like an aspiration, of a name that is nobody's."""
    tokens = sentence.tokens
    for at in range(1, min(4, len(tokens))):
        if pieces.phrase_at(tokens, at, words.HOPING) and tokens[0].word not in words.COMMON:
            return nobody(pieces.joined(sentence.text, tokens[:at]), sentence.names)
    return None
