"""What a year was, in words: the time from an offer to its end, and whose hopes were served. Never a score."""

from collections.abc import Sequence
from statistics import median, quantiles

from givenet_tui.domain.aspirations import Kind
from givenet_tui.domain.days import how_long
from givenet_tui.domain.year import KindServed, YearView

FEW = 4
"""Fewer than this many say nothing about what is usual: they are named one by one."""


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
        *most, last = [str(day) for day in days]
        return " and ".join(filter(None, [", ".join(most), how_long(days[-1]) if last != "0" else "the same day"]))
    usual = round(median(days))
    low, _, high = (round(quarter) for quarter in quantiles(days, n=4, method="inclusive"))
    words = [f"usually {how_long(usual)}" if usual else "usually the same day"]
    words += [f"half of them between {low} and {high}"] if low < high else []
    words += [f"at the longest {days[-1]}"] if days[-1] > max(usual, high) else []
    return ", ".join(words)


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
