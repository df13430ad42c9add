"""Who is at the door: someone we know, someone who comes in, someone who still has to choose."""

from __future__ import annotations

from pathlib import Path

import pytest
from residents import joined, lay_in_another, rows, set_values
from sqlalchemy import select
from sqlmodel import col
from stage import Stage

from flows.inbound import Event, Pressed, Started, Unreadable, Uploaded, Wrote
from flows.rendering import Message
from storage.secrets import Secrets
from storage.tables import Address, Network, Node, Participant, Step, Trajectory

WHICH = "Waar wil je aan meedoen? Kies hieronder."
LANGUAGE = "Kies je taal. / Choose your language."
NOTHING_OPEN = "Er loopt nu niets waar je aan mee kunt doen. Probeer het later nog eens."


@pytest.fixture
async def two(stage: Stage, tmp_path: Path) -> Stage:
    """A stage with two trajectories under way: the park, and the square."""
    await lay_in_another(stage, tmp_path, "plein", "Een fijn plein")
    return stage


async def token(stage: Stage, slug: str = "parkrand") -> str:
    """The code of the invitation link of a trajectory's only network."""
    async with stage.acting() as acting:
        found = await acting.connection.execute(
            select(col(Network.token))
            .join(Trajectory, col(Trajectory.id) == col(Network.trajectory_id))
            .where(col(Trajectory.slug) == slug)
        )
        return found.scalar_one()


async def slugs(stage: Stage) -> list[str]:
    """Which trajectories are taken part in, in the order of joining."""
    names = {row["id"]: row["slug"] for row in await rows(stage, Trajectory)}
    return [names[row["trajectory_id"]] for row in await rows(stage, Participant)]


def texts(messages: list[Message]) -> list[str]:
    return [message.text for message in messages]


@pytest.mark.parametrize(
    "event",
    [
        Started(),
        Started("nonsense"),
        Started("<script>alert(1)</script>"),
        Wrote("hallo"),
        Wrote("1"),
        Wrote(""),
        Pressed("1x|menu|"),
        Pressed("1x|join|"),
        Pressed("1x|join|no-such-place"),
        Pressed("made up"),
        Uploaded("remote", "voice"),
        Unreadable(),
    ],
    ids=str,
)
async def test_only_one_under_way(stage: Stage, event: Event) -> None:
    """Where there is one place to go, whatever a stranger does brings them in, and nothing else happens."""
    assert texts(await stage.event(event)) == [LANGUAGE]
    assert await slugs(stage) == ["parkrand"]
    assert await rows(stage, Node) == []
    (person,) = await rows(stage, Participant)
    assert person["network_id"] is None
    assert person["consented_at"] is None


async def test_through_a_network(stage: Stage) -> None:
    """Who follows an invitation link joins through that network, once."""
    code = await token(stage)
    assert texts(await stage.event(Started(code))) == [LANGUAGE]
    assert texts(await stage.event(Started(code))) == [LANGUAGE]
    (person,) = await rows(stage, Participant)
    (network,) = await rows(stage, Network)
    assert person["network_id"] == network["id"]


async def test_through_a_link_when_nothing_is_open(stage: Stage) -> None:
    """An invitation brings someone in also before the first step opens."""
    await set_values(stage, Step, closed_at=stage.now)
    assert texts(await stage.event(Started(await token(stage)))) == [LANGUAGE]


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("english please", "What would you like"),
        ("hallo", "Waar wil je"),
        ("the bins are full", "Waar wil je"),
    ],
)
async def test_a_language_at_the_door(two: Stage, text: str, begins: str) -> None:
    """Whoever asks for a language before choosing where to go is answered in it."""
    (message,) = await two.says(text)
    assert message.text.startswith(begins)


async def test_nothing_under_way(stage: Stage) -> None:
    """Where nothing is open a stranger is told so, in one sentence, each time."""
    await set_values(stage, Step, closed_at=stage.now)
    for event in (Wrote("hallo"), Started("nonsense"), Pressed("1x|join|no-such-place")):
        (message,) = await stage.event(event)
        assert message == Message(NOTHING_OPEN)
    assert await rows(stage, Participant) == []
    assert len(await rows(stage, Address)) == 1


async def test_two_under_way(two: Stage) -> None:
    """Where there are more places to go, a stranger is asked which, by their titles."""
    (message,) = await two.says("hallo")
    assert message.text == WHICH
    assert [button.label for button in message.buttons] == ["Een schoon park", "Een fijn plein"]
    assert await rows(two, Participant) == []


@pytest.mark.parametrize(
    ("event", "slug"),
    [
        (Wrote("1"), "parkrand"),
        (Wrote("2"), "plein"),
        (Wrote(" 2 "), "plein"),
        (Wrote("Een fijn plein"), "plein"),
        (Wrote("een schoon PARK"), "parkrand"),
        (Wrote("a clean park"), "parkrand"),
        (Wrote("the park please"), "parkrand"),
        (Wrote("het park"), "parkrand"),
        (Wrote("plein"), "plein"),
        (Pressed("1x|join|plein"), "plein"),
        (Pressed("1x|join|parkrand"), "parkrand"),
    ],
    ids=str,
)
async def test_chosen(two: Stage, event: Event, slug: str) -> None:
    """One of several is chosen by its button, its number or its title in any language."""
    await two.says("hallo")
    assert texts(await two.event(event)) == [LANGUAGE]
    assert await slugs(two) == [slug]


