"""What can go wrong in a way that a user meets: always one sentence that says what to do."""


class GiveNetError(Exception):
    """A sentence for the user: what happened, to what, what to do. Never a traceback."""

    @property
    def sentence(self) -> str:
        """The whole message, free of any layer's jargon."""
        return str(self)


class Refusal(GiveNetError):
    """The domain says no: the move makes no sense, and here is why. Nothing was changed."""


class CannotTurn(Refusal):
    """A change cannot be taken back, or done again. Asked once more, the one before it is turned in its place."""
