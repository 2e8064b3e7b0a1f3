"""What stands where nothing stands yet: what belongs there, and which key puts it there."""

from givenet_tui.tones import BLANK, Line
from givenet_tui.ui.drawing.pieces import wrapped

WHAT_IT_IS = (
    "GiveNet is for fewer, deeper relationships, and builds them by giving.",
    "Write down what people hope for; each month, help five of them, and five who can help you.",
    "Each day it takes two minutes: what you promised, who has gone quiet, what you do not know yet.",
)


def welcome(width: int) -> list[Line]:
    """An empty book: what GiveNet is, in three lines, and three ways in."""
    lines: list[Line] = [[("Welcome.", "heading")], BLANK]
    for sentence in WHAT_IT_IS:
        lines += wrapped(sentence, width, "plain")
    return [
        *lines,
        BLANK,
        [("2 ", "key"), ("then ", "muted"), ("a", "key"), ("   add the first person", "plain")],
        [("i", "key"), ("          bring people in: a vCard file, or LinkedIn's Connections.csv", "plain")],
        [("q", "key"), ("          leave, and look around with a sample: ", "plain"), ("givenet --demo", "words")],
    ]


def nothing_today(width: int) -> list[Line]:
    """A day on which nothing asks for anybody."""
    return [
        *wrapped("The day is free. Is there someone you would like to write to?", width, "plain"),
        BLANK,
        [("2", "key"), ("  People: n writes down what someone told you, l logs a touch", "muted")],
        [("3", "key"), ("  Board: a puts someone into a slot of this month", "muted")],
    ]


def nobody(width: int) -> list[Line]:
    """No people yet."""
    return [
        *wrapped("Nobody is here yet.", width, "plain"),
        [("a", "key"), ("  adds someone", "muted")],
        [("i", "key"), ("  brings people in from a file", "muted")],
    ]


def nobody_found(width: int) -> list[Line]:
    """A search that found nobody."""
    return [*wrapped("Nobody fits these words.", width, "plain"), [("esc", "key"), ("  shows everyone again", "muted")]]


def nothing_between(width: int) -> list[Line]:
    """Nothing between you and a person yet."""
    return [
        *wrapped("Nothing yet.", width, "muted"),
        [("l", "key"), ("  logs a touch", "muted")],
        [("o", "key"), ("  makes an offer", "muted")],
        [("h", "key"), ("  writes down what came back", "muted")],
    ]
