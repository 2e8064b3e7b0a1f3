"""What does not fit in a record is said in a user's words."""

import pytest

from givenet_tui.domain.aspirations import Aspiration
from givenet_tui.domain.interactions import Interaction
from givenet_tui.domain.people import Person
from givenet_tui.domain.records import Record
from givenet_tui.store.records import decode_with_care

WORDS: dict[bytes, tuple[type[Record], str]] = {
    b'{"name":5}': (Person, "its name is a whole number where a text belongs"),
    b'{"name":"Ada","tags":"maths"}': (Person, "its tags is a text where a list belongs"),
    b'{"name":"Ada","emails":[{"value":null}]}': (Person, "its emails[0].value is nothing where a text belongs"),
    b'{"people":[1],"on":"yesterday"}': (Interaction, "its on is no day: write 2026-11-22"),
    b'{"person":1,"kind":"wombat","text":"x"}': (
        Aspiration, "its kind is 'wombat', which is none of the words that may stand there"
    ),
    b'{"kind":"hope","text":"x"}': (Aspiration, "its person is missing"),
    b"[]": (Person, "it is no object"),
}  # fmt: skip


@pytest.mark.parametrize("document", WORDS)
def test_a_record_that_does_not_fit_says_where_and_why(document: bytes) -> None:
    kind, words = WORDS[document]
    record: tuple[Record | None, str] = decode_with_care(kind, document)
    assert record == (None, words)
