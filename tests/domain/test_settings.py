"""Settings: what may be written into each, one change at a time; and odd values in the file, which break nothing."""

import msgspec
import pytest

from givenet_tui.domain.agenda import agenda
from givenet_tui.domain.assignment import assignment
from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Change
from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.favours import FAVOURS, favours_of, first_words
from givenet_tui.domain.questions import DEFAULT_QUESTIONS, questions_of
from givenet_tui.domain.records import changed
from givenet_tui.domain.rhythm import circle, rhythm_of
from givenet_tui.domain.settings import BOUNDS, Settings, sane
from givenet_tui.domain.verbs import settings
from tests.factories import TODAY, moment, person
from tests.hostile import NASTY

NOW = moment()


def after(book: Book, *changes: Change) -> Book:
    for change in changes:
        book = book.apply(change)
    return book


def test_every_setting_has_a_name_and_can_be_taken_back_to_what_it_is_in_a_new_book() -> None:
    fields = set(Settings.__struct_fields__) - set(msgspec.structs.asdict(person()))
    assert set(settings.CALLED) == fields
    odd = Settings(
        id=1, slots_per_part=7, circle_size=9, touches_per_month=8, agenda_size=2, day_starts_at="06:00",
        week_starts_on="sunday", theme="nord", rhythms={"a": 1}, questions={"hope": ["?"]}, favours=("Go",),
        csv_columns={"h": {"a": "b"}},
    )  # fmt: skip
    book = Book([odd])
    for field in fields:
        book = after(book, settings.reset(book, NOW, field))
    assert book.settings == Settings(id=1)


# --- odd values in the file ----------------------------------------------------------------------


@pytest.mark.parametrize("value", [-(2**53), -1, 0, 1, 10_000, 2**53])
def test_a_number_beyond_all_bounds_counts_as_the_nearest_bound_and_stays_as_it_was_written(value: int) -> None:
    written = changed(Settings(id=1), **dict.fromkeys(BOUNDS, value))
    book = Book([person(), written])
    for field, (least, most) in BOUNDS.items():
        assert getattr(book.settings, field) == min(max(value, least), most)
    assert len(assignment(book, "2026-11").parts[0].slots) <= BOUNDS["slots_per_part"].most
    assert len(agenda(book, TODAY).lines) <= BOUNDS["agenda_size"].most
    assert circle(book, TODAY).touches_capacity > 0
    book = after(book, settings.pick(book, NOW, "theme", "nord"))
    assert book.find(Settings, 1) == changed(written, theme="nord")


@pytest.mark.parametrize("time", ["99:99", "", "noon", "25:00", "13:00", "-1:00", "٠٤:٠٠", *NASTY])
def test_a_day_that_begins_at_no_time_or_in_the_evening_begins_at_four(time: str) -> None:
    assert sane(Settings(day_starts_at=time)).day_starts_at == "04:00"
    assert sane(Settings(day_starts_at="00:00")).day_starts_at == "00:00"


# --- numbers and times ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        ("circle_size", " 30 ", 30), ("slots_per_part", "1", 1), ("agenda_size", "20", 20),
        ("day_starts_at", "4", "04:00"), ("day_starts_at", " 5:30", "05:30"), ("day_starts_at", "12.00", "12:00"),
    ],
)  # fmt: skip
def test_what_was_typed_is_the_value(field: str, typed: str, value: object) -> None:
    change = settings.write(Book(), NOW, field, typed)
    assert getattr(Book().apply(change).settings, field) == value
    assert change.name == f"{settings.CALLED[field]}: {value}"


