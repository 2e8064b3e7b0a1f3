"""Whether what someone told you still holds: after half a year of silence about it, one may ask."""

from datetime import date

from givenet_tui.domain.aspirations import Aspiration
from givenet_tui.domain.days import months_between
from givenet_tui.domain.rhythm import made_on

MONTHS = 6


def last_said(aspiration: Aspiration) -> date | None:
    """The last day on which it was heard, reworded or confirmed; else the one on which it was written down."""
    reworded = (earlier.until for earlier in aspiration.earlier)
    days = [day for day in (aspiration.heard_on, aspiration.confirmed_on, *reworded) if day]
    return max(days, default=None) or made_on(aspiration.created_at)


def is_to_confirm(aspiration: Aspiration, today: date) -> bool:
    """Whether it is open, and half a year has passed since it was said: by the calendar, not by 182 days."""
    said = last_said(aspiration) if aspiration.is_open else None
    return said is not None and said < today and months_between(said, today) >= MONTHS
