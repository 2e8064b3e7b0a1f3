"""Days in words. It counts civil days, and its English is a table: neither the clock nor the locale has a say."""

from datetime import date

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def in_full(day: date, today: date) -> str:
    """`Friday 27 November`; with its year when that is not today's."""
    words = f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"
    return words if day.year == today.year else f"{words} {day.year}"


def short(day: date, today: date) -> str:
    """`9 Nov`; with its year when that is not today's."""
    words = f"{day.day} {MONTHS[day.month - 1][:3]}"
    return words if day.year == today.year else f"{words} {day.year}"


def weekday(day: date) -> str:
    """`Fri`."""
    return WEEKDAYS[day.weekday()][:3]


def ago(day: date, today: date) -> str:
    """`today`, `yesterday`, `3 days ago`, `4 months ago`; a day to come is worded by `ahead`."""
    if day > today:
        return ahead(day, today)
    days = (today - day).days
    if days < 2:
        return "yesterday" if days else "today"
    return f"{_span(day, today)} ago"


def ahead(day: date, today: date) -> str:
    """`today`, `tomorrow`, `in 4 days`, `in 3 weeks`; a day gone by is worded by `ago`."""
    if day < today:
        return ago(day, today)
    days = (day - today).days
    if days < 2:
        return "tomorrow" if days else "today"
    return f"in {_span(today, day)}"


def due_words(day: date, today: date) -> str:
    """When something was promised for: `due today`, `by 28 Nov`, `its day was 3 days ago`."""
    days = (day - today).days
    if days < 0:
        return f"its day was {ago(day, today)}"
    if days < 2:
        return f"due {ahead(day, today)}"
    return f"by {short(day, today)}"


def how_long(days: int) -> str:
    """`1 day`, `47 days`."""
    return f"{days} day" if days == 1 else f"{days} days"


def months_between(first: date, last: date) -> int:
    """Whole months from one day to a later one."""
    return (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)


def _span(first: date, last: date) -> str:
    """The time between two days, in the greatest unit of which there are two: days, weeks, months, years."""
    days, months = (last - first).days, months_between(first, last)
    if months >= 24:
        return f"{months // 12} years"
    if months == 12:
        return "a year"
    if months >= 2:
        return f"{months} months"
    if days >= 14:
        return f"{days // 7} weeks"
    return "a week" if days == 7 else how_long(days)
