from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from givenet_tui.domain.ids import EPOCH, GREATEST_ID, LOW_COUNT, IdMaker, next_id
from tests.domain.random_books import many

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
instants = st.integers(-4 * 365 * 86_400_000, 66 * 365 * 86_400_000).map(lambda ms: EPOCH + timedelta(milliseconds=ms))
lows = st.integers(0, LOW_COUNT - 1)


@many
@given(st.lists(st.tuples(instants, lows), min_size=1, max_size=30))
def test_ids_are_sorted_and_unique_whatever_the_clock_does(moments: list[tuple[datetime, int]]) -> None:
    ids = [0]
    for now, low in moments:
        ids.append(next_id(now, ids[-1], low))
    assert ids == sorted(set(ids))
    assert ids[-1] <= GREATEST_ID


@many
@given(instants.filter(lambda now: now > EPOCH + timedelta(milliseconds=1)), lows)
def test_an_id_tells_the_millisecond_it_was_made_in(now: datetime, low: int) -> None:
    made = next_id(now, 0, low)
    assert made >> 12 == (now - EPOCH) // timedelta(milliseconds=1)
    assert made % LOW_COUNT == low


def test_ids_of_this_century_fit_into_53_bits() -> None:
    latest = next_id(datetime(2090, 1, 1, tzinfo=UTC), 0, LOW_COUNT - 1)
    assert latest <= GREATEST_ID == 2**53 - 1


def test_inside_a_millisecond_the_count_goes_up() -> None:
    first = next_id(NOW, 0, 7)
    assert next_id(NOW, first, 4000) == first + 1


def test_when_the_count_is_full_it_runs_over_into_the_next_millisecond() -> None:
    last = next_id(NOW, 0, LOW_COUNT - 1)
    over = next_id(NOW, last, 5)
    assert over == last + 1
    assert over >> 12 == (last >> 12) + 1
    assert next_id(NOW + timedelta(milliseconds=1), over, 5) == over + 1


def test_a_clock_behind_the_book_goes_on_from_the_book() -> None:
    greatest = next_id(NOW, 0, 9)
    assert next_id(NOW - timedelta(days=900), greatest, 3) == greatest + 1
    assert next_id(datetime(1999, 1, 1, tzinfo=UTC), 0, 3) == 1


def test_a_maker_hands_out_ids_above_the_greatest() -> None:
    maker = IdMaker(NOW, next_id(NOW, 0, 4095), lambda: 17)
    ids = [maker() for _ in range(5000)]
    assert ids == list(range(ids[0], ids[0] + 5000))
