"""What may be done with the settings: each is one change, named by what it is about."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from givenet_tui.domain.aspirations import Kind
from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Change, added, edited
from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.favours import first_words
from givenet_tui.domain.folding import fold
from givenet_tui.domain.moment import Moment
from givenet_tui.domain.questions import questions_of
from givenet_tui.domain.records import changed, required
from givenet_tui.domain.rhythm import LONGEST_RHYTHM
from givenet_tui.domain.settings import BOUNDS, LATEST_START, Settings, time_of

_TIME = re.compile(r"(\d{1,2})(?:[:.]([0-5]\d))?")
CALLED: Mapping[str, str] = {
    "slots_per_part": "Slots in each part",
    "circle_size": "Size of the circle",
    "touches_per_month": "Touches in a month",
    "agenda_size": "Lines of the agenda",
    "day_starts_at": "Start of the day",
    "week_starts_on": "Start of the week",
    "theme": "Theme",
    "rhythms": "Rhythms by tag",
    "questions": "Questions to ask",
    "favours": "Five-minute favours",
    "csv_columns": "Columns of CSV files",
}
"""What each setting is called."""


def change(book: Book, moment: Moment, /, name: str = "Settings changed", **fields: Any) -> Change:
    """Set some settings; the others stay as they are. Those that lie in the trash begin anew."""
    before = book.records[Settings.table].get(1)
    after = changed(_written(book), **fields)
    return edited(name, before, after) if before else added(name, after)


def _written(book: Book) -> Settings:
    """What the file says, odd values too: what nobody asked to change stays as it is."""
    return book.find(Settings, 1) or Settings(id=1)


# --- single values -------------------------------------------------------------------------------


def write(book: Book, moment: Moment, /, field: str, words: str) -> Change:
    """Set a number or a time from what was typed. Refusal when it is none, or beyond its bounds."""
    value = _time(words) if field == "day_starts_at" else _number(words, BOUNDS[field].most)
    return change(book, moment, f"{CALLED[field]}: {value}", **{field: value})


def pick(book: Book, moment: Moment, /, field: str, value: str) -> Change:
    """Set a setting that is one of a few: the theme, the first day of the week."""
    return change(book, moment, f"{CALLED[field]}: {value}", **{field: value})


def reset(book: Book, moment: Moment, /, field: str) -> Change:
    """Take a setting back to what it is in a new book."""
    return change(book, moment, f"{CALLED[field]}: as in a new book", **{field: getattr(Settings(), field)})


def _number(words: str, most: int) -> int:
    typed = words.strip()
    if not (typed.isascii() and typed.isdigit()) or not 1 <= int(typed[:9]) <= most:
        raise Refusal(f"“{typed}” will not do here: write a number from 1 to {most:,}.")
    return int(typed[:9])


def _time(words: str) -> str:
    typed = words.strip()
    match = _TIME.fullmatch(typed)
    written = f"{int(match[1]):02}:{match[2] or '00'}" if match else ""
    start = time_of(written)
    if start is None:
        raise Refusal(f"“{typed}” is no time I understand: write it like 04:00.")
    if start > LATEST_START:
        raise Refusal(f"A day that begins at {written} would bear the wrong date: write a time from 00:00 to 12:00.")
    return written


# --- rhythms by tag ------------------------------------------------------------------------------


def set_rhythm(book: Book, moment: Moment, /, tag: str, days: str, before: str = "") -> Change:
    """Wish to be in touch with everyone who has a tag every so many days; `before` is the tag that it was for."""
    name = _tag(book, tag)
    rhythms = {known: one for known, one in _written(book).rhythms.items() if known != before}
    rhythms[name] = _number(days, LONGEST_RHYTHM)
    return change(book, moment, f"#{name}: every {rhythms[name]} days", rhythms=rhythms)


def drop_rhythm(book: Book, moment: Moment, /, tag: str) -> Change:
    """Take a tag's rhythm out: those who have no other are never quiet."""
    rhythms = {known: days for known, days in _written(book).rhythms.items() if known != tag}
    return change(book, moment, f"#{tag}: no rhythm", rhythms=rhythms)


def _tag(book: Book, words: str) -> str:
    """The tag as people have it: whatever the capitals and accents it was typed with."""
    tag = required(" ".join(words.split()).removeprefix("#"), "A tag")
    if "," in tag:
        raise Refusal("A rhythm is for one tag: write it without a comma, and add another for the next.")
    known = {known for person in book.people.values() for known in person.tags}
    return tag if tag in known else min((one for one in known if fold(one) == fold(tag)), default=tag)


# --- lists of words ------------------------------------------------------------------------------


def write_question(book: Book, moment: Moment, /, kind: Kind, words: str, before: str = "") -> Change:
    """Add a question to those of a kind, ours at first; or reword the one that `before` is."""
    asked = _put(questions_of(book.settings, kind), required(words, "A question"), before)
    return _questions(book, moment, "Question reworded" if before else "Question added", kind, asked)


def drop_question(book: Book, moment: Moment, /, kind: Kind, words: str) -> Change:
    """Take a question out; when it was the last, those that GiveNet brings are back."""
    left = [one for one in questions_of(book.settings, kind) if one != words]
    return _questions(book, moment, "Question taken out", kind, left)


def our_questions(book: Book, moment: Moment, /, kind: Kind) -> Change:
    """Back to the questions of a kind that GiveNet brings."""
    return _questions(book, moment, f"Questions, {kind}s: as in a new book", kind, [])


def _questions(book: Book, moment: Moment, name: str, kind: Kind, asked: Sequence[str]) -> Change:
    questions = {known: words for known, words in _written(book).questions.items() if known != kind}
    if asked:
        questions[kind] = list(asked)
    return change(book, moment, name, questions=questions)


def write_favour(book: Book, moment: Moment, /, words: str, before: str = "") -> Change:
    """Add the first words of an offer to the favours, ours at first; or reword the one that `before` is."""
    favours = _put(first_words(book.settings), required(words, "The first words of an offer"), before)
    return change(book, moment, "Favour reworded" if before else "Favour added", favours=tuple(favours))


def drop_favour(book: Book, moment: Moment, /, words: str) -> Change:
    """Take a favour out; when it was the last, those that GiveNet brings are back."""
    favours = tuple(one for one in first_words(book.settings) if one != words)
    return change(book, moment, "Favour taken out", favours=favours)


def move_favour(book: Book, moment: Moment, /, words: str, by: int) -> Change:
    """Move a favour up (`by` below 0) or down among the others, as far as it goes."""
    favours = list(first_words(book.settings))
    if words in favours:
        at = favours.index(words)
        favours.insert(max(0, at + by), favours.pop(at))
    return change(book, moment, "Favours: another order", favours=tuple(favours))


def _put(known: Sequence[str], words: str, before: str) -> list[str]:
    """The list with words in the place of others, or at its end; nothing stands in it twice."""
    if before not in known:
        return [*(one for one in known if one != words), words]
    return list(dict.fromkeys(words if one == before else one for one in known))


def forget_columns(book: Book, moment: Moment, /, header: str) -> Change:
    """Forget what the columns of such files mean."""
    columns = {known: meant for known, meant in _written(book).csv_columns.items() if known != header}
    return change(book, moment, "Columns forgotten", csv_columns=columns)
