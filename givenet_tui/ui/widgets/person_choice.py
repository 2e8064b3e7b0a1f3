"""PersonChoice: somebody who was picked elsewhere, or nobody."""

from collections.abc import Callable

from givenet_tui.ui.widgets.record_choice import RecordChoice

GONE = "somebody who is in the trash"


class PersonChoice(RecordChoice):
    """A line that shows who was picked; it can be turned to nobody, and back."""

    def __init__(self, person: int | None, *, name_of: Callable[[int], str], none: str, id: str | None = None) -> None:
        """`name_of` answers "" for somebody who is gone; `none` says what it means to have picked nobody."""
        known = [(person, name_of(person) or GONE)] if person else []
        super().__init__(known, person, none=none, id=id)
        self._none = none
        self._name_of = name_of

    def choose(self, record_id: int | None) -> None:
        """Show somebody in place of who was picked before."""
        name = self._name_of(record_id) if record_id else ""
        if record_id and name:
            self._words = {None: self._none, record_id: name}
        super().choose(record_id)
