"""A post of a visitor that has no effect, and why."""

from __future__ import annotations


class Refused(Exception):
    """This has no effect; the sentence under `key` says why."""

    def __init__(self, key: str, status: int, draft: str = "") -> None:
        """`status` is the HTTP status that says the same; `draft` goes back into the field."""
        super().__init__(key)
        self.key = key
        self.status = status
        self.draft = draft
