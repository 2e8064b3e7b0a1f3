"""A program of its own that does what users do, and says each thing once it is saved: for the tests that kill it.

python -m tests.store.worker FILE NAME COUNT
"""

import sys
from contextlib import suppress
from itertools import count
from pathlib import Path

from givenet_tui.clock import SystemClock
from givenet_tui.domain.change import Change
from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.moment import instant
from givenet_tui.domain.verbs import aspirations, interactions, people, trash
from givenet_tui.store.store import FileStore
from givenet_tui.workspace import Workspace


def main() -> None:
    """Add, tell, log, edit, delete and take back, in turn; a line for each: the table, the id, the field, the value."""
    path, name, many = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    clock = SystemClock()
    space = Workspace(FileStore.open(path, lambda: instant(clock.now())), clock)
    whom = 0
    for number in range(many) if many else count():
        kind = number % 6
        if kind == 0:
            whom = space.do(people.add, name=f"{name} {number}").change.edits[0].id
            said = ("people", whom, "name", f"{name} {number}")
        elif kind == 1:
            told = space.do(aspirations.hear, whom, "hope", f"{name} {number}").change
            said = ("aspirations", _made(told, "aspirations"), "text", f"{name} {number}")
        elif kind == 2:
            logged = space.do(interactions.log, (whom,), text=f"{name} {number}").change
            said = ("interactions", _made(logged, "interactions"), "text", f"{name} {number}")
        elif kind == 3:
            space.do(people.edit, whom, about=f"{name} {number}" * (number % 50))
            said = ("people", whom, "name", f"{name} {number - 3}")
        elif kind == 4:
            space.do(trash.delete, space.book.person(whom), "them")
            said = ("people", whom, "name", f"{name} {number - 4}")
        else:
            said = ("people", whom, "name", f"{name} {number - 5}")
            with suppress(Refusal):  # a hundred changes of others may have come in between
                space.undo()
                said = ("people", whom, "deleted_at", "")
        sys.stdout.write("\t".join(map(str, said)) + "\n")
        sys.stdout.flush()


def _made(change: Change, table: str) -> int:
    return next(edit.id for edit in change.edits if edit.table == table)


if __name__ == "__main__":
    main()
