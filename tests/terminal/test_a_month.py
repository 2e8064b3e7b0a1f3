"""A whole month with the installed command: bring people in, write down their hopes, choose ten, give, check in."""

import re
import stat
import subprocess
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

from tinydb import TinyDB

from givenet_tui.domain.days import in_full
from givenet_tui.wording import DONE
from tests.exchange.samples import linkedin_csv, mixed_vcards
from tests.terminal.terminal import TODAY, TOMORROW, Terminal, command, surroundings

MINE = "publish the compiler book"
TOLD = {
    "Grace Brewster Hopper": ("d", "dream", "a compiler that speaks plain English"),
    "Countess Ada Lovelace": ("g", "goal", "see the Notes translated"),
    "Hypatia": ("h", "hope", "that the library stays open"),
    "Marie Curie": ("o", "objective", "find a laboratory by spring"),
}
RAISE_UP = {
    "Grace Brewster Hopper": "Introduce her to the editor of the Naval Review",
    "Countess Ada Lovelace": "Translate the first ten pages of the Notes",
    "Hypatia": "Write the letter that the library sends to the town",
    "Rosalind Franklin": "Lend her the good camera for the week",
    "Emmy Noether": "Read the draft of her lecture and mark what is unclear",
}
RESOURCE = {
    "Hedy Lamarr": "Send her the two patents that she looked for",
    "Marie Curie": "Show her the empty laboratory in our basement",
    "Mary Somerville": "Record her talk and put it online",
    "Sofia Kovalevskaya": "Proofread the footnotes of her novel",
    "Caroline Herschel": "Bring the catalogue of comets to her door",
}
OUTCOME = "the editor asked for an article"
BACK = "she named a publisher for the book"


def test_a_month_from_the_first_import_to_the_check_in(tmp_path: Path) -> None:
    (tmp_path / "contacts.vcf").write_bytes(mixed_vcards())
    (tmp_path / "Connections.csv").write_bytes(linkedin_csv())

    with Terminal(tmp_path, "import", "contacts.vcf", "Connections.csv") as terminal:
        pick_people(terminal)
        for name, (key, kind, words) in TOLD.items():
            write_down(terminal, name, key, kind, words)
        set_an_objective(terminal)
        choose_ten(terminal)
        make_ten_offers(terminal)
        take_them_further(terminal)
        leave(terminal)

    with Terminal(tmp_path, days_later=1) as terminal:
        all_of_it_is_there(terminal)
        check_in(terminal)
        leave(terminal)

    book = book_of(tmp_path)
    assert stat.S_IMODE(book.stat().st_mode) == 0o600
    with TinyDB(book, access_mode="r") as db:
        all_of_it_is_in_the_file(db)

    with Terminal(tmp_path, days_later=1, size=(24, 80)) as terminal:
        terminal.wait_for("The day is closed", "a good day for the basement")
        leave(terminal)


# --- the first day -------------------------------------------------------------------------------


def pick_people(terminal: Terminal) -> None:
    terminal.wait_for("Whom to take from", "20 new", "Hypatia")
    terminal.press("/", "lovel", "enter", "space").wait_for("Countess Ada", "1 marked", gone="Hypatia")
    terminal.press("esc").wait_for("Hypatia")
    terminal.press("a").wait_for("20 marked")
    terminal.press("/", "click=", "enter", "a").wait_for("18 marked", gone="Hypatia")
    terminal.press("enter").wait_for("18 people in your circle", "18 people imported")


def write_down(terminal: Terminal, name: str, key: str, kind: str, words: str) -> None:
    terminal.press("2", "/", name, "enter").wait_for(name, "Notes", "Nothing yet.")
    terminal.press("n", key, words, "tab", "yesterday", "enter")
    terminal.wait_for(f"{name}: {kind} written down", words, "Between you")
    terminal.press("esc").wait_for("room for 32")
    terminal.press("esc").wait_for("Caroline Herschel")


