import io
from pathlib import Path

import pytest
from rich.console import Console

from bot.channels.channel import MediaGone, MediaTooLarge, Received, Sent
from bot.channels.terminal import Terminal
from flows.inbound import Event, Inbound, Started, Uploaded, Wrote
from flows.rendering import Button, Message, degrade
from flows.wording import Wording

WORDING = Wording()


class Talk:
    """One conversation: what was typed, what came in, what was shown."""

    def __init__(self, typed: str, width: int = 60) -> None:
        self.output = io.StringIO()
        console = Console(file=self.output, width=width, force_terminal=False)
        self.terminal = Terminal(console, io.StringIO(typed), "wijkteam-oost", wording=WORDING)
        self.received: list[Inbound] = []
        self.outcomes: list[Received] = []

    async def receive(self, inbound: Inbound) -> Received:
        self.received.append(inbound)
        if self.outcomes:
            return self.outcomes.pop(0)
        if isinstance(inbound.event, Wrote):
            await self.terminal.send(inbound.address, Message(f"Je zei: {inbound.event.text}"), "turn:1")
        return "handled"

    async def held(self) -> str:
        await self.terminal.open(self.receive)
        await self.terminal.talk()
        return self.output.getvalue()

    def events(self) -> list[Event]:
        return [inbound.event for inbound in self.received]


async def test_talk() -> None:
    """Lines go in one by one after a start, answers come out, and the end of the lines is the end."""
    talk = Talk("Dag\n\n  2  \n")
    shown = await talk.held()
    assert talk.events() == [Started(""), Wrote("Dag"), Wrote("2")]
    assert "  Je zei: Dag\n" in shown
    assert "> Dag\n" in shown


async def test_inbound() -> None:
    """Each line is an event of its own, in order, of one trajectory."""
    talk = Talk("een\ntwee\n")
    await talk.held()
    assert len({inbound.event_id for inbound in talk.received}) == 3
    orders = [inbound.order for inbound in talk.received]
    assert orders == sorted(set(orders))
    assert {(i.channel, i.address, i.trajectory) for i in talk.received} == {
        ("terminal", "terminal", "wijkteam-oost")
    }


async def test_quit() -> None:
    """/quit ends it, whatever stands behind."""
    talk = Talk("Dag\n/quit\nnog iets\n")
    await talk.held()
    assert talk.events() == [Started(""), Wrote("Dag")]


async def test_wrapped() -> None:
    """A long message is wrapped between words, each line a little in, and nothing in it is markup."""
    talk = Talk("", width=40)
    text = "Vijf [bold]ideeën[/bold] van buurtgenoten, elk in een zin of twee. :smile:\n\nEén tik per idee."
    assert await talk.terminal.send("terminal", Message(text), "turn:1") == Sent()
    lines = talk.output.getvalue().splitlines()
    assert all(len(line) <= 40 for line in lines)
    assert all(line.startswith("  ") for line in lines if line.strip())
    assert " ".join(" ".join(lines).split()) == " ".join(text.split())


async def test_numbers() -> None:
    """Buttons become numbers, because a terminal has none."""
    message = Message("Mag het?", (Button("Ja", "1a|1|q|yes"), Button("Nee", "1a|1|q|no")))
    (degraded,) = degrade(message, Terminal.capabilities)
    assert degraded.text == "Mag het?\n\n1. Ja\n2. Nee"
    assert degraded.buttons == ()


async def test_files(tmp_path: Path) -> None:
    """A photo and a recording go in by their path, and can be fetched."""
    photo, voice = tmp_path / "een straat.jpg", tmp_path / "stem.ogg"
    photo.write_bytes(b"photo")
    voice.write_bytes(b"voice")
    talk = Talk(f"/photo {photo}\n/voice {voice}\n")
    await talk.held()
    assert talk.events()[1:] == [
        Uploaded(str(photo), "photo", "image/jpeg", 5),
        Uploaded(str(voice), "voice", "audio/ogg", 5),
    ]
    assert await talk.terminal.fetch(str(photo)) == b"photo"


@pytest.mark.parametrize("line", ["/photo", "/photo /no/such.jpg", "/voice ."])
async def test_no_file(line: str) -> None:
    """A path that is no file is said, and nothing goes in."""
    talk = Talk(f"{line}\n")
    shown = await talk.held()
    assert talk.events() == [Started("")]
    assert "kunnen we niet lezen" in shown


async def test_fetch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that went is gone, and one that is too large is not read."""
    talk = Talk("")
    with pytest.raises(MediaGone):
        await talk.terminal.fetch(str(tmp_path / "gone"))
    large = tmp_path / "large"
    with large.open("wb") as file:
        file.truncate(talk.terminal.capabilities.upload + 1)
    with pytest.raises(MediaTooLarge):
        await talk.terminal.fetch(str(large))


async def test_again() -> None:
    """What cannot be taken is handed over again as the same event, and then said."""
    talk = Talk("Dag\n")
    talk.outcomes = ["handled", "again", "again", "again"]
    shown = await talk.held()
    assert len({inbound.event_id for inbound in talk.received[1:]}) == 1
    assert len(talk.received) == 4
    assert "Typ het nog eens" in shown


async def test_closed() -> None:
    """After it was closed no more lines are taken."""
    talk = Talk("een\ntwee\n")
    await talk.terminal.close()
    await talk.terminal.talk()
    assert talk.received == []
    assert talk.terminal.link("code") == ""


async def test_odd_bytes() -> None:
    """A line that is no UTF-8 is read with a sign for what cannot be read."""
    talk = Talk("")
    typed = io.TextIOWrapper(io.BytesIO(b"caf\xe9\n"), encoding="utf-8")
    terminal = Terminal(Console(file=io.StringIO()), typed, wording=WORDING)
    await terminal.open(talk.receive)
    await terminal.talk()
    assert talk.events()[-1] == Wrote("caf\ufffd")
