"""What somebody can choose from with their first tap."""

from __future__ import annotations

from flows.engine.questions import Localized, Phrase
from flows.first_taps import STANDARD, options
from flows.wording import Wording

TITLE = {"nl": "Park", "en": "Park"}


def test_the_standard_set() -> None:
    """Without options of its own a trajectory has five, in every language."""
    found = options({"title": TITLE})
    assert tuple(found) == STANDARD
    wording = Wording()
    assert all(isinstance(label, Phrase) and wording.has(label.key) for label in found.values())


def test_options_of_its_own() -> None:
    """Its own stand among its texts, in their own order, and replace the standard set."""
    own = {"first_tap:trees": {"nl": "Bomen"}, "title": TITLE, "first_tap:rest": {"nl": "Rust"}}
    assert options(own) == {"trees": Localized({"nl": "Bomen"}), "rest": Localized({"nl": "Rust"})}
