"""What a year was, in words: the time from an offer to its end, and whose hopes were served. Never a score."""

from collections import Counter
from collections.abc import Sequence
from statistics import median, quantiles

from givenet_tui.domain.aspirations import Kind
from givenet_tui.domain.days import how_long
from givenet_tui.domain.year import KindServed, YearView

FEW = 4
"""Fewer than this many say nothing about what is usual: they are named one by one."""
ALWAYS = {1: "", 2: ", both times", 3: ", all three times"}
"""What is said of few that are all the same, by how many there are."""


def given_words(view: YearView) -> str:
    """`58 given on 41 days`."""
    days = len(view.days_given)
    if not view.given:
        return "nothing given yet"
    return f"{view.given} given on {days} days" if days > 1 else f"{view.given} given"


def days_to_done_words(days: Sequence[int]) -> str:
    """How long it took from offered to done: `usually 6 days, half of them between 4 and 8, at the longest 10`.

    `days` ascend; empty when nothing in the year has both days.
    """
    if not days:
        return ""
    if len(days) < FEW:
        return _one_by_one(days)
    usual = round(median(days))
    low, _, high = (round(quarter) for quarter in quantiles(days, n=4, method="inclusive"))
    words = [f"usually {_took(usual)}"]
    words += [_most(low, high)] if low < high else []
    words += [f"at the longest {days[-1]}"] if days[-1] > max(usual, high) else []
    return ", ".join(words)


def _one_by_one(days: Sequence[int]) -> str:
    """A few times, ascending: `the same day, 3 and 9 days`; equal ones are said once, and how often."""
    times = Counter(days)
    if len(times) == 1:
        return _took(days[0]) + ALWAYS[len(days)]
    if len(times) < len(days):
        return ", and ".join(f"{_took(day)} twice" if count > 1 else _took(day) for day, count in times.items())
    *most, last = ["the same day" if day == 0 else str(day) for day in days[:-1]] + [how_long(days[-1])]
    return f"{', '.join(most)} and {last}"


def _took(days: int) -> str:
    return how_long(days) if days else "the same day"


def _most(low: int, high: int) -> str:
    """Where the middle half lies; when it begins with none at all, that is three quarters of them."""
    return f"half of them between {low} and {high}" if low else f"most of them within {how_long(high)}"


def kind_words(kind: Kind, count: int) -> str:
    """`1 hope`, `3 dreams`."""
    return f"{count} {kind}" if count == 1 else f"{count} {kind}s"


def served_words(kinds: Sequence[KindServed]) -> str:
    """`2 hopes and 3 dreams`: what something was done for; empty when nothing was."""
    words = [kind_words(one.kind, one.served) for one in kinds if one.served]
    return " and ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def fulfilled_words(kinds: Sequence[KindServed]) -> str:
    """`2 of them have come true`; empty when none has."""
    served, true = sum(one.served for one in kinds), sum(one.fulfilled for one in kinds)
    if not true:
        return ""
    if served == 1:
        return "it has come true"
    return f"{true} of them {'has' if true == 1 else 'have'} come true"