def set_an_objective(terminal: Terminal) -> None:
    terminal.press("4", "a", MINE, "enter").wait_for(f"Objective for {TODAY.year}", f"○ {MINE}")


def choose_ten(terminal: Terminal) -> None:
    terminal.press("3").wait_for("room for 10", f"Five who can help me  {MINE}")
    for part in (RAISE_UP, RESOURCE):
        for name in part:
            terminal.press("a").paste(name).press("enter").wait_for(
                f"{name}: chosen for the board", f"{name}  ○ chosen"
            )
        terminal.press("tab")
    assert "+ choose someone" not in terminal.screen


def make_ten_offers(terminal: Terminal) -> None:
    for part in (RAISE_UP, RESOURCE):
        terminal.press("g")
        for name, words in part.items():
            terminal.press("space").wait_for(f"An offer for {name}")
            terminal.paste(words).press("tab", "+3d").wait_for(words, in_full(TODAY + timedelta(days=3), TODAY))
            terminal.press("enter").wait_for(f"{name}: offer drafted", f"{name}  ◔ drafted  by")
            terminal.press("j")
        terminal.press("tab")


def take_them_further(terminal: Terminal) -> None:
    grace, ada, hypatia, rosalind, _ = RAISE_UP
    terminal.press("g", "space").wait_for(f"{grace}: offered")
    terminal.press("space").wait_for(f"{grace}: accepted")
    terminal.press("space").wait_for(f"Done for {grace}", RAISE_UP[grace])
    terminal.press(OUTCOME, "enter").wait_for(f"{grace}: done", f"↳ {OUTCOME}", "10 chosen, 1 done")
    terminal.press("j", "x", "ten pages, and she asked for more", "enter").wait_for(f"{ada}: done", "10 chosen, 2 done")
    terminal.press("j", "s").wait_for(f"Where does it stand, with {hypatia}?")
    terminal.press("a").wait_for(f"{hypatia}: accepted")
    terminal.press("j", "s", "n").wait_for(f"{rosalind}: declined", f"{rosalind}  ")

    hedy, marie, *_ = RESOURCE
    terminal.press("tab", "g", "space").wait_for(f"{hedy}: offered")
    terminal.press("j", "h").wait_for(f"What came back from {marie}")
    terminal.press(BACK, "enter").wait_for(f"{marie}: what came back is written down")
    terminal.press("u").wait_for("Undone: ")
    terminal.press("ctrl+r").wait_for("Done again: ")


def leave(terminal: Terminal) -> None:
    """What is left behind: exit code 0, no mode switched on, the keyboard's protocol given back."""
    terminal.press("q")
    assert terminal.end() == 0
    assert terminal.modes_left == {}
    assert terminal.output.count(b"\x1b[<u") == len(re.findall(rb"\x1b\[>\d+u", terminal.output))


# --- the next day --------------------------------------------------------------------------------


def all_of_it_is_there(terminal: Terminal) -> None:
    back = () if f"{TODAY:%Y-%m}" == f"{TOMORROW:%Y-%m}" else ("[",)
    terminal.wait_for("promised", "Hypatia", RAISE_UP["Hypatia"])
    terminal.press("3", *back).wait_for(
        "2 of 10 done" if back else "2 done", *RESOURCE, f"↳ {OUTCOME}", "✕ Rosalind Franklin  declined"
    )
    back = () if TODAY.year == TOMORROW.year else ("[",)
    terminal.press("4", *back).wait_for("2 given", MINE, BACK)
    terminal.press("2").wait_for("18 people in your circle", "Grace Brewster Hopper", "王小明")
    terminal.press("/", "laboratory", "enter").wait_for("Marie Curie", "find a laboratory by spring", BACK)
    terminal.press("1").wait_for("promised")


