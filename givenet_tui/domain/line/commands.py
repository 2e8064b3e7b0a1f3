"""Sentences that begin with what is to be done: `offer grace: …`, `add Emmy Noether #maths`, `tag ada mentor`."""

import re
from dataclasses import replace

from givenet_tui.domain.days import in_full
from givenet_tui.domain.line import tokens as pieces
from givenet_tui.domain.line import words
from givenet_tui.domain.line.readings import NotUnderstood, Reading
from givenet_tui.domain.line.sentence import OFFER, PERSON, TAG, Answer, Found, Sentence, name_like, named, nobody
from givenet_tui.domain.line.tokens import Several, Token

_EMAIL = re.compile(r"<?([^\s@<>(),;:]+@[^\s@<>(),;:]+\.[^\s@<>(),;:.]+)>?\.?")


def offered(sentence: Sentence) -> Answer:
    """`offer grace: read her outline by fri`; with a colon or without."""
    tokens = sentence.tokens
    if not tokens or tokens[0].word not in words.OFFER:
        return None
    if len(tokens) == 1:
        return NotUnderstood("To whom?", OFFER)
    whom = sentence.names_at(1)
    if whom is None:
        is_a_name = tokens[1].word not in words.COMMON
        return nobody(name_like(tokens[1:]), sentence.names) if is_a_name else NotUnderstood("To whom?", OFFER)
    if len(whom.whom) > 1 or whom.with_me:
        return NotUnderstood("An offer is one specific thing for one person: name one.", OFFER)
    return _offer(sentence, whom)


def _offer(sentence: Sentence, whom: Several) -> Answer:
    """An offer out of the words after the name; a day may stand before them or after them."""
    calendar, rest = sentence.calendar, sentence.tokens[whom.end :]
    due, typed = None, ""
    if day := calendar.at_start(rest, "future"):
        due, typed, rest = day.on, pieces.typed_as(sentence.text, rest[: day.words]), rest[day.words :]
    elif (day := calendar.at_end(rest, "future")) and not sentence.rest:
        due, typed, rest = day.on, pieces.typed_as(sentence.text, rest[-day.words :]), rest[: -day.words]
    rest = rest[pieces.skipped(rest, 0, words.TO_OFFER, most=1) :]
    text, name = sentence.kept(rest), named(whom.whom, sentence.names)
    if not text:
        return NotUnderstood(f"What exactly will you do for {name}?", OFFER)
    if due is not None and due < calendar.today:
        return NotUnderstood(f"{in_full(due, calendar.today)} has passed: by when will you do it?", OFFER)
    return Found(Reading("offer", text=text, due=due, tags=sentence.tags), whom.whom, typed)


def added(sentence: Sentence) -> Answer:
    """`add Emmy Noether #maths`; someone who is known is not added again, but tagged."""
    tokens, names = sentence.tokens, sentence.names
    if not tokens or tokens[0].word not in words.ADD:
        return None
    start = pieces.skipped(tokens, 1, words.ADDED, most=1)
    if start == len(tokens) and not sentence.rest:
        return NotUnderstood("Whom?", PERSON)
    found = _names_of(sentence, tokens[start:])
    called, emails = tuple(name for name, _ in found), tuple(some for _, some in found)
    if "" in called:
        return NotUnderstood(f"{' '.join(emails[called.index('')])} is an address: whose?", PERSON)
    namesake = next((one for one in map(names.namesake, called) if one is not None), None)
    someone = Reading("person", names=called, emails=emails if any(emails) else (), tags=sentence.tags)
    known = sentence.names_at(start)
    if known is None or known.end != len(tokens) or known.with_me or sentence.rest:
        known = None
    if known is not None and sentence.tags:
        return Found(Reading("tags", tags=sentence.tags), known.whom, also=() if namesake else (someone,))
    if namesake is not None:
        return NotUnderstood(f"{namesake.name} is here already.", f"tag {namesake.name} friend")
    return Found(someone) if called else NotUnderstood("Whom?", PERSON)


def tagged(sentence: Sentence) -> Answer:
    """`tag ada mentor`, `tag ada and grace: maths, choir`."""
    tokens = sentence.tokens
    if not tokens or tokens[0].word not in words.TAG:
        return None
    if len(tokens) == 1:
        return NotUnderstood("Whom, and how?", TAG)
    whom = sentence.names_at(1)
    if whom is None:
        return nobody(name_like(tokens[1:]), sentence.names)
    at = pieces.skipped(tokens, whom.end, words.TAGGED, most=1)
    said = [token.raw.strip('.:!?"“”') for token in tokens[at:] if token.raw not in ",;"]
    tags = tuple(dict.fromkeys((*(one for one in said if one), *sentence.tags)))
    if not tags or sentence.rest:
        return NotUnderstood(f"What do you want to tag {named(whom.whom, sentence.names)} with?", TAG)
    return Found(Reading("tags", tags=tags), whom.whom)


def reminded(sentence: Sentence) -> Answer:
    """`remind me to call priya`: there is no such thing here, but there are a promise and a rhythm."""
    tokens = sentence.tokens
    if not tokens or tokens[0].word not in words.REMIND or sentence.names_at(0):
        return None
    found = next((whom for at in range(1, len(tokens)) if (whom := sentence.names_at(at))), None)
    if found is None:
        return NotUnderstood("Nothing reminds you here but a promise with its day, or a rhythm (e on a person).", OFFER)
    name = sentence.names.book.people[found.whom[0].fits[0]].name
    why = f"Nothing reminds you here but a promise to {name} with its day, or a rhythm (e on a person)."
    return NotUnderstood(why, f"offer {found.whom[0].typed}: a call about the garden by fri")


def without_log(sentence: Sentence) -> Sentence:
    """`log lunch with ada` is `lunch with ada`."""
    tokens = sentence.tokens
    leads = len(tokens) > 1 and tokens[0].word in words.LOG and pieces.name_at(tokens, 0, sentence.names) is None
    return replace(sentence, tokens=tokens[1:]) if leads else sentence


def _names_of(sentence: Sentence, tokens: list[Token]) -> list[tuple[str, tuple[str, ...]]]:
    """The names of new people, parted by commas or `and`, each with the e-mail addresses that stand with it."""
    several: list[list[Token]] = [[]]
    for token in tokens:
        if token.word in words.AND:
            several.append([])
        else:
            several[-1].append(token)
    named: list[tuple[str, tuple[str, ...]]] = []
    for one in several:
        emails = tuple(match[1] for token in one if (match := _EMAIL.fullmatch(token.raw)))
        name = pieces.joined(sentence.text, (token for token in one if not _EMAIL.fullmatch(token.raw)))
        name = f"{name}{sentence.rest}" if one is several[-1] else name
        if emails and not name.strip() and named:  # `add Emmy, emmy@noether.example`
            named[-1] = named[-1][0], (*named[-1][1], *emails)
        else:
            named.append((name.strip(), emails))
    return [(name, emails) for name, emails in named if name or emails]
