"""Settings: every field of the record, seen and changed by keys; each edit is one change."""

from collections.abc import Callable, Hashable, Mapping
from functools import partial

from givenet_tui.domain.aspirations import KINDS, Kind
from givenet_tui.domain.favours import first_words
from givenet_tui.domain.questions import questions_of
from givenet_tui.domain.settings import BOUNDS
from givenet_tui.domain.verbs import settings
from givenet_tui.ui import dialogs
from givenet_tui.ui.actions.screen import Actions
from givenet_tui.ui.drawing import settings as drawing
from givenet_tui.ui.widgets.choice import Option

WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class SettingsActions(Actions):
    """What the palette's *settings* opens, and what opens from there."""

    def action_settings(self) -> None:
        """Show every setting."""

        async def edit(field: Hashable) -> None:
            self.edit_setting(str(field))

        async def reset(field: Hashable) -> None:
            kind = _kind_of(str(field))
            if kind:
                await self.givenet.try_to(settings.our_questions, kind)
            else:
                await self.givenet.try_to(settings.reset, str(field))

        acts = {"edit": ("change", edit), "drop": ("back to ours", reset)}
        self._show_rows("Settings", lambda: drawing.overview(self.book, self.app.theme), acts)

    def edit_setting(self, field: str) -> None:
        """Open what changes a setting."""
        kind = _kind_of(field)
        if kind:
            self.show_questions(kind)
        elif field in LISTS:
            LISTS[field](self)
        elif field == "week_starts_on":
            self._ask_for_the_week()
        else:
            self.ask_for_a_setting(field)

    def _show_rows(
        self, title: str, look: Callable[[], list[drawing.Row]], acts: Mapping[str, tuple[str, dialogs.Act]], *,
        says: str = "", empty: str = "", at: Hashable = None,
    ) -> None:  # fmt: skip
        async def undo(_: Hashable) -> None:
            await self.givenet.turn(self.givenet.workspace.undo)

        async def redo(_: Hashable) -> None:
            await self.givenet.turn(self.givenet.workspace.redo)

        every = {**acts, "undo": ("undo", undo), "redo": ("redo", redo)}
        self.app.push_screen(dialogs.RowsDialog(title, look, every, says=says, empty=empty, at=at))

    # --- single values ---------------------------------------------------------------------------

    def ask_for_a_setting(self, field: str) -> None:
        """Ask for a number or a time."""

        async def keep(values: Mapping[str, str]) -> None:
            await self.givenet.do(settings.write, field, values["value"])

        ask = f"1 to {BOUNDS[field].most:,}" if field in BOUNDS else "such as 04:00"
        values = {"value": (ask, str(getattr(self.settings, field)))}
        dialog = dialogs.ValueDialog(settings.CALLED[field], keep, values, says=drawing.SAYS[field])
        self.ask(dialog, f"setting-{field}")

    def _ask_for_the_week(self) -> None:
        async def keep(day: str) -> None:
            await self.givenet.do(settings.pick, "week_starts_on", day)

        options = [Option(day, str(number), day.capitalize()) for number, day in enumerate(WEEK, 1)]
        dialog = dialogs.ChoiceDialog(
            settings.CALLED["week_starts_on"], keep, options, reminder=drawing.SAYS["week_starts_on"],
            value=self.settings.week_starts_on,
        )  # fmt: skip
        self.app.push_screen(dialog)

    def show_themes(self) -> None:
        """Choose a theme: it turns at once, and the list stays to try another."""

        async def pick(name: Hashable) -> None:
            await self.givenet.try_to(settings.pick, "theme", str(name))

        def look() -> list[drawing.Row]:
            return drawing.theme_rows(self.givenet.themes_to_choose, self.app.theme)

        self._show_rows("Theme", look, {"edit": ("choose", pick)}, says=drawing.SAYS["theme"], at=self.app.theme)

    # --- rhythms by tag --------------------------------------------------------------------------

    def show_rhythms(self) -> None:
        """The tags that have a rhythm."""

        async def add(_: Hashable) -> None:
            self.ask_for_a_rhythm()

        async def edit(tag: Hashable) -> None:
            self.ask_for_a_rhythm(str(tag))

        async def drop(tag: Hashable) -> None:
            await self.givenet.try_to(settings.drop_rhythm, str(tag))

        self._show_rows(
            settings.CALLED["rhythms"], lambda: drawing.rhythm_rows(self.book),
            {"edit": ("change", edit), "add": ("add", add), "drop": ("take out", drop)},
            says="The shortest of several counts; a person's own goes first.",
            empty="No tag has a rhythm yet. a adds one: everyone with #family every 14 days.",
        )  # fmt: skip

    def ask_for_a_rhythm(self, tag: str = "") -> None:
        """Ask for a tag and its days."""

        async def keep(values: Mapping[str, str]) -> None:
            await self.givenet.do(settings.set_rhythm, values["tag"], values["days"], tag)

        days = self.settings.rhythms.get(tag)
        values = {"tag": ("tag", tag), "days": ("every … days", str(days or ""))}
        known = sorted({known for person in self.book.circle for known in person.tags})
        says = f"Tags of your people: {', '.join(known)}" if known else "A tag without its #, and a number of days."
        self.ask(dialogs.ValueDialog("A rhythm for a tag", keep, values, says=says), "rhythm")

    # --- questions, favours, columns -------------------------------------------------------------

    def show_questions(self, kind: Kind) -> None:
        """The questions of a kind."""

        async def add(_: Hashable) -> None:
            self.ask_for_a_question(kind)

        async def edit(words: Hashable) -> None:
            self.ask_for_a_question(kind, 1 + questions_of(self.settings, kind).index(str(words)))

        async def drop(words: Hashable) -> None:
            await self.givenet.try_to(settings.drop_question, kind, str(words))

        async def ours(_: Hashable) -> None:
            await self.givenet.try_to(settings.our_questions, kind)

        self._show_rows(
            f"Questions: {kind}s", lambda: drawing.question_rows(self.book, kind),
            {"edit": ("edit", edit), "add": ("add", add), "drop": ("take out", drop), "ours": ("back to ours", ours)},
            says=f"One of them stands where you know no {kind} of someone yet.",
        )  # fmt: skip

    def ask_for_a_question(self, kind: Kind, number: int = 0) -> None:
        """Ask for a question; for that `number` of the list, how it is reworded."""
        before = _numbered(questions_of(self.settings, kind), number)

        async def keep(words: str) -> None:
            await self.givenet.do(settings.write_question, kind, words, before)

        dialog = dialogs.WordsDialog(f"A question: {kind}s", keep, ask="what would you ask?", text=before)
        self.ask(dialog, f"question-{kind}", number)

    def show_favours(self) -> None:
        """How small offers begin."""

        async def add(_: Hashable) -> None:
            self.ask_for_a_favour()

        async def edit(words: Hashable) -> None:
            self.ask_for_a_favour(1 + first_words(self.settings).index(str(words)))

        async def drop(words: Hashable) -> None:
            await self.givenet.try_to(settings.drop_favour, str(words))

        async def ours(_: Hashable) -> None:
            await self.givenet.try_to(settings.reset, "favours")

        async def move(by: int, words: Hashable) -> None:
            await self.givenet.try_to(settings.move_favour, str(words), by)

        self._show_rows(
            settings.CALLED["favours"], lambda: drawing.favour_rows(self.book),
            {
                "edit": ("edit", edit), "add": ("add", add), "drop": ("take out", drop),
                "earlier": ("move", partial(move, -1)), "later": ("down", partial(move, 1)),
                "ours": ("back to ours", ours),
            },
            says="How an offer begins. {name} stands for the person.",
        )  # fmt: skip

    def ask_for_a_favour(self, number: int = 0) -> None:
        """Ask for the first words of a favour; for that `number` of the list, how it is reworded."""
        before = _numbered(first_words(self.settings), number)

        async def keep(words: str) -> None:
            await self.givenet.do(settings.write_favour, words, before)

        ask = "how does the offer begin? {name} stands for the person"
        self.ask(dialogs.WordsDialog("A five-minute favour", keep, ask=ask, text=before), "favour", number)

    def show_columns(self) -> None:
        """The files whose columns are known."""

        async def forget(header: Hashable) -> None:
            await self.givenet.try_to(settings.forget_columns, str(header))

        self._show_rows(
            settings.CALLED["csv_columns"], lambda: drawing.column_rows(self.book), {"drop": ("forget", forget)},
            empty="Nothing was learned yet. What you say of a file's columns when you bring people in stands here.",
        )  # fmt: skip


LISTS: Mapping[str, Callable[[SettingsActions], None]] = {
    "theme": SettingsActions.show_themes,
    "rhythms": SettingsActions.show_rhythms,
    "favours": SettingsActions.show_favours,
    "csv_columns": SettingsActions.show_columns,
}


def _kind_of(field: str) -> Kind | None:
    """Of which kind the questions are that a row stands for."""
    return next((kind for kind in KINDS if field == f"questions-{kind}"), None)


def _numbered(words: tuple[str, ...], number: int) -> str:
    """The words of that number, from 1; none when there are not so many."""
    return words[number - 1] if 0 < number <= len(words) else ""