ANSWERS = {
    "promised": ("the town answered", "enter"),
    "to offer": (),
    "free slot": ("enter",),
    "to ask": ("h", "that the work is named after those who did it", "enter"),
    "gone quiet": ("a long talk", "enter"),
    "birthday": ("sang for them", "enter"),
}
"""What to press, after `space`, at each kind of line. Which ones stand there depends on the day of the month."""


def check_in(terminal: Terminal) -> None:
    lines = 0
    while "That was today" not in terminal.screen:
        label = next((label for label in ANSWERS if f"▌{label}" in terminal.screen), None)
        if label:
            lines += 1
            terminal.press("space", *ANSWERS[label])
            terminal.wait_until(partial(ticked, lines), f"{lines} lines that are done")
        else:
            before = terminal.screen.index("▌")
            terminal.press("j").wait_until(partial(cursor_below, before), "the cursor on the next line")
    assert lines
    terminal.press("w", "a good day for the basement", "enter").wait_for("The day is closed", "for the basement")


def ticked(lines: int, screen: str) -> bool:
    return sum(screen.count(words) for words in DONE.values()) >= lines


def cursor_below(before: int, screen: str) -> bool:
    return screen.index("▌") > before


# --- the file ------------------------------------------------------------------------------------


def book_of(home: Path) -> Path:
    """Where `givenet path` says that the book lies."""
    said = subprocess.run([*command(), "path"], env=surroundings(home), capture_output=True, text=True, check=True)
    return Path(said.stdout.strip())


def all_of_it_is_in_the_file(db: TinyDB) -> None:
    people = {row["name"]: row.doc_id for row in db.table("people")}
    assert len(db.table("people")) == 18
    assert {"王小明", *TOLD, *RAISE_UP, *RESOURCE} <= set(people)
    yesterday = (TODAY - timedelta(days=1)).isoformat()
    told = [(row["person"], row["kind"], row["text"], row["heard_on"]) for row in db.table("aspirations")]
    assert told[:4] == [(people[name], kind, words, yesterday) for name, (_, kind, words) in TOLD.items()]
    (mine,) = db.table("objectives")
    assert (mine["text"], mine["year"]) == (MINE, TODAY.year)

    offers = {row["what"]: row for row in db.table("offers") if row.get("what")}
    assert list(offers) == [*RAISE_UP.values(), *RESOURCE.values()]
    for part, words in (("raise_up", RAISE_UP), ("resource", RESOURCE)):
        for name, what in words.items():
            expected = (people[name], part, f"{TODAY:%Y-%m}", (TODAY + timedelta(days=3)).isoformat())
            offer = offers[what]
            assert (offer["person"], offer["part"], offer["month"], offer["due"]) == expected
            assert offer.get("objective") == (mine.doc_id if part == "resource" else None)
    assert steps(offers[RAISE_UP["Grace Brewster Hopper"]]) == ["chosen", "drafted", "offered", "accepted", "done"]
    assert offers[RAISE_UP["Grace Brewster Hopper"]]["outcome"] == OUTCOME
    assert steps(offers[RAISE_UP["Countess Ada Lovelace"]]) == ["chosen", "drafted", "done"]
    assert steps(offers[RAISE_UP["Hypatia"]]) == ["chosen", "drafted", "accepted", "done"]
    assert steps(offers[RAISE_UP["Rosalind Franklin"]]) == ["chosen", "drafted", "declined"]

    (help_,) = [row for row in db.table("help") if "deleted_at" not in row]
    assert (help_["person"], help_["text"]) == (people["Marie Curie"], BACK)
    assert help_["offer"] == offers[RESOURCE["Marie Curie"]].doc_id
    (closed,) = [row for row in db.table("check_ins") if row["on"] == TOMORROW.isoformat()]
    assert closed["reflection"] == "a good day for the basement"
    assert "done" in {line["how"] for line in closed["handled"]}


def steps(offer: Any) -> list[str]:
    return [step["status"] for step in offer["steps"]]
