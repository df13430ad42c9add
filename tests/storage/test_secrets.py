"""Sealing, finding again by a keyed hash, and replacing the secret."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.secrets import ALPHABET, Secrets, Unsealable, fingerprint, random_code, random_token

OLD = "the old secret of thirty-two characters"
NEW = "the new secret of thirty-two characters"
SECRETS = Secrets(OLD)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(words=st.text() | st.binary())
def test_sealed_and_opened(words: str | bytes) -> None:
    """What was sealed is opened as it was, and cannot be read in between."""
    sealed = SECRETS.seal(words)
    plain = words if isinstance(words, bytes) else words.encode()
    assert SECRETS.open(sealed) == plain
    assert len(plain) < 8 or plain not in sealed


@given(value=JSON)
def test_json_sealed_and_opened(value: object) -> None:
    """So are JSON values."""
    assert SECRETS.open_json(SECRETS.seal_json(value)) == value


def test_what_cannot_be_written_is_sealed_too() -> None:
    """A lone surrogate is sealed as a question mark, not refused."""
    assert SECRETS.open(SECRETS.seal("a\ud800b")) == b"a?b"


def test_sealed_twice_looks_different() -> None:
    """Nobody can see that two sealed things are the same."""
    assert SECRETS.seal("glas") != SECRETS.seal("glas")


@pytest.mark.parametrize(
    "damaged",
    [b"", b"nonsense", SECRETS.seal("x")[:-1], Secrets(NEW).seal("x")],
    ids=["empty", "nonsense", "cut off", "another secret"],
)
def test_what_cannot_be_opened(damaged: bytes) -> None:
    """Damaged, or sealed with another secret: it says so, with the way out."""
    with pytest.raises(Unsealable, match="another secret"):
        SECRETS.open(damaged)
    with pytest.raises(Unsealable):
        SECRETS.open_json(damaged)


def test_another_secret_while_the_old_one_is_kept() -> None:
    """Everything that the old secret sealed is still opened, and new things are sealed with the new one."""
    both = Secrets(f"{NEW}, {OLD}")
    assert both.open(SECRETS.seal("glas")) == b"glas"
    assert Secrets(NEW).open(both.seal("glas")) == b"glas"
    with pytest.raises(Unsealable):
        SECRETS.open(both.seal("glas"))


def test_found_again_under_the_old_secret() -> None:
    """An address that was stored under the old secret is looked for under both, the new one first."""
    both = Secrets(f"{NEW},{OLD}")
    assert both.lookup("telegram", "42") == Secrets(NEW).lookup("telegram", "42")
    assert both.lookups("telegram", "42") == [
        Secrets(NEW).lookup("telegram", "42"),
        SECRETS.lookup("telegram", "42"),
    ]
    assert SECRETS.lookups("telegram", "42") == [SECRETS.lookup("telegram", "42")]


def test_a_lookup_says_nothing() -> None:
    """Channel and address make the hash together; another of either makes another."""
    found = SECRETS.lookup("telegram", "42")
    assert len(found) == 32
    assert set(found) <= set("0123456789abcdef")
    others = [
        ("telegram", "43"),
        ("web", "42"),
        ("telegram4", "2"),
        ("", "telegram42"),
        ("telegram\x00", "42"),
    ]
    assert found not in {SECRETS.lookup(channel, address) for channel, address in others}
    assert found != SECRETS.signature("telegram", "42")
    assert found != Secrets(NEW).lookup("telegram", "42")


@given(address=st.text(st.characters(min_codepoint=0)))
def test_any_address_can_be_looked_up(address: str) -> None:
    """Whatever a messenger calls a chat."""
    assert len(SECRETS.lookup("telegram", address)) == 32
    assert len(SECRETS.lookup("telegram", address + "\ud800")) == 32


def test_signatures() -> None:
    """A signature holds for one purpose and these words, and is made with the newest secret."""
    found = SECRETS.signature("csrf", "session")
    assert found == Secrets(OLD).signature("csrf", "session")
    assert found not in {SECRETS.signature("csrf", "other"), SECRETS.signature("other", "session")}
    assert Secrets(f"{NEW},{OLD}").signature("csrf", "session") == Secrets(NEW).signature("csrf", "session")


@pytest.mark.parametrize("secret", ["", " ", ",", "short", "x" * 31, f"{OLD},short", f"{OLD},{'x' * 31}"])
def test_too_short(secret: str) -> None:
    """A secret that can be guessed is refused, also as one of several."""
    with pytest.raises(ValueError, match="at least 32 characters"):
        Secrets(secret)


@pytest.mark.parametrize("secret", ["x" * 32, f" {'x' * 32} ", f"{'x' * 32},", "é" * 16])
def test_long_enough(secret: str) -> None:
    """Thirty-two bytes will do, with space or a comma around them."""
    assert Secrets(secret).open(Secrets(secret.strip(" ,")).seal("glas")) == b"glas"


def test_fingerprint() -> None:
    """Of a token a plain hash is kept, always the same and different for each."""
    token = random_token()
    assert fingerprint(token) == fingerprint(token) != fingerprint(random_token())
    assert len(fingerprint(token)) == 64
    assert token not in fingerprint(token)


def test_random_codes() -> None:
    """Codes have the asked length, letters that are not mistaken for one another, and are not repeated."""
    codes = {random_code(12) for _ in range(200)}
    assert len(codes) == 200
    assert {len(code) for code in codes} == {12}
    assert set("".join(codes)) <= set(ALPHABET)
    assert not set(ALPHABET) & set("il1o0")
    assert len(random_token()) >= 43
