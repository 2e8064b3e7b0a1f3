"""Marks: what `m` marks in the lists of a screen, what of it is still there, and which keys go to all of it."""

from collections.abc import Hashable, Iterator, Sequence
from typing import ClassVar

from givenet_tui.domain.people import Person
from givenet_tui.domain.records import Record
from givenet_tui.ui import commands
from givenet_tui.ui.actions.bulk import CALLED, FOR_SEVERAL
from givenet_tui.ui.actions.drafts import DraftActions
from givenet_tui.ui.widgets.key_bar import Key
from givenet_tui.ui.widgets.row_list import RowList

NOTHING_TO_MARK = "There is nothing to mark under the cursor."


class Marks(DraftActions):
    """A screen in whose lists several rows can be marked. A list keeps its marks while rows are not shown."""

    place: ClassVar[commands.Place]

    def mark_lists(self) -> Sequence[RowList]:
        """The lists of the screen."""
        raise NotImplementedError  # pragma: no cover

    def mark_list(self) -> RowList | None:
        """The list that the cursor is in."""
        raise NotImplementedError  # pragma: no cover

    def refresh_keys(self) -> None:
        """Draw the keys anew."""
        raise NotImplementedError  # pragma: no cover

    def record_at(self, key: Hashable) -> Record | None:  # noqa: ARG002
        """The record of a row that can be marked; None for any other row, and for one whose record has gone."""
        return None

    def marked_keys(self) -> Iterator[Hashable]:
        """The keys of the rows that are marked, and whose records are still there."""
        return (key for rows in self.mark_lists() for key in rows.marked if self.record_at(key) is not None)

    def marked(self) -> Sequence[Record]:
        """What is marked, and still there: each record once."""
        found = (self.record_at(key) for key in self.marked_keys())
        return list({(one.table, one.id): one for one in found if one is not None}.values())

    def mark_count(self) -> int:
        """How many rows are marked: those whose records have gone have lost their marks."""
        return sum(rows.mark_count for rows in self.mark_lists())

    def marked_people(self) -> list[Person]:
        """The people who are marked where people are listed: a line of the agenda is no person."""
        return super().marked_people() if self.place == "people" else []

    def unmark(self) -> None:
        """Take all marks away."""
        for rows in self.mark_lists():
            rows.set_marks(())
        self.refresh_keys()

    def let_marks_go(self) -> None:
        """Those whose records have gone meanwhile are marked no longer."""
        for rows in self.mark_lists():
            rows.set_marks(key for key in rows.marked if self.record_at(key) is not None)

    def why_not_mark(self) -> str | None:
        """Why nothing can be marked here."""
        rows = self.mark_list()
        return None if rows is not None and self.record_at(rows.key) is not None else NOTHING_TO_MARK

    def action_mark(self) -> None:
        """Mark what is under the cursor, or take the mark back. The cursor stays."""
        rows = self.mark_list()
        if rows is not None:
            rows.mark(rows.key)
            self.refresh_keys()

    def action_mark_all(self) -> None:
        """Mark all that is shown; when it is, take the marks away."""
        rows = self.mark_list()
        if rows is not None:
            marked = dict.fromkeys(rows.marked)
            shown = dict.fromkeys(key for key in rows.keys if self.record_at(key) is not None)
            every = marked | shown
            rows.set_marks(every if len(every) > len(marked) else (key for key in marked if key not in shown))
            self.refresh_keys()

    def mark_keys(self) -> tuple[Key, ...]:
        """What stands in the key bar while something is marked; empty when nothing is."""
        count = self.mark_count()
        if not count:
            return ()
        hidden = sum(rows.hidden_mark_count for rows in self.mark_lists())
        said = f"{count:,} marked" + (f", {hidden:,} not shown" if hidden else "")
        verbs = [commands.BY_ID[command_id] for command_id in FOR_SEVERAL.get(self.place, ())]
        return (
            Key("■", said),
            *(
                Key(
                    commands.KEY_WORDS.get(verb.keys[0], verb.keys[0]),
                    CALLED.get(verb.id, verb.name_in(self.place)),
                    f"screen.command({verb.id!r})",
                )
                for verb in verbs
            ),
            Key("esc", "unmark", "screen.command('back')"),
        )
