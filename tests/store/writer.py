"""A program of its own, for the tests that kill it or let two run: it adds people and says each one's id once saved.

python -m tests.store.writer FILE FIRST_ID COUNT
"""

import sys
from pathlib import Path

from givenet_tui.domain.change import added
from givenet_tui.domain.people import Person
from tests.store.books import opened


def main() -> None:
    """Write, and say so."""
    path, first, many = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    store = opened(Path(path))
    for number in range(first, first + many):
        person = Person(id=number, created_at="2026-01-05T10:00:00.000Z", name="Ada", about="x" * (number * 37 % 900))
        store.commit(lambda _, person=person: added("", person))  # type: ignore[misc]
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
