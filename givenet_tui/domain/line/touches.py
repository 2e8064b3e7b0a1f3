"""Touches: `called bob last fri about the garden`, `lunch with Ada and Grace yesterday`, `Ada wrote`, `ada: tea`."""

from collections.abc import Mapping
from datetime import date

from givenet_tui.domain.interactions import Channel
from givenet_tui.domain.line import tokens as pieces
from givenet_tui.domain.line import words
from givenet_tui.domain.line.readings import NotUnderstood, Reading
from givenet_tui.domain.line.sentence import OFFER, TOUCH, Answer, Found, Sentence, name_like, named, nobody
from givenet_tui.domain.line.tokens import Several, Token, Tokens

_MOST_SAID = 200
"""Letters of a text that are looked at for how one was in touch."""
_MOST_BEFORE = 60
"""So many words may stand before `with`."""


def did_it(sentence: Sentence) -> Answer:
    """`called bob …`: what you did, then whom you did it with."""
    tokens = sentence.tokens
    at = pieces.skipped(tokens, 0, words.SELF, most=1)
    doing = pieces.phrase_at(tokens, at, words.DOING)
    kept: Tokens = ()
    if doing is None:
        if at < len(tokens) and tokens[at].word in words.KEPT_DOING:
            kept = tokens[at : at + 1]
            doing = channel_of(kept), at + 1
        else:
            return None
    channel, at = doing
    whom = sentence.names_at(at)
    if whom is None:
        return None
    return _touch(sentence, channel, kept, whom)


def was_with(sentence: Sentence) -> Answer:
    """`lunch with Ada …`, `a letter to Ada …`, `dinner at Ada's`: words, then whom it was with."""
    tokens = sentence.tokens
    start = pieces.skipped(tokens, 0, words.SELF, most=1)
    for at, token in enumerate(tokens[:_MOST_BEFORE]):
        if _leads_to_names(token, tokens[:at]) and (whom := sentence.names_at(at + 1)):
            before = tokens[start:at]
            is_plain = all(token.word in words.PLAIN for token in before)
            return _touch(sentence, channel_of(before), () if is_plain else before, whom)
    for at, token in enumerate(tokens[:_MOST_BEFORE]):
        if token.word == "at" and (host := _host(sentence, at + 1)):
            return _touch(sentence, "met", tokens[start : host.end], host)
    return None


def _host(sentence: Sentence, at: int) -> Several | None:
    """`at Ada's`, which stays in the words as well. With someone else it says where, and no more."""
    for end in range(at + 1, min(at + 4, len(sentence.tokens)) + 1):
        whom = pieces.owner_at(sentence.tokens[at:end], end - at, sentence.names)
        if whom is not None:
            return whom._replace(end=end)
    return None


def they_did(sentence: Sentence) -> Answer:
    """`Ada called …`, `Ada and I planted trees`: who, then what was done."""
    whom = sentence.names_at(0)
    if whom is None:
        return None
    tokens = sentence.tokens
    doing = pieces.phrase_at(tokens, whom.end, words.DOING)
    if doing is not None:
        channel, end = doing
        me = pieces.skipped(tokens, end, words.SELF, most=1)
        return _touch(sentence, channel, (), whom._replace(end=me))
    if whom.end == len(tokens):
        return _touch(sentence, "met", (), whom)
    word = tokens[whom.end].word
    if whom.with_me or word in words.TOLD_BY_THEM or (word.endswith("ed") and len(word) > 4):
        return _touch(sentence, channel_of(tokens[whom.end : whom.end + 5]), (), whom)
    day = sentence.calendar.at_start(tokens[whom.end :], "past")
    if day and whom.end + day.words == len(tokens):
        return _touch(sentence, "met", (), whom)
    return None


def after_a_colon(sentence: Sentence, head: Sentence, said: str) -> Answer:
    """`ada, grace: tea at noon`: names alone before the colon. Of the words after it only a day and tags are read."""
    whom = head.names_at(0)
    if whom is None:
        return None
    today, typed, on, at = sentence.calendar.today, head.day_typed, head.on, whom.end
    if on is None and (day := sentence.calendar.at_start(head.tokens[at:], "past")):
        on, typed, at = day.on, pieces.typed_as(head.text, head.tokens[at : at + day.words]), at + day.words
    if at != len(head.tokens):
        return _lacks_another(head, whom)
    before = typed
    tokens, tags = pieces.without_tags(pieces.tokens_of(said))
    start = sentence.calendar.at_start(tokens, "past", at_the_side=False)
    end = None if start else sentence.calendar.at_end(tokens, "past")
    if on is None and start and start.on <= today:
        typed, on, tokens = pieces.typed_as(said, tokens[: start.words]), start.on, tokens[start.words :]
    elif on is None and end and end.on <= today:
        typed, on, tokens = pieces.typed_as(said, tokens[-end.words :]), end.on, tokens[: -end.words]
    as_typed = typed == before and not tags
    text = (said if as_typed else pieces.joined(said, tokens)).strip()
    if tags and not text and on is None:
        return Found(Reading("tags", tags=(*head.tags, *tags)), whom.whom, is_names_alone=not head.tags)
    reading = Reading("touch", text=text, on=on or today, tags=(*head.tags, *tags))
    return _not_to_come(sentence, Found(reading, whom.whom, typed, is_names_alone=not head.tags and not before))