@pytest.mark.parametrize(
    ("field", "typed", "says"),
    [
        ("circle_size", "0", "from 1 to 1,000"), ("slots_per_part", "13", "from 1 to 12"),
        ("slots_per_part", "0", "from 1 to 12"), ("agenda_size", "", "from 1 to 200"),
        ("touches_per_month", "-5", "from 1 to"),
        ("circle_size", "ten", "“ten” will not do"), ("circle_size", "9" * 99, "from"), ("circle_size", "٣", "from"),
        ("day_starts_at", "99:99", "write it like 04:00"), ("day_starts_at", "", "like 04:00"),
        ("day_starts_at", "25", "like 04:00"), ("day_starts_at", "4:60", "like 04:00"),
        ("day_starts_at", "18:00", "00:00 to 12:00"),
        *(("circle_size", nasty, "from 1 to") for nasty in NASTY),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_with_what_can(field: str, typed: str, says: str) -> None:
    with pytest.raises(Refusal, match=says):
        settings.write(Book(), NOW, field, typed)


# --- rhythms by tag ------------------------------------------------------------------------------


def test_a_rhythm_by_tag_is_there_at_once_and_a_persons_own_goes_before_it() -> None:
    ada = person(tags=("Famille", "work"))
    book = Book([ada])
    book = after(book, settings.set_rhythm(book, NOW, "#famille", "30"))
    book = after(book, settings.set_rhythm(book, NOW, " work ", "7"))
    assert book.settings.rhythms == {"Famille": 30, "work": 7}
    assert rhythm_of(ada, book.settings) == 7
    assert rhythm_of(changed(ada, rhythm_days=90), book.settings) == 90
    assert rhythm_of(changed(ada, rhythm_days=0), book.settings) is None
    book = after(book, settings.set_rhythm(book, NOW, "friends", "9", "work"))
    assert book.settings.rhythms == {"Famille": 30, "friends": 9}
    book = after(book, settings.drop_rhythm(book, NOW, "Famille"))
    assert rhythm_of(ada, book.settings) is None


@pytest.mark.parametrize(
    ("tag", "days"), [("", "7"), ("#", "7"), ("a, b", "7"), ("a", "0"), ("a", "soon"), ("a", "4000")]
)
def test_a_rhythm_needs_one_tag_and_a_number_of_days(tag: str, days: str) -> None:
    with pytest.raises(Refusal):
        settings.set_rhythm(Book(), NOW, tag, days)


# --- questions and favours -----------------------------------------------------------------------


def test_questions_begin_with_ours_and_the_last_one_taken_out_brings_ours_back() -> None:
    ours = DEFAULT_QUESTIONS["hope"]
    book = Book()
    book = after(book, settings.write_question(book, NOW, "hope", " And then? "))
    assert questions_of(book.settings, "hope") == (*ours, "And then?")
    assert questions_of(book.settings, "dream") == DEFAULT_QUESTIONS["dream"]
    book = after(book, settings.write_question(book, NOW, "hope", "Why?", ours[1]))
    assert questions_of(book.settings, "hope") == (ours[0], "Why?", *ours[2:], "And then?")
    for question in questions_of(book.settings, "hope"):
        book = after(book, settings.drop_question(book, NOW, "hope", question))
    assert (questions_of(book.settings, "hope"), book.settings.questions) == (ours, {})
    with pytest.raises(Refusal):
        settings.write_question(book, NOW, "hope", "  ")


def test_favours_are_added_reworded_moved_and_taken_out() -> None:
    book = Book()
    book = after(book, settings.write_favour(book, NOW, "Bake {name} a cake"))
    assert [favour.key for favour in favours_of(book.settings)] == ["i", "r", "w", "l", "s", "b", "a"]
    book = after(book, settings.move_favour(book, NOW, "Bake {name} a cake", -6))
    assert first_words(book.settings)[0] == "Bake {name} a cake"
    assert settings.move_favour(book, NOW, "Bake {name} a cake", -1).edits == ()
    book = after(book, settings.write_favour(book, NOW, "Bring {name} soup", "Bake {name} a cake"))
    assert favours_of(book.settings)[0].words("Ada") == "Bring Ada soup "
    for words in first_words(book.settings):
        book = after(book, settings.drop_favour(book, NOW, words))
    assert favours_of(book.settings) == FAVOURS


def test_words_that_another_window_took_out_meanwhile_are_kept_at_the_end() -> None:
    book = after(Book(), settings.write_favour(Book(), NOW, "Sing", "what is no longer there"))
    assert first_words(book.settings)[-1] == "Sing"


def test_what_was_learned_of_a_files_columns_can_be_forgotten() -> None:
    book = Book([Settings(id=1, csv_columns={"a,b": {"a": "name"}, "c": {"c": "emails"}})])
    book = after(book, settings.forget_columns(book, NOW, "a,b"))
    assert book.settings.csv_columns == {"c": {"c": "emails"}}
