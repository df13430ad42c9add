"""Playing scripts with a database at hand."""

from __future__ import annotations

import pytest

from flows.conversing import noted
from flows.engine.replay import Entry
from storage.journal import Talking


def test_nothing_is_noted_without_a_script() -> None:
    """Noting an answer where nothing is open is a mistake of the caller."""
    with pytest.raises(LookupError, match="no script open"):
        noted(Talking(1), "name", Entry("value"))
