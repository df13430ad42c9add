"""Readers of short facts: a number, a day, a place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from flows.engine.counts import read_count
from flows.engine.dates import read_day
from flows.engine.questions import JSON, Answer, Misread, Option, Reading, Spot, Withdrawn, Words
from flows.engine.telling import bounded, wrong_kind


@dataclass(frozen=True)
class Number:
    """Reads one whole number from `least` to `most`, in digits or in words."""

    least: int
    most: int

    def options(self, chosen: int | None = None) -> tuple[Option, ...]:
        """None: this is answered with words."""
        return ()

    def read(self, answer: Answer, reading: Reading, chosen: int | None = None) -> int | Misread:
        """Reads words that name one number."""
        if not isinstance(answer, Words):
            return wrong_kind(answer, "text")
        number = read_count(answer.text)
        bounds = {"least": self.least, "most": self.most}
        if number is None:
            return Misread("answer-number", bounds)
        return number if self._allows(number) else Misread("answer-number-bounds", bounds)

    def dump(self, value: int) -> JSON:
        """A JSON number."""
        return value

    def load(self, stored: JSON) -> int:
        """Raises `Withdrawn` for anything but a whole number within the bounds."""
        if isinstance(stored, int) and not isinstance(stored, bool) and self._allows(stored):
            return stored
        raise Withdrawn(stored)

    def _allows(self, number: int) -> bool:
        return self.least <= number <= self.most


@dataclass(frozen=True)
class Day:
    """Reads a day; the bounds are in days from today, and may be negative.

    Where every allowed day is today or before, a weekday or a date without a year is the last one that was.
    """

    earliest_in_days: int = 0
    latest_in_days: int = 730

    def options(self, chosen: date | None = None) -> tuple[Option, ...]:
        """None: this is answered with words."""
        return ()

    def read(self, answer: Answer, reading: Reading, chosen: date | None = None) -> date | Misread:
        """Reads words that name one day, by the rules of `flows.engine.dates`."""
        if not isinstance(answer, Words):
            return wrong_kind(answer, "text")
        day = read_day(answer.text, reading.today, ahead=self.latest_in_days > 0)
        return Misread("answer-day") if day is None else self._within(day, reading.today)

    def _within(self, day: date, today: date) -> date | Misread:
        earliest = today + timedelta(days=self.earliest_in_days)
        latest = today + timedelta(days=self.latest_in_days)
        if day < today <= earliest:
            return Misread("answer-day-past", {"earliest": earliest})
        if day < earliest:
            return Misread("answer-day-early", {"earliest": earliest})
        return Misread("answer-day-late", {"latest": latest}) if day > latest else day

    def dump(self, value: date) -> JSON:
        """An ISO date."""
        return value.isoformat()

    def load(self, stored: JSON) -> date:
        """Raises `Withdrawn` for anything but an ISO date."""
        try:
            return date.fromisoformat(stored if isinstance(stored, str) else "")
        except ValueError as wrong:
            raise Withdrawn(stored) from wrong


@dataclass(frozen=True)
class PlaceGiven:
    """A place in words, or in degrees north and east."""

    text: str
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True)
class Place:
    """Reads a place: words of 2 to 200 characters, or a spot on earth."""

    def options(self, chosen: PlaceGiven | None = None) -> tuple[Option, ...]:
        """None: this is answered with words or a spot."""
        return ()

    def read(
        self, answer: Answer, reading: Reading, chosen: PlaceGiven | None = None
    ) -> PlaceGiven | Misread:
        """Reads words, or a spot."""
        match answer:
            case Words():
                text = bounded(answer.text, 2, 200)
                return text if isinstance(text, Misread) else PlaceGiven(text)
            case Spot():
                on_earth = abs(answer.latitude) <= 90 and abs(answer.longitude) <= 180
                given = PlaceGiven("", answer.latitude, answer.longitude)
                return given if on_earth else Misread("answer-place")
            case _:
                return wrong_kind(answer, "place")

    def dump(self, value: PlaceGiven) -> JSON:
        """An object: `{"text": ..., "latitude": ..., "longitude": ...}`."""
        return {"text": value.text, "latitude": value.latitude, "longitude": value.longitude}

    def load(self, stored: JSON) -> PlaceGiven:
        """Raises `Withdrawn` for another shape."""
        match stored:
            case {"text": str(text), "latitude": None, "longitude": None}:
                return PlaceGiven(text)
            case {
                "text": str(text),
                "latitude": float() | int() as north,
                "longitude": float() | int() as east,
            }:
                return PlaceGiven(text, float(north), float(east))
            case _:
                raise Withdrawn(stored)
