"""What stands where nothing stands yet: what belongs there, and which key puts it there."""

from givenet_tui.tones import BLANK, Line
from givenet_tui.ui.drawing.pieces import indented, wrapped

WHAT_IT_IS = (
    "GiveNet is for fewer, deeper relationships, built by giving.",
    "Know what people hope for; each month help five, and five who can help you.",
    "Each day, two minutes: what you promised, who has gone quiet, what to ask.",
)
WAYS_IN = (
    ("a", "add the first person"),
    ("i", "bring people in: a vCard file, or LinkedIn's Connections.csv"),
    ("v", "look around in a sample: made-up people, your own book stays empty"),
    ("T", "see in four sentences what the four places are for"),
)


def welcome(width: int) -> list[Line]:
    """An empty book: what GiveNet is, in three lines, three ways in, and the tour."""
    lines: list[Line] = [[("Welcome.", "heading")], BLANK]
    for sentence in WHAT_IT_IS:
        lines += wrapped(sentence, width, "plain")
    return [
        *lines,
        BLANK,
        *(line for key, words in WAYS_IN for line in indented(wrapped(words, width - 4, "plain"), 4, (key, "key"))),
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
