"""Which day a person means.

The rules, where people differ:

- Day comes before month, always: `3/4` is 3 April.
- Without a year, or as a weekday alone, it is the next one to come; where the question looks back, the last
  one that was. A date may be today, a weekday is never today (people say "vandaag" then).
- "volgende vrijdag" and "volgende week vrijdag" (next Friday) are the Friday of the next ISO week, "vorige
  week vrijdag" that of the one before this one; "vorige" or "afgelopen vrijdag" is the last that was.
- "begin", "half" and "eind" of a month are its first, fifteenth and last day.
- A weekday beside a date has to agree with it.
- Two days, a week, a month or a part of a day alone are no day.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, TypeAlias

from flows.engine.calendar_words import MONTHS, WEEKDAYS, spelled
from flows.engine.cleaning import clean, words
from flows.engine.number_words import CARDINALS, ORDINALS, in_digits

LONGEST: Final = 100
"""Characters: a day in a longer text is about something else."""


@dataclass(frozen=True)
class Asked:
    """When the question stands, and whether it looks ahead or back."""

    today: date
    ahead: bool = True


Named: TypeAlias = Mapping[str, str]
Rule: TypeAlias = Callable[[Named, Asked], date]


def read_day(text: str, today: date, ahead: bool = True) -> date | None:
    """The one day that the text names, or None."""
    if len(text) > LONGEST or "?" in text:
        return None
    row = _row(text)
    for pattern, rule in _RULES:
        if found := pattern.search(row):
            rest = f"{row[: found.start()]} {row[found.end() :]}".split()
            return _reached(rule, found.groupdict(default=""), Asked(today, ahead), rest)
    return None


def _reached(rule: Rule, named: Named, asked: Asked, rest: list[str]) -> date | None:
    try:
        day = rule(named, asked)
    except (ValueError, OverflowError):  # 31 February, or beyond what a calendar holds
        return None
    agreed = all(word in _FILLER or WEEKDAYS.get(word) == day.weekday() for word in rest)
    return day if agreed else None


_FILLER: Final = frozenset(
    "op de het om dan dat is graag liefst maar doe wel kan ik mij me voor wat betreft mijn past goed prima "
    "liever ja ok oke in van denk rond ochtend middag avond nacht savonds smiddags smorgens sochtends "
    "aanstaande komende deze eerstvolgende a the on at of i can make it that works fine please yes lets for "
    "suits think morning afternoon evening night this coming".split()
)
_CLOCK: Final = re.compile(r"(?i)\b\d{1,2}:\d{2}\b(?: ?uur\b)?|\b\d{1,2}(?:[.:]\d{2})? ?(?:uur|u|am|pm)\b")
_PARTS_OF_A_DAY: Final = ("ochtend", "middag", "avond", "morgen", "nacht")
_TODAY: Final = {f"van{part}": "vandaag" for part in _PARTS_OF_A_DAY} | {"tonight": "vandaag"}


def _row(text: str) -> str:
    """The words in a row: numbers in digits, slips mended, clock times and parts of a day set apart."""
    spoken = (spelled(word) for word in words(_CLOCK.sub(" ", clean(text))))
    row = " ".join(in_digits([_TODAY.get(word, word) for word in spoken], {**CARDINALS, **ORDINALS}))
    return _TIME_OF_DAY.sub(r"\1 ochtend", row)


def _any(names: Iterable[str]) -> str:
    return "(?:" + "|".join(sorted(names, key=len, reverse=True)) + ")"


_TIME_OF_DAY: Final = re.compile(rf"\b({_any([*WEEKDAYS, 'morgen', 'gisteren'])}) ?{_any(_PARTS_OF_A_DAY)}\b")
_NAME: Final = f"(?P<name>{_any(WEEKDAYS)})"
_DAY: Final = r"(?P<day>\d{1,2})"
_MONTH: Final = f"(?P<month>{_any(MONTHS)})"
_YEAR: Final = r"(?P<year>\d{4}|\d{2})"
_NEXT: Final = "(?P<next>volgende|next)"
_PREVIOUS: Final = "(?P<previous>vorige|afgelopen|last)"
_THIS: Final = "(?P<this>deze|this)"
_PARTS: Final = {
    **dict.fromkeys(("begin", "beginning", "start"), 1),
    **dict.fromkeys(("half", "halverwege", "midden", "mid"), 15),
    **dict.fromkeys(("eind", "einde", "end"), 31),
}
_UNITS: Final = {
    **dict.fromkeys(("dag", "dagen", "day", "days"), "days"),
    **dict.fromkeys(("week", "weken", "weeks"), "weeks"),
    **dict.fromkeys(("maand", "maanden", "month", "months"), "months"),
    **dict.fromkeys(("jaar", "jaren", "year", "years"), "years"),
}
_SPAN: Final = rf"(?P<count>\d+|a|an) (?P<unit>{_any(_UNITS)})"
_NEAR: Final = {
    "vandaag": 0,
    "today": 0,
    "nu": 0,
    "now": 0,
    "morgen": 1,
    "tomorrow": 1,
    "overmorgen": 2,
    "day after tomorrow": 2,
    "gisteren": -1,
    "yesterday": -1,
    "eergisteren": -2,
    "day before yesterday": -2,
}


def _written(named: Named, asked: Asked) -> date:
    """A day and a month, in words or digits, with or without a year."""
    month, day = MONTHS.get(named["month"]) or int(named["month"]), int(named["day"])
    if year := named.get("year"):
        return date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    years = (year for year in _years(asked) if day <= calendar.monthrange(year, month)[1])
    return _nearest((date(year, month, day) for year in years), asked)


def _of_month(named: Named, asked: Asked) -> date:
    """The first, the middle or the end of a month."""
    years = [int(named["year"])] if named["year"] else _years(asked)
    firsts = (date(year, MONTHS[named["month"]], 1) for year in years)
    days = (first.replace(day=min(_PARTS[named["part"]], _end(first).day)) for first in firsts)
    return next(days) if named["year"] else _nearest(days, asked)


def _end_of_month(named: Named, asked: Asked) -> date:
    return _end(_later(asked.today, 1 if named["next"] else 0))


def _day_of_month(named: Named, asked: Asked) -> date:
    """The next month that has this day, or the last that had."""
    day, first = int(named["day"]), asked.today.replace(day=1)
    months = (_later(first, step if asked.ahead else -step) for step in range(3))
    return _nearest((month.replace(day=day) for month in months if day <= _end(month).day), asked)


def _years(asked: Asked) -> Iterator[int]:
    """This year and those to come, or that were: a leap day may be eight years away."""
    return (asked.today.year + (step if asked.ahead else -step) for step in range(9))


def _nearest(days: Iterator[date], asked: Asked) -> date:
    for day in days:
        if day == asked.today or (day > asked.today) == asked.ahead:
            return day
    raise ValueError("there is no such day")


def _end(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _later(day: date, months: int) -> date:
    """The same day so many months later, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _away(named: Named, asked: Asked) -> date:
    """So many days, weeks, months or years from today."""
    count = int(named["count"]) if named["count"].isdecimal() else 1
    count = -count if named.get("ago") else count
    unit = _UNITS[named["unit"]]
    if unit in {"days", "weeks"}:
        return asked.today + timedelta(**{unit: count})
    return _later(asked.today, count * (12 if unit == "years" else 1))


