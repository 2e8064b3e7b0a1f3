"""The days of the sample, all counted from the day on which it is opened."""

from dataclasses import dataclass
from datetime import date, timedelta

from givenet_tui.domain.birthdays import Birthday
from givenet_tui.domain.months import first_day, month_of, moved


@dataclass(frozen=True, slots=True)
class When:
    """Says which day something was, as seen from `today`."""

    today: date

    def ago(self, days: int) -> date:
        """So many days before today; after it when negative."""
        return self.today - timedelta(days=days)

    def this_month(self, days: int) -> date:
        """So many days ago, but within this month: early in a month, everything in it is young."""
        return max(self.ago(days), first_day(self.month(0)))

    def month(self, back: int) -> str:
        """The month so many months before this one."""
        return moved(month_of(self.today), -back)

    def in_month(self, back: int, day: int) -> date:
        """A day (1 to 28) of an earlier month."""
        return first_day(self.month(back)).replace(day=day)

    def instant(self, day: date) -> str:
        """A morning of that day; never later than yesterday's, which is past in every time zone."""
        return f"{min(day, self.ago(1)).isoformat()}T09:00:00.000Z"

    def birthday(self, days: int, age: int | None = None) -> Birthday:
        """A birthday that comes in so many days; with the `age` it will bring, if the year is known."""
        day = self.ago(-days)
        if (day.month, day.day) == (2, 29):
            day -= timedelta(days=1)
        return Birthday(day.month, day.day, day.year - age if age else None)
