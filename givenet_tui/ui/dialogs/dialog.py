"""Dialog: asks something, hands over a typed value, writes nothing.

The value goes to `keep`, which the screen hands in. While keeping fails, the dialog stays with the words in it
and says why; escape asks before it throws words away.
"""

from collections.abc import Awaitable, Callable, Iterator
from typing import ClassVar, Generic, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from givenet_tui.domain.drafts import PEOPLE, Draft
from givenet_tui.domain.errors import GiveNetError
from givenet_tui.domain.records import Record
from givenet_tui.ui import present
from givenet_tui.ui.widgets.choice import Choice
from givenet_tui.ui.widgets.day_field import DayField
from givenet_tui.ui.widgets.key_bar import Key, KeyBar
from givenet_tui.ui.widgets.reading import Reading
from givenet_tui.ui.widgets.record_choice import RecordChoice
from givenet_tui.ui.widgets.row_list import RowList
from givenet_tui.ui.widgets.words import Line, Words

T = TypeVar("T")
Keep = Callable[[T], Awaitable[object]]
"""What a dialog does with its value: raises GiveNetError when it could not be kept."""

READ_ON = Key("pgdn", "read on", "screen.read(1)")
MOST_DIGITS = 20
"""Of a record's id."""
LEAVE = "Throw your words away? esc once more: yes. Or go on writing."
NO_WORDS_HERE = "This is chosen, not typed: ← → turn it, tab goes to the next field."


