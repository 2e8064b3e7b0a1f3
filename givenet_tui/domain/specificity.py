"""The coach: is an offer one very specific thing that helps? A judgement with its reasons, which blocks nothing.

It only reads English words. What it cannot tell it lets pass as not yet specific, and says what would tell.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from givenet_tui.domain import coach_words as data
from givenet_tui.domain.aspirations import Aspiration

Aspect = Literal["serves", "day", "specific"]
_READ_AT_MOST = 2_000
_WORD = re.compile(r"[^\W_][\w'-]*|[-*•→✓]")
_DATE = re.compile(r"\d+-\d+-\d+")
_SOMEONE = "them"
_STUB = 2
"""So few letters after `to` are hardly the whole of it yet."""


def _any_of(phrases: str) -> str:
    someone = rf"(?:{'|'.join(sorted(data.PRONOUNS))})"
    return "|".join(re.escape(phrase).replace("…", someone) for phrase in data.phrases(phrases))


_EMPTY_ANYWHERE = re.compile(rf"\b(?:{_any_of(data.EMPTY_ANYWHERE)})\b")
_EMPTY_BEGINNING = re.compile(rf"^(?:{_any_of(data.EMPTY_BEGINNINGS)})\b")


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing the coach looks for: whether it is there, a line that says so, and what to try when it is not."""

    sign: Aspect
    good: bool
    says: str
    hint: str = ""


def judge(
    what: str, *, name: str, serves: Aspiration | None, knows_anything: bool, due: date | None
) -> tuple[Sign, ...]:
    """What the coach sees in an offer's words, in the order of the dialog. Texts of users stand in the lines."""
    return (_serves(name, serves, knows_anything), _day(due), _specific(what, name))


def is_specific(signs: tuple[Sign, ...]) -> bool:
    """Whether the words are specific, whatever they serve and whenever."""
    return any(sign.sign == "specific" and sign.good for sign in signs)


def _serves(name: str, serves: Aspiration | None, knows_anything: bool) -> Sign:
    if serves is not None:
        return Sign("serves", True, f"it serves what {name} told you: “{serves.text}”")
    if knows_anything:
        hint = "which hope, dream, goal or objective does it bring nearer?"
        return Sign("serves", False, f"it serves nothing yet that {name} told you", hint)
    hint = f"ask {name} what comes next, and write it down"
    return Sign("serves", False, f"nothing is known yet of what {name} hopes for", hint)


def _day(due: date | None) -> Sign:
    if due is not None:
        return Sign("day", True, "it has a day")
    return Sign("day", False, "it has no day yet", "a day makes it a promise: “fri”, “+2w”, “end of month”")


def _specific(what: str, name: str) -> Sign:
    """The foremost reason first: an empty phrase, nothing done, nothing to have."""
    words = _words(what)
    if not words:
        return _unclear("it has no words yet", f"what exactly will you do for {name}? Read, introduce, lend, write …")
    own = {word.lower().removesuffix("'s") for word in _words(name)}
    small = [_plainly(word, own) for word in words]
    begins = _skip_leads(small)
    if phrase := _empty_phrase(words, small, begins):
        says = f"“{phrase}” leaves the next step to {name}"
        return _unclear(says, "say what you will do: “Read the outline, with a page of comments”")
    if (last := _breaks_off(words, small)) and begins < len(small) - last:
        said = " ".join(words[-last:])
        return _unclear(f"it breaks off after “{said}”", _next_words(small[begins:], name))
    if begins == len(small) or not (doing := _doing(small[begins:])):
        hint = "begin with it: read, introduce, send, lend, write, show …"
        return _unclear("it does not begin with something you do", hint)
    if doing != "be" and not _names_a_thing(doing, words[begins + 1 :], small[begins + 1 :]):
        return _unclear(f"it does not say what {name} will have afterwards", _next_words(small[begins:], name))
    return Sign("specific", True, "it is specific: it says what you do, and what comes of it")


def _breaks_off(words: list[str], small: list[str]) -> int:
    """How many words at the end are an open one: `to`, or `to i`, with the first letters of what is to follow; 0."""
    if small[-1] in data.BREAKS_OFF:
        return 1
    is_stub = words[-1].isalpha() and len(words[-1]) <= _STUB and words[-1] == small[-1] not in data.SHORT
    return 2 if is_stub and len(small) > 1 and small[-2] in data.LEADS_ON else 0


