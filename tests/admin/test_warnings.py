"""Personal data in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from admin.warnings import is_bsn, marked, warned


@pytest.mark.parametrize(
    ("text", "found", "warning"),
    [
        ("Bel 06 12345678 graag", "06 12345678", "phone"),
        ("bel 06-12 34 56 78.", "06-12 34 56 78", "phone"),
        ("bel +31 6 12345678", "+31 6 12345678", "phone"),
        ("bel +31 (0)6 12345678", "+31 (0)6 12345678", "phone"),
        ("of 030-5550112!", "030-5550112", "phone"),
        ("0031612345678", "0031612345678", "phone"),
        ("mail jan.de.vries+x@example.org.", "jan.de.vries+x@example.org", "email"),
        ("ik woon 1234 AB 12", "1234 AB 12", "address"),
        ("ik woon op 1234AB", "1234AB", "address"),
        ("Veerstraat 12a is het", "Veerstraat 12a", "address"),
        ("mijn bsn is 111222333", "111222333", "bsn"),
        ("bsn 1234.56.782", "1234.56.782", "bsn"),
    ],
)
def test_personal_data_is_marked(text, found, warning):
    """Each kind is found as it stands in the text."""
    parts = marked(text)
    assert [(part.text, part.warning) for part in parts if part.warning] == [(found, warning)]
    assert "".join(part.text for part in parts) == text


@pytest.mark.parametrize(
    "text",
    [
        "In 2026 waren er 400 mensen, 12 van hen in de straat.",
        "Het kost 1.250.000 euro.",
        "Om 20:15 op 22-11-2026.",
        "bestelling 123456789",
        "de wet uit 1998 en daarna",
        "nummer 214",
        "",
        "@iedereen",
    ],
)
def test_ordinary_numbers_are_left_alone(text):
    """Years, amounts and times are nobody's data."""
    assert warned(marked(text)) == ()


def test_a_number_is_only_a_bsn_when_its_checksum_fits():
    """One digit off and it is just a number."""
    assert is_bsn("111222333")
    assert not is_bsn("111222334")
    assert not is_bsn("000000000")
    assert not is_bsn("1112223334")


def test_each_warning_is_given_once():
    """In the order in which the text has them."""
    parts = marked("a@b.nl 0612345678 c@d.nl")
    assert warned(parts) == ("email", "phone")


@given(st.text(alphabet=st.sampled_from("0123456789 .-+@abAB()\n\u202e"), max_size=300))
def test_nothing_of_a_text_is_lost(text):
    """The parts together are the text, whatever it is."""
    assert "".join(part.text for part in marked(text)) == text
