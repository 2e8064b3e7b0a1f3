"""Five-minute favours: small offers that start with one key."""

from dataclasses import dataclass

from givenet_tui.domain.settings import Settings


@dataclass(frozen=True, slots=True)
class Favour:
    """A key, a label, and the words that an offer starts with; `{name}` stands for the person."""

    key: str
    label: str
    starts: str

    @property
    def introduces(self) -> bool:
        """Whether it brings two people together: then it asks who the other one is."""
        return self.starts.lower().startswith("introduce ")

    def words(self, name: str) -> str:
        """The first words of such an offer to a person. The name is text: braces in it stay as they are."""
        return self.starts.replace("{name}", name)


FAVOURS: tuple[Favour, ...] = (
    Favour("i", "introduce", "Introduce {name} to "),
    Favour("r", "read and comment", "Read {name}'s draft, with a page of comments on "),
    Favour("w", "recommend in writing", "Write a recommendation of {name} to "),
    Favour("l", "lend", "Lend {name} my "),
    Favour("s", "share their work", "Share {name}'s work with "),
    Favour("b", "be a reference", "Be a reference for {name} at "),
)


def favours_of(settings: Settings) -> tuple[Favour, ...]:
    """The user's own favours, each the first words of an offer (`Introduce {name} to`); else these six."""
    favours: list[Favour] = []
    taken: set[str] = set()
    for written in settings.favours:
        starts = written.strip()
        letters = [letter for letter in starts.lower().replace("{name}", "") if letter.isascii() and letter.isalnum()]
        key = next((letter for letter in [*letters, *"123456789"] if letter not in taken), "")
        if starts and key:
            taken.add(key)
            label = " ".join(starts.replace("{name}", "").split())
            favours.append(Favour(key, label.lower(), f"{starts} "))
    return tuple(favours) or FAVOURS


def first_words(settings: Settings) -> tuple[str, ...]:
    """How the favours begin, the user's own or these six: what an edited list starts from."""
    own = tuple(written for written in settings.favours if written.strip())
    return own or tuple(favour.starts.strip() for favour in FAVOURS)