class Dialog(ModalScreen[None], Generic[T]):
    """A question with fields. Subclasses yield `fields` and answer `value`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("ctrl+s", "keep", show=False),
        Binding("ctrl+o", "app.in_editor", show=False),
        Binding("ctrl+z", "app.suspend", show=False),
        Binding("tab", "app.focus_next", show=False),
        Binding("shift+tab", "app.focus_previous", show=False),
        Binding("pagedown", "read(1)", show=False),
        Binding("pageup", "read(-1)", show=False),
    ]
    is_tall: ClassVar[bool] = False
    """Whether it is as high as the screen: for a list."""
    keys: ClassVar[tuple[Key, ...]] = (
        Key("enter", "keep", "screen.keep"),
        Key("tab", "next field", "app.focus_next"),
        Key("ctrl+o", "your editor", "app.in_editor"),
        Key("ctrl+j", "new line"),
        Key("esc", "back", "screen.leave"),
    )

    def __init__(self, title: str, keep: Keep[T]) -> None:
        """Ask under a title (users' text may stand in it)."""
        super().__init__()
        self._heading = title
        self._keep = keep
        self._before: tuple[str, ...] = ()
        self._asked_to_leave = False
        self._keeping = False
        self._is_ready = False
        self.opener = ""
        """What opens this dialog again, about which record: for a draft."""
        self.about = 0
        self.several: tuple[int, ...] = ()
        """The people it is about, where it is about several."""
        self.seen: Record | None = None
        """The record as it was when the writing began."""
        self.picked_up: Draft | None = None
        """What stood in the fields when it was left in the middle of a word."""
        self.has_room = True
        """Whether there is a field for all of that."""
        self.is_settled = False
        """Whether the user has kept what was written, or thrown it away."""

    def compose(self) -> ComposeResult:
        """The title, the fields, what is wrong, the keys."""
        with VerticalScroll(id="dialog", can_focus=False, classes="-tall" if self.is_tall else ""):
            yield Static(present.text(self._heading), id="dialog-title")
            yield from self.fields()
            yield Static(id="dialog-trouble")
        yield KeyBar()

    def fields(self) -> ComposeResult:
        """The fields, from top to bottom."""
        raise NotImplementedError  # pragma: no cover

    def value(self) -> T:
        """What was answered; a Refusal says what is missing."""
        raise NotImplementedError  # pragma: no cover

    def on_mount(self) -> None:
        """Remember what stood in the fields, so that only new words are asked about."""
        if self._is_ready:  # Textual calls this of every class, and so do those above us
            return
        self._is_ready = True
        self.query_one(KeyBar).keys = self.keys
        self._before = tuple(self._written())
        self.call_after_refresh(self._name_keys)
        if self.picked_up:
            self._fill(self.picked_up)

    def on_resize(self) -> None:
        """What fitted may fit no longer; where one writes stays in sight."""
        self.call_after_refresh(self._name_keys)
        self.call_after_refresh(self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        if self.focused is not None:
            self.focused.scroll_visible(animate=False)

    def _name_keys(self) -> None:
        """The keys; among them how to read on, where something does not fit."""
        is_cut = any(part.max_scroll_y for part in self.query(Reading))
        self.query_one(KeyBar).keys = (self.keys[0], READ_ON, *self.keys[1:]) if is_cut else self.keys

    def action_read(self, pages: int) -> None:
        """Read on, or back, where something does not fit."""
        for part in self.query(Reading):
            part.read(pages)

    @property
    def has_new_words(self) -> bool:
        """Whether there are words that would be lost."""
        return self._is_ready and tuple(self._written()) != self._before

    def _written(self) -> Iterator[str]:
        return (field.text if isinstance(field, Words) else field.value for _, field in self.text_fields())

    # --- drafts ----------------------------------------------------------------------------------

    def draft(self, at: str) -> Draft | None:
        """What stands in the fields; None for a dialog that cannot be opened again."""
        if not self.opener:
            return None
        fields = {name: _text_of(field) for name, field in self.text_fields()}
        choices = {
            name: choice.value if isinstance(choice, Choice) else str(choice.chosen or "")
            for name, choice in self.choice_fields()
        }
        if self.several:
            choices[PEOPLE] = " ".join(map(str, self.several))
        return Draft(self.opener, self.about, self._heading, fields, at, choices, seen=self.seen)

    def _fill(self, draft: Draft) -> None:
        """Put back what stood in the fields. It counts as new words."""
        for name, choice in self.choice_fields():
            value = draft.choices.get(name)
            if value is None:
                continue
            if isinstance(choice, RecordChoice):
                choice.choose(int(value) if value.isascii() and value.isdigit() and len(value) < MOST_DIGITS else None)
            elif any(option.value == value for option in choice.options):
                choice.value = value
        fields = dict(self.text_fields())
        self.has_room = all(name in fields for name, text in draft.fields.items() if text.strip())
        for name, text in draft.fields.items():
            field = fields.get(name)
            if isinstance(field, Words):
                field.text = text
                field.move_cursor(field.document.end)
            elif field is not None and isinstance(field.parent, DayField):
                field.parent.write(text, draft.day)
            elif field is not None:
                field.value = text
        longest = max((field for name, field in fields.items() if name in draft.fields), key=_length, default=None)
        if longest is not None:
            self.call_later(longest.focus)

    def text_fields(self) -> "Iterator[tuple[str, Words | Input]]":
        """The fields that hold text, by their own name or that of what they stand in."""
        for field in self.query(Widget):
            if isinstance(field, Words | Input):
                yield field.id or getattr(field.parent, "id", None) or "", field

    def choice_fields(self) -> "Iterator[tuple[str, Choice | RecordChoice]]":
        """The fields in which something is picked, by their name."""
        for field in self.query(Widget):
            if isinstance(field, Choice | RecordChoice):
                yield field.id or "", field

    # --- keeping ---------------------------------------------------------------------------------

    @on(Line.Submitted)
    @on(Words.Submitted)
    async def _submitted(self, event: Line.Submitted | Words.Submitted) -> None:
        event.stop()
        await self.action_keep()

    @on(Choice.Picked)
    def _picked(self, event: Choice.Picked) -> None:
        event.stop()
        self.focus_next()

    @on(Choice.Typed)
    def _typed(self, event: Choice.Typed) -> None:
        """Words that were meant for the field below a choice go there: none is lost."""
        event.stop()
        field = next((field for _, field in self.text_fields()), None)
        if field is not None:
            field.focus()
            field._forward_event(events.Paste(event.text))

    @on(RecordChoice.Typed)
    def _not_typed(self, event: RecordChoice.Typed) -> None:
        """No letter vanishes without a word."""
        event.stop()
        self.trouble(NO_WORDS_HERE)

    async def action_keep(self) -> None:
        """Hand the value over; leave when it was kept, say why when it was not."""
        if self._keeping:
            return
        self._keeping = True
        try:
            await self._keep(self.value())
        except GiveNetError as error:
            self._keeping = False
            self.trouble(error.sentence)
        else:
            self.dismiss()  # a second enter that came meanwhile keeps nothing: `_keeping` stays

    def trouble(self, sentence: str) -> None:
        """Say what is wrong, at the foot of the dialog; an empty sentence takes it back."""
        if not sentence and not self.is_mounted:
            return
        foot = self.query_one("#dialog-trouble", Static)
        foot.update(present.lines(sentence) if sentence else Content(""))
        foot.set_class(bool(sentence), "-shown")

    async def on_row_list_opened(self, event: RowList.Opened) -> None:
        """A click on the row under the cursor does what `enter` does."""
        event.stop()
        await self.row_opened()

    async def row_opened(self) -> None:
        """A row was clicked that is under the cursor already."""
        await self.action_keep()

    # --- leaving ---------------------------------------------------------------------------------

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Close: what was written is kept, or goes on purpose."""
        self.is_settled = True
        return super().dismiss(result)

    def action_leave(self) -> None:
        """Go back; asked once more when there are words that would be lost. While they are being kept it waits."""
        if self._keeping:
            return
        if self._asked_to_leave or not self.has_new_words:
            self.dismiss()
            return
        self._asked_to_leave = True
        self.trouble(LEAVE)

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(Choice.Turned)
    @on(RecordChoice.Turned)
    def _writing_on(self) -> None:
        """What was wrong, or asked, is past once something else is written."""
        self._asked_to_leave = False
        self.trouble("")


def _text_of(field: Words | Input) -> str:
    if isinstance(field.parent, DayField):
        return field.parent.written
    return field.text if isinstance(field, Words) else field.value


def _length(field: Words | Input) -> int:
    return len(_text_of(field))


def label(words: str) -> Static:
    """The small words above a field."""
    return Static(Content(words), classes="label")


def row(words: str, field: Widget) -> Horizontal:
    """A field with its words to the left."""
    return Horizontal(Static(Content(words), classes="side-label"), field, classes="row")


def hint(words: str) -> Static:
    """A line of ours that explains."""
    return Static(Content(words), classes="hint")
