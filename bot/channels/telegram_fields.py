"""Reading JSON that may be anything at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

_LARGEST = 2**53


class Fields:
    """A JSON object whose fields are asked for by name and type; ValueError when one is not as it should be.

    A field that is null counts as absent. Texts lose their NUL characters and lone surrogates, which
    neither a database nor UTF-8 can hold.
    """

    def __init__(self, raw: object) -> None:
        if not isinstance(raw, Mapping):
            raise ValueError("not an object")
        self._raw = raw

    def has(self, name: str) -> bool:
        """Whether there is a field with this name."""
        return self._raw.get(name) is not None

    def first(self, names: Iterable[str]) -> str | None:
        """The first of these names that there is a field with."""
        return next(filter(self.has, names), None)

    def whole(self, name: str, default: int | None = None) -> int:
        """A whole number; the default when absent, or ValueError without one."""
        value = self._raw.get(name)
        value = default if value is None else value
        if not isinstance(value, int) or isinstance(value, bool) or abs(value) >= _LARGEST:
            raise ValueError(f"no whole number: {name}")
        return value

    def number(self, name: str, most: float) -> float:
        """A number from -most to most."""
        value = self._raw.get(name)
        if not isinstance(value, int | float) or isinstance(value, bool):
            raise ValueError(f"no number: {name}")
        # Written so that NaN, which JSON should not hold but Python reads, is out of bounds too.
        if not -most <= value <= most:
            raise ValueError(f"out of bounds: {name}")
        return float(value)

    def flag(self, name: str) -> bool:
        """Whether a field is true."""
        return self._raw.get(name) is True

    def text(self, name: str) -> str:
        """A text that can be stored, empty when absent."""
        value = self._raw.get(name)
        if value is None:
            return ""
        if not isinstance(value, str):
            raise ValueError(f"no text: {name}")
        return clean(value)

    def inner(self, name: str) -> Fields:
        """An object within this one."""
        return Fields(self._raw.get(name))

    def inners(self, name: str) -> list[Fields]:
        """A list of objects, one at least, within this one."""
        value = self._raw.get(name)
        if not isinstance(value, list | tuple) or not value:
            raise ValueError(f"no list: {name}")
        return [Fields(item) for item in value]


def clean(text: str) -> str:
    """The text without what UTF-8 or a database cannot hold."""
    paired = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return paired.replace("\0", "")