@pytest.mark.parametrize(
    "event",
    [
        Wrote("3"),
        Wrote("0"),
        Wrote("-1"),
        Wrote("²"),
        Wrote("menu"),
        Wrote("stop"),
        Started("nonsense"),
        Pressed("1x|join|no-such-place"),
        Pressed("1x|join|"),
        Pressed("1x|forget|"),
        Pressed("1a|1|story|yes"),
    ],
    ids=str,
)
async def test_not_chosen(two: Stage, event: Event) -> None:
    """Anything else asks again, and keeps nothing but the chat itself."""
    await two.says("hallo")
    assert texts(await two.event(event)) == [WHICH]
    assert await rows(two, Participant) == []
    assert len(await rows(two, Address)) == 1


async def test_same_title(stage: Stage, tmp_path: Path) -> None:
    """Two that go by one title are both offered again, instead of guessed between."""
    await lay_in_another(stage, tmp_path, "ander-park", "Een schoon park")
    await lay_in_another(stage, tmp_path, "plein", "Een fijn plein")
    (message,) = await stage.says("een schoon park")
    assert [button.payload for button in message.buttons] == ["1x|join|parkrand", "1x|join|ander-park"]


@pytest.mark.parametrize("slug", ["parkrand", "plein"])
async def test_a_page_belongs_to_one(two: Stage, slug: str) -> None:
    """A channel that is bound to one trajectory never asks which."""
    messages = await two.event(Wrote("hallo"), trajectory=slug)
    assert texts(messages) == [LANGUAGE]
    assert await slugs(two) == [slug]


async def test_a_page_of_nothing(two: Stage) -> None:
    """A page of a trajectory that is not there leads nowhere."""
    assert texts(await two.event(Wrote("hallo"), trajectory="gone")) == [NOTHING_OPEN]


async def test_two_in_one_chat(two: Stage) -> None:
    """Each has its own conversation; a link leads to the other and back, each where it was."""
    park, square = await token(two, "parkrand"), await token(two, "plein")
    await joined(two, slug="parkrand")
    await two.says("verhaal")
    two.wait(minutes=1)
    assert texts(await two.event(Started(square))) == [LANGUAGE]
    two.wait(minutes=1)
    assert texts(await two.says("nederlands"))[0].startswith("Welkom bij “Een fijn plein”")
    two.wait(minutes=1)
    (back,) = await two.event(Started(park))
    assert back.text.startswith("Fijn dat je er weer bent.\n\nVertel eens")
    two.wait(minutes=1)
    await two.says("Er ligt glas bij de bank.")
    two.wait(minutes=1)
    assert texts(await two.event(Started(square)))[-1].startswith("Welkom bij “Een fijn plein”")
    two.wait(minutes=1)
    (again,) = await two.event(Pressed("1x|join|parkrand"))
    assert "Mogen anderen je verhaal lezen?" in again.text
    assert await slugs(two) == ["parkrand", "plein"]


async def test_someone_else_on_another_channel(stage: Stage) -> None:
    """The same address in another messenger is another person."""
    await stage.event(Wrote("hallo"), address="42")
    await stage.event(Wrote("hallo"), "words", address="42")
    assert len(await rows(stage, Participant)) == 2


@pytest.mark.parametrize(
    ("hint", "text"),
    [
        ("nl", NOTHING_OPEN),
        ("en", "There is nothing to take part in right now. Please try again later."),
        ("tr", NOTHING_OPEN),
        ("", NOTHING_OPEN),
    ],
)
async def test_spoken_to_at_the_door(stage: Stage, hint: str, text: str) -> None:
    """A stranger is answered in the language of their messenger, else in the first."""
    await set_values(stage, Step, closed_at=stage.now)
    (message,) = await stage.event(Wrote("hallo"), language=hint)
    assert message.text == text
    assert message.language == (hint if hint == "en" else "nl")


async def test_after_the_secret_was_replaced(chat: Stage) -> None:
    """Whoever was known under the old secret is the same person under the new one."""
    code = await token(chat)
    chat.secrets = Secrets("n" * 40 + ",a secret of at least thirty-two characters")
    for event in (Wrote("menu"), Started(code), Pressed("1x|join|parkrand")):
        chat.wait(minutes=1)
        (message, *_) = await chat.event(event)
        assert "Wat wil je doen?" in message.text
    assert len(await rows(chat, Participant)) == 1
    assert len(await rows(chat, Address)) == 1


async def test_many_digits(two: Stage) -> None:
    """A very long number is no place to go."""
    assert texts(await two.says("9" * 5000)) == [WHICH]


async def test_only_one_language(stage: Stage, tmp_path: Path) -> None:
    """Where there is nothing to choose, the language is not asked, and the messenger's does not count."""
    await lay_in_another(stage, tmp_path, languages='["nl"]')
    messages = await stage.event(Wrote("hello"), trajectory="plein", language="en")
    assert texts(messages)[0].startswith("Welkom bij “plein”.")


async def test_spoken_to_before_choosing(stage: Stage) -> None:
    """Until a language is chosen, the messenger's own counts; then only what was chosen."""
    await stage.event(Wrote("hello"), language="en")
    (stopped,) = await stage.event(Wrote("stop"), language="en")
    assert stopped.text.startswith("All right")
    await stage.event(Wrote("hello"), language="en")
    await stage.event(Wrote("nederlands"), language="en")
    (message,) = await stage.event(Wrote("blue"), language="en")
    assert message.text.startswith("Dat begrijp ik niet.")