def _near(named: Named, asked: Asked) -> date:
    return asked.today + timedelta(days=_NEAR[named["near"]])


def _in_week(named: Named, asked: Asked) -> date:
    """A weekday of this ISO week, of the next or of the one before."""
    weeks = 1 if named.get("next") else -1 if named.get("previous") else 0
    monday = asked.today - timedelta(days=asked.today.weekday())
    return monday + timedelta(weeks=weeks, days=WEEKDAYS[named["name"]])


def _weekday(named: Named, asked: Asked) -> date:
    """The next such weekday to come, or the last that was."""
    away = WEEKDAYS[named["name"]] - asked.today.weekday()
    if named["previous"] or not asked.ahead:
        return asked.today - timedelta(days=-away % 7 or 7)
    return asked.today + timedelta(days=away % 7 or 7)


_PATTERNS: Final[tuple[tuple[str, Rule], ...]] = (
    (r"(?P<year>\d{4}) (?P<month>\d{1,2}) (?P<day>\d{1,2})", _written),
    (rf"{_DAY}(?:e|de|ste|st|nd|rd|th)? (?:van |of )?{_MONTH}(?: {_YEAR})?", _written),
    (rf"{_MONTH} (?:the )?{_DAY}(?:e|de|ste|st|nd|rd|th)?(?: (?P<year>\d{{4}}))?", _written),
    (rf"{_DAY} (?P<month>\d{{1,2}})(?: {_YEAR})?", _written),
    (rf"(?P<part>{_any(_PARTS)}) (?:of |van )?{_MONTH}(?: (?P<year>\d{{4}}))?", _of_month),
    (rf"(?:eind|einde|end) (?:of |van )?(?:{_NEXT}|{_THIS}|de|the) (?:maand|month)", _end_of_month),
    (rf"(?:over|in) {_SPAN}", _away),
    (rf"{_SPAN} (?:from (?:now|today)|(?P<ago>geleden|ago))", _away),
    (rf"(?P<near>{_any(_NEAR)})", _near),
    (rf"(?:{_NEXT}|{_PREVIOUS}|{_THIS}) week (?:on |op )?{_NAME}", _in_week),
    (rf"{_NAME} (?:in |of )?(?:{_NEXT}|{_PREVIOUS}|{_THIS}) week", _in_week),
    (rf"{_NEXT} {_NAME}", _in_week),
    (rf"{_DAY}(?:e|de|ste|st|nd|rd|th)", _day_of_month),
    (rf"(?:{_PREVIOUS} )?{_NAME}", _weekday),
)
_RULES: Final = tuple((re.compile(rf"\b(?:{pattern})\b"), rule) for pattern, rule in _PATTERNS)