def _next_words(small: list[str], name: str) -> str:
    """How one could go on, by what one does."""
    usual = f"name what {name} will have: a list, a letter, an introduction, two hours"
    return data.NEXT_WORDS.get(_doing(small), usual).replace("{name}", name)


def _unclear(says: str, hint: str) -> Sign:
    return Sign("specific", False, says, hint)


# --- reading the words ----------------------------------------------------------------------------


def _words(text: str) -> list[str]:
    """The words, with straight apostrophes. Capitals in a text without small letters say nothing, so they go."""
    text = text[:_READ_AT_MOST].replace("’", "'")
    return _WORD.findall(text.lower() if text == text.upper() else text)


def _plainly(word: str, own: set[str]) -> str:
    """A word in small letters; the person's own name as a pronoun, unless it reads as something one does."""
    word = word.lower()
    base = word.removesuffix("'s")
    return _SOMEONE if base in own and base not in data.LEADS and not verb_of(base) else word


def _skip_leads(small: list[str]) -> int:
    """Where the words begin to say something: after "I will", "happy to", "help her"."""
    at = 0
    while at < len(small):
        after = [word for word in small[at + 1 : at + 4] if word != "to" or small[at] != "help"]
        if small[at] in data.BEING and (_doing(small[at:]) or _EMPTY_BEGINNING.match(" ".join(small[at : at + 4]))):
            break
        if small[at] == "help" and len(after) > 1 and after[0] in data.PRONOUNS and verb_of(after[1]):
            at += 1
        elif not (
            small[at] in data.LEADS
            or small[at] == _SOMEONE
            or (small[at].endswith("ly") and not verb_of(small[at]))
            or (small[at] in data.LEADS_BEFORE_TO and after[:1] == ["to"])
        ):
            break
        at += 1
    return at


def _empty_phrase(words: list[str], small: list[str], begins: int) -> str:
    """The phrase that means nothing, as it was written; "" when there is none."""
    for start, pattern in ((begins, _EMPTY_BEGINNING), (0, _EMPTY_ANYWHERE)):
        said = _joined(small[start:])
        if found := pattern.search(said):
            first = start + said.count(" ", 0, found.start())
            return " ".join(words[first : first + found[0].count(" ") + 1])
    return ""


def _joined(small: list[str]) -> str:
    return " ".join(small).replace("'", "")


def _doing(small: list[str]) -> str:
    """What the first word says one does; "be" for being a reference, a guest; "" for nothing."""
    if small[0] in data.BEING:
        return "be" if any(word in data.ROLES for word in small[1:4]) else ""
    return verb_of(small[0])


_ENDINGS = (("ing", ("", "e")), ("ied", ("y",)), ("ed", ("", "e")), ("ies", ("y",)), ("es", ("", "e")), ("s", ("",)))


def verb_of(word: str) -> str:
    """The verb of which a word is a form (`introducing`, `sent`), or "" when the coach does not know it."""
    if word in data.VERBS:
        return word
    if word in data.IRREGULAR:
        return data.IRREGULAR[word]
    for ending, others in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < 2:
            continue
        forms = [stem + other for other in others]
        if stem[-1] == stem[-2]:  # planning, set
            forms.append(stem[:-1])
        if found := next((form for form in forms if form in data.VERBS), ""):
            return found
    return ""


def _names_a_thing(doing: str, words: list[str], small: list[str]) -> bool:
    """Whether the words after the verb name a thing that they will have, or someone whom they will meet."""
    for at, word in enumerate(small):
        base = word.removesuffix("'s")
        if _DATE.fullmatch(word) or not base[:1].isalnum():
            continue
        if base[0].isdigit():
            if not data.MONTHS.intersection(small[max(0, at - 2) : at + 2]):  # a day is no quantity
                return True
            continue
        if base in data.NUMBERS or _is_thing(base):
            return True
        if base in data.VAGUE or base.endswith("ly"):
            continue
        if doing in data.GIVING or words[at][0].isupper():
            return True
    return False


def _is_thing(word: str) -> bool:
    """Whether a word is on the list, in the plural, or as a part (`cover-letter`)."""
    forms = {word, word.removesuffix("s"), word.removesuffix("es"), *word.split("-")}
    if word.endswith("ies"):
        forms.add(f"{word[:-3]}y")
    return not data.THINGS.isdisjoint(forms)
