"""What a store answers to a change, and what it does to each before it is written."""

from collections.abc import Callable
from dataclasses import dataclass

from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Change, Edit
from givenet_tui.domain.records import Record, changed
from givenet_tui.domain.settings import Meta, Settings
from givenet_tui.store.records import settled


@dataclass(frozen=True, slots=True)
class Committed:
    """A change that is on disk."""

    change: Change
    """As it was written; empty when there was nothing to do, and then nothing was written."""
    book: Book
    """The book with it."""
    outside: Change | None = None
    """What another program had written since the last look."""
    note: str | None = None
    """A sentence about something the user should know, such as that the file had gone."""


def as_written(change: Change, instant: Callable[[], str]) -> Change:
    """The change as it will read back from the file; a record that lacks its `created_at` gets one."""
    return Change(change.name, tuple(_as_written(edit, instant) for edit in change.edits))


def _as_written(edit: Edit, instant: Callable[[], str]) -> Edit:
    if edit.after is None:
        return edit
    return Edit(edit.before, settled(_dated(edit.after, instant)))


def _dated(record: Record, instant: Callable[[], str]) -> Record:
    if record.created_at or isinstance(record, Meta | Settings):
        return record
    return changed(record, created_at=record.updated_at or instant())