def _lacks_another(head: Sentence, whom: Several) -> NotUnderstood | None:
    """`ada, zork: tea`: a name among the names that is nobody's."""
    after = pieces.skipped(head.tokens, whom.end, words.AND, most=2)
    lacks = whom.end < after < len(head.tokens) <= after + 2
    return nobody(pieces.joined(head.text, head.tokens[after:]), head.names) if lacks else None


def channel_of(tokens: Tokens) -> Channel:
    """How one was in touch, by the first word that says it; met, when none does."""
    return _first_of(words.NOUNS, tokens) or _first_of(words.FAINT_NOUNS, tokens) or "met"


def channel_said(text: str) -> Channel:
    """How one was in touch, by the first few words of what is told about it; met, when they do not say."""
    tokens = pieces.tokens_of(text[:_MOST_SAID])[:4]
    doing = pieces.phrase_at(tokens, pieces.skipped(tokens, 0, words.SELF, most=1), words.DOING)
    return doing[0] if doing else channel_of(tokens)


def _by_way_of(tokens: Tokens) -> Channel:
    """`… on the phone`, `… by letter`."""
    for at, token in enumerate(tokens[:_MOST_BEFORE]):
        if token.word in words.BY_WAY_OF:
            noun = pieces.skipped(tokens, at + 1, {"the", "a"}, most=1)
            if noun < len(tokens) and tokens[noun].word in words.NOUNS:
                return words.NOUNS[tokens[noun].word]
    return "met"


def whom_it_lacks(sentence: Sentence) -> NotUnderstood | None:
    """A sentence like a touch, with a name that is nobody's."""
    tokens = sentence.tokens
    for at, token in enumerate(tokens[:_MOST_BEFORE]):
        if token.word in words.WITH and at + 1 < len(tokens):
            return nobody(name_like(tokens[at + 1 :]), sentence.names)
    start = pieces.skipped(tokens, 0, words.SELF, most=1)
    doing = pieces.phrase_at(tokens, start, words.DOING)
    if doing and doing[1] < len(tokens):
        return nobody(name_like(tokens[doing[1] :]), sentence.names)
    if doing or (tokens and tokens[-1].word in words.WITH):
        return NotUnderstood("With whom?", TOUCH)
    return None


def _leads_to_names(token: Token, before: Tokens) -> bool:
    if token.word in words.WITH:
        return True
    known = {"to": words.WRITTEN_TO, "from": words.HEARD_FROM}.get(token.word, frozenset())
    return bool(known) and any(one.word in known for one in before)


def _first_of(nouns: Mapping[str, Channel], tokens: Tokens) -> Channel | None:
    return next((nouns[token.word] for token in tokens if token.word in nouns), None)


def _touch(sentence: Sentence, channel: Channel, before: Tokens, whom: Several) -> Answer:
    """A touch out of what stands before the names and after them; a day may stand on either side of them."""
    tokens, calendar = sentence.tokens, sentence.calendar
    after: Tokens = tokens[whom.end :]
    on, typed = sentence.on, sentence.day_typed
    if on is None and before and (day := calendar.at_end(before, "past")):
        on, typed, before = day.on, pieces.typed_as(sentence.text, before[-day.words :]), before[: -day.words]
    unknown = after[: pieces.skipped(after, 0, words.AND, most=2) + 1] if whom.unknown else after[:0]
    after = after[len(unknown) :]
    comma = pieces.skipped(after, 0, {","})
    if on is None and (day := calendar.at_start(after[comma:], "past")):
        end = comma + day.words
        on, typed, after = day.on, pieces.typed_as(sentence.text, after[comma:end]), after[end:]
    elif on is None and after and (day := calendar.at_end(after, "past")) and day.on <= calendar.today:
        on, typed, after = day.on, pieces.typed_as(sentence.text, after[-day.words :]), after[: -day.words]
    if not before and not whom.unknown:
        after = after[pieces.skipped(after, 0, words.AND, most=2) :]
    channel = channel if channel != "met" else _by_way_of(after)
    note = f"“{whom.unknown}” is nobody here, and stays in the words." if whom.unknown else ""
    text = sentence.kept(before, unknown, after)
    alone = _is_names_alone(sentence, whom) and not typed
    if alone and sentence.tags:
        return Found(Reading("tags", tags=sentence.tags), whom.whom)
    reading = Reading("touch", channel=channel, text=text, on=on or calendar.today, tags=sentence.tags)
    return _not_to_come(sentence, Found(reading, whom.whom, typed, note, is_names_alone=alone))


def _is_names_alone(sentence: Sentence, whom: Several) -> bool:
    first = sentence.names_at(0)
    alone = first is not None and first.end == len(sentence.tokens) == whom.end
    return alone and not whom.with_me and not sentence.rest


def _not_to_come(sentence: Sentence, found: Found) -> Answer:
    on: date | None = found.reading.on
    if on is not None and on > sentence.calendar.today:
        who = named(found.whom, sentence.names)
        why = f"“{found.day_typed}” is still to come, and a touch with {who} is something that happened."
        return NotUnderstood(why, OFFER)
    return found
