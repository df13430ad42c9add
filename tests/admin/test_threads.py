"""The ways from a story onwards."""

from admin.threads import Bead, Strand, longest_threads


def _bead(number, kind="story", language="nl"):
    return Bead(number, kind, number, {language: f"{kind} {number}"})


def _threads(*strands, language="nl", most=5):
    return [[bead.id for bead in thread] for thread in longest_threads(strands, most, language)]


STORY, OTHER, ENGLISH = _bead(1), _bead(2), _bead(3, language="en")
THEME, IDEA, SCENARIO = _bead(10, "theme"), _bead(20, "idea"), _bead(30, "scenario")


def test_the_longest_way_is_followed():
    """From story to theme to idea to scenario."""
    strands = (Strand(STORY, IDEA), Strand(STORY, THEME), Strand(THEME, IDEA), Strand(IDEA, SCENARIO))
    assert _threads(*strands) == [[1, 10, 20, 30]]


def test_two_stories_of_one_theme_are_one_example():
    """The newest link comes first in the list and is chosen."""
    assert _threads(Strand(OTHER, THEME), Strand(STORY, THEME)) == [[2, 10]]


def test_a_story_in_the_language_of_the_page_goes_first():
    """Of two that are as long."""
    strands = (Strand(STORY, THEME), Strand(ENGLISH, THEME))
    assert _threads(*strands, language="en") == [[3, 10]]
    assert _threads(*strands, language="nl") == [[1, 10]]


def test_a_circle_comes_to_an_end():
    """A link back to where it came from does no harm."""
    strands = (Strand(STORY, THEME), Strand(THEME, IDEA), Strand(IDEA, THEME))
    assert _threads(*strands) == [[1, 10, 20, 10]]


def test_what_starts_with_no_story_is_no_thread():
    """And no links are no threads."""
    assert _threads(Strand(THEME, IDEA)) == []
    assert _threads() == []


def test_no_more_than_were_asked_for():
    """The longest of them."""
    strands = (Strand(STORY, THEME), Strand(OTHER, IDEA), Strand(IDEA, SCENARIO))
    assert _threads(*strands, most=1) == [[2, 20, 30]]
