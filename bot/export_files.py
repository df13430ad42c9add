"""The files of an export: each as CSV and as JSON, with a description of every column."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

FORMULAS: Final = ("=", "+", "-", "@", "\t", "\r")
"""Beginnings that a spreadsheet takes for a formula."""


class TableFile(AbstractContextManager["TableFile"]):
    """One table, written a row at a time to NAME.csv and NAME.json (a list of objects)."""

    def __init__(self, folder: Path, name: str, columns: Sequence[str]) -> None:
        self.count = 0
        self._columns = columns
        self._stack = ExitStack()
        self._csv_file = self._stack.enter_context(
            (folder / f"{name}.csv").open("w", encoding="utf-8", newline="")
        )
        self._json_file = self._stack.enter_context((folder / f"{name}.json").open("w", encoding="utf-8"))
        self._csv = csv.writer(self._csv_file)
        self._csv.writerow(columns)
        self._json_file.write("[")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._json_file.write("\n]\n")
        self._stack.close()

    def write(self, row: Mapping[str, Any]) -> None:
        """One row; what has no column is an error."""
        values = [row[column] for column in self._columns]
        self._csv.writerow([_as_cell(value) for value in values])
        self._json_file.write(",\n" if self.count else "\n")
        named = dict(zip(self._columns, map(_as_json, values), strict=True))
        self._json_file.write(json.dumps(named, ensure_ascii=False))
        self.count += 1


def _as_json(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime | date) else value


def _as_cell(value: Any) -> Any:
    """As a spreadsheet may open it: what a person wrote is never a formula."""
    match value:
        case None:
            return ""
        case str() if value.startswith(FORMULAS):
            return f"'{value}"
        case dict() | list():
            return json.dumps(value, ensure_ascii=False)
        case _:
            return _as_json(value)
