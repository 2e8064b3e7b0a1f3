"""Each command once: its keys, its name, its help, and where it is at home.

Bindings, the key bar, the palette, the help screen and the README's key table are all made from this table.
A command's id is the name of its action: `offer` is `action_offer` on the screen.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from textual.binding import Binding

Place = Literal["today", "people", "notebook", "board", "year", "find"]
PLACES: tuple[Place, ...] = get_args(Place)
PLACE_NAMES: Mapping[Place, str] = {
    "today": "Today",
    "people": "People",
    "notebook": "a notebook",
    "board": "the Board",
    "year": "the Year",
    "find": "Find",
}
CIRCLE: tuple[Place, ...] = ("today", "people", "notebook", "board")
"""Where there is a person under the cursor."""


@dataclass(frozen=True)
class Command:
    """One thing to do. `bar` is the rank in the key bar of each place: the lower the sooner; absent, not shown."""

    id: str
    keys: tuple[str, ...]
    name: str
    help: str
    places: tuple[Place, ...] = PLACES
    names: Mapping[Place, str] = field(default_factory=dict)
    bar: Mapping[Place, float] = field(default_factory=dict)
    in_palette: bool = True

    def name_in(self, place: Place) -> str:
        """What it is called there."""
        return self.names.get(place, self.name)

    @property
    def key_words(self) -> str:
        """Its keys as one reads them: `↓ j`; empty for one that is in the palette alone."""
        return " ".join(KEY_WORDS.get(key, key) for key in self.keys)


KEY_WORDS = {
    "slash": "/",
    "colon": ":",
    "question_mark": "?",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "escape": "esc",
}


def _everywhere(rank: float) -> dict[Place, float]:
    return dict.fromkeys(PLACES, rank)


COMMANDS: tuple[Command, ...] = (
    Command("go('today')", ("1",), "Today", "Go to Today: the check-in."),
    Command("go('people')", ("2",), "People", "Go to People: everyone in your circle."),
    Command("go('board')", ("3",), "Board", "Go to the Board: this month's ten."),
    Command("go('year')", ("4",), "Year", "Go to the Year: what was given, what came back."),
    Command("move(1)", ("j", "down"), "down", "Move down.", in_palette=False),
    Command("move(-1)", ("k", "up"), "up", "Move up.", in_palette=False),
    Command("move_end(-1)", ("g", "home"), "first", "Move to the first.", in_palette=False),
    Command("move_end(1)", ("G", "end"), "last", "Move to the last.", in_palette=False),
    Command(
        "open", ("enter",), "open",
        "Open what is under the cursor: the notebook, the offer, the month; in a notebook, read it whole.",
        names={"notebook": "read", "board": "offer"},
        bar={"today": 7, "people": 1, "notebook": 9, "board": 4, "year": 1, "find": 1},
    ),
    Command(
        "back", ("escape",), "back", "Go back; in a list that is narrowed, show everyone again.",
        bar={"notebook": 11, "find": 3}, in_palette=False,
    ),
    Command(
        "next_part", ("tab",), "next part", "Go to the next part of the screen.",
        names={"board": "other part"}, bar={"notebook": 5, "board": 13}, in_palette=False,
    ),
    Command(
        "add", ("a",), "add",
        "Add what the place is about: a person, something they told you, a touch, someone in a slot, an objective.",
        places=("today", "people", "notebook", "board", "year"),
        names={
            "today": "add a person", "people": "add a person", "board": "choose someone", "year": "add an objective",
        },
        bar={"people": 2, "notebook": 1, "board": 3, "year": 2},
    ),
    Command("edit", ("e",), "edit", "Edit what is under the cursor.",
            places=("people", "notebook", "board", "year"), bar={"people": 7, "notebook": 2, "board": 9}),
    Command("in_editor", ("ctrl+o",), "in your editor",
            "Write the long text in $EDITOR: the notes about a person, or the words under the cursor.",
            places=("people", "notebook", "board", "year")),
    Command(
        "note", ("n",), "note", "Write down what they told you: a hope, dream, goal or objective of theirs.",
        places=CIRCLE, bar={"today": 4, "people": 3, "notebook": 8, "board": 7},
    ),
    Command(
        "offer", ("o",), "offer", "Make an offer to this person; from something they told you: for this.",
        places=CIRCLE, bar={"today": 2, "people": 4, "notebook": 3},
    ),
    Command(
        "touch", ("l",), "log a touch", "Log a touch: met, call, message, letter.",
        places=CIRCLE, bar={"today": 3, "people": 5, "notebook": 6, "board": 8},
    ),
    Command(
        "came_back", ("h",), "came back",
        "Write down help that came back to you from this person, or from whom you pick.",
        bar={"people": 8, "notebook": 7, "board": 6},
    ),
    Command(
        "advance", ("space",), "next step",
        "The next natural step of what is under the cursor; on a line of today that is ticked, of the next line.",
        places=("today", "notebook", "board", "year"),
        names={"today": "do it", "notebook": "fulfilled", "year": "reached"},
        bar={"today": 1, "notebook": 4, "board": 1, "year": 3},
    ),
    Command(
        "done", ("x",), "done", "Straight to done: what came of it?",
        places=("today", "notebook", "board", "year"), bar={"board": 2},
    ),
    Command(
        "set_step", ("s",), "set the step", "Set the step: the moves that make sense, declined and let go among them.",
        places=("today", "notebook", "board", "year"), names={"notebook": "how it stands"}, bar={"board": 5},
    ),
    Command("confirm", ("c",), "still so", "It still holds: they told you so, or you asked.",
            places=("notebook",), bar={"notebook": 10}),
    Command(
        "bump", ("b",), "put off", "Put a line off without having been in touch: tomorrow, 3 days, a week, a month.",
        places=("today",), bar={"today": 5},
    ),
    Command("rest", ("z",), "rest", "Let a person rest outside the circle, or come back.",
            places=("people", "notebook")),
    Command("delete", ("d",), "delete",
            "Delete what is under the cursor: it goes to the trash; u brings it back, and so does the trash.",
            places=("people", "notebook", "board", "year")),
    Command("mark", ("m",), "mark", "Mark several: the next verb goes to all of them, as one change.",
            places=CIRCLE, bar={"people": 10}),
    Command("mark_all", ("M",), "mark all", "Mark all that is shown; when it is, take the marks away.", places=CIRCLE),
    Command("copy", ("y",), "copy", "Copy an e-mail address, a phone number, a name; or the words under the cursor.",
            places=(*CIRCLE, "year")),
    Command("carry", ("r",), "carry over", "Carry the month's open offers over to the next.",
            places=("board",), bar={"board": 10}),
    Command("earlier", ("left_square_bracket",), "earlier", "The day, the month, or the year, before.",
            places=("today", "board", "year"), names={"today": "the day before"},
            bar={"today": 8, "board": 11, "year": 4}),
    Command("later", ("right_square_bracket",), "later", "The day, the month, or the year, after.",
            places=("today", "board", "year"), names={"today": "the day after"}, bar={"board": 12, "year": 5}),
    Command("close_day", ("w",), "close the day", "Close the day with a line of reflection.",
            places=("today",), bar={"today": 6}),
    Command(
        "find", ("slash",), "find",
        "Find people by their words, tags and notes, and by terms such as quiet: or tag:work.",
        places=("people", "find"), names={"find": "other words"}, bar={"people": 6, "find": 2},
    ),
    Command(
        "find_all", ("ctrl+f",), "find in everything",
        "Find in everything: people, what they told you, touches, offers, help, objectives, reflections.",
    ),
    Command("turn_sort", ("t",), "sort", "Turn the order: by name, quietest, last touch, newest.",
            places=("people",), bar={"people": 9}),
    Command("import", ("i",), "import", "Bring people in from a vCard file or LinkedIn's Connections.csv."),
    Command("export", (), "export",
            "Write the book for other programs: vCard, CSV, Markdown, a web page, a calendar, JSON."),
    Command("sample", ("v",), "look around in a sample",
            "Look around in a sample of made-up people, kept in memory; once more: back to your own book."),
    Command("tour", ("T",), "tour", "What the four places are for, in four sentences."),
    Command("settings", (), "settings", "How you want it: the circle, the day, themes, rhythms, questions, favours."),
    Command("trash", (), "trash", "What you deleted: bring it back, or take it out for good."),
    Command("undo_import", (), "take an import back", "Take an import back, but for those who were edited since."),
    Command("unite", (), "two who are one",
            "Make one of two people who are one: the two that are marked, or one of the pairs that may be."),
    Command("who_could_rest", (), "who could rest", "List who could rest a while, and let those rest whom you mark."),
    Command("versions", (), "written in two places", "Choose between words that two wrote in one place."),
    Command("left_words", (), "words left for later", "Words that you left for later: ask about them again."),
    Command("back_up", (), "back up now", "Keep a copy of the book as it is now."),
    Command("restore", (), "bring back an earlier state", "Put a copy in the book's place; undo takes that back."),
    Command("line", ("colon",), "the line", "The line: type a sentence, see what it means, enter.",
            bar=_everywhere(19)),
    Command("undo", ("u",), "undo", "Undo the last change.", bar=_everywhere(20)),
    Command("redo", ("ctrl+r",), "redo", "Do again what was undone."),
    Command("palette", ("ctrl+p",), "palette", "Find any command by its name; people, themes.",
            bar={"today": 6.5, "people": 7.5, "notebook": 6.5, "board": 5.5, "year": 5.5, "find": 3.5},
            in_palette=False),
    Command("help", ("question_mark",), "help", "Show all keys.", bar=_everywhere(21)),
    Command("suspend", ("ctrl+z",), "suspend",
            "Suspend, back to the shell: fg comes back; in notes and areas for words it takes back typing.",
            in_palette=False),
    Command("quit", ("q",), "quit", "Leave: everything is on disk already.", bar=_everywhere(22)),
)  # fmt: skip

BY_ID: Mapping[str, Command] = {command.id: command for command in COMMANDS}


def commands_in(place: Place) -> list[Command]:
    """The commands at home in a place, in the table's order."""
    return [command for command in COMMANDS if place in command.places]


def places_in_words(command: Command) -> str:
    """Where a command is at home: `Today and the Board`."""
    names = [PLACE_NAMES[place] for place in command.places]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def in_bar(place: Place) -> list[Command]:
    """The commands that the key bar of a place shows, the most useful first."""
    return sorted((c for c in COMMANDS if place in c.bar), key=lambda command: command.bar[place])


def bindings(place: Place) -> list[Binding]:
    """A place's bindings. What cannot be done now, or only elsewhere, is bound as well: pressing it says so."""
    return [
        Binding(",".join(command.keys), f"command({command.id!r})", command.name_in(place), show=False)
        for command in COMMANDS
        if command.keys
    ]
