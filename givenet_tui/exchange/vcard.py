"""vCard files to people: which cards count, what is reported, and by what key a person is known again."""

from collections.abc import Iterable

from givenet_tui.exchange.cards import Card, read_cards
from givenet_tui.exchange.findings import Problem, Reading
from givenet_tui.exchange.keys import keyed
from givenet_tui.exchange.vcard_person import describe

_GROUP = {"KIND", "X-ADDRESSBOOKSERVER-KIND"}


def read_vcards(data: bytes) -> Reading:
    """The people of a file in UTF-8; TooManyCards beyond the bound.

    A card that describes a group is nobody, nor is one without any name: problems say so, and the others come in.
    """
    cards, problems = read_cards(data)
    people = []
    for card in cards:
        problems += card.problems
        problems += _garbled(card)
        if _is_group(card):
            problems.append(Problem(card.number, "This card is a group, not a person, and was left out."))
            continue
        described = describe(card.lines)
        problems += described.problems
        if described.person is None:
            sentence = "This card names nobody and was left out: it has no name, organization, nickname or e-mail."
            problems.append(Problem(card.number, sentence))
        else:
            people.append((described.person, described.uid))
    return Reading("vcard", keyed("vcard", people), tuple(sorted(problems, key=lambda problem: problem.line)))


def _garbled(card: Card) -> Iterable[Problem]:
    for line in card.lines:
        if "\ufffd" in line.value:
            sentence = (
                f"Some letters of {line.name} could not be read and show as \ufffd: correct them after the import."
            )
            yield Problem(line.number, sentence)


def _is_group(card: Card) -> bool:
    return any(line.name in _GROUP and line.value.strip().lower() == "group" for line in card.lines)
