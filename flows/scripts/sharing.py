"""What those who do something together may know of one another."""

from __future__ import annotations

from dataclasses import dataclass, replace

from flows.deeds.make_commitment import Shared
from flows.engine.questions import Answer, Misread, Option, Phrase, Question, Reading
from flows.engine.readers import OneOf, Text
from flows.engine.talk import Talk


@dataclass(frozen=True)
class FirstName(Text):
    """Reads a first name: short, on one line, and nothing that is rather a number or an address."""

    least: int = 1
    most: int = 30

    def read(self, answer: Answer, reading: Reading, chosen: str | None = None) -> str | Misread:
        """Reads words that can be a name."""
        name = super().read(answer, reading, chosen)
        if isinstance(name, Misread) and name.text == "answer-too-long":
            return Misread("sharing-no-name")
        if isinstance(name, str) and any(sign.isdigit() or sign in "@/\n" for sign in name):
            return Misread("sharing-no-name")
        return name


def _one_of(*names: str) -> OneOf:
    return OneOf(tuple(Option(name, Phrase(f"sharing-{name}")) for name in names))


NAME = Question("name", "together-name", _one_of("named", "neighbour"))
FIRST_NAME = Question("first-name", "sharing-first-name", FirstName())
SHARE = Question("share", "together-share", _one_of("reach", "meet", "nothing"))
REACH = Question("reach", "sharing-ask-reach", Text(least=3, most=120))


async def choose_name(talk: Talk, text: str) -> str:
    """A first name for others, or nothing for "a neighbour"; `text` is the text key that asks."""
    if await talk.ask(replace(NAME, text=text)) == "neighbour":
        return ""
    return await talk.ask(FIRST_NAME)


async def choose_shared(talk: Talk, name: str, text: str) -> Shared:
    """What to share beside the name, with those who do it together and nobody else."""
    share = await talk.ask(replace(SHARE, text=text))
    reach = await talk.ask(REACH) if share == "reach" else ""
    return Shared(name, share, reach)
