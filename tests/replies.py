"""What a person gets in reply, and questions made up for a test."""

from __future__ import annotations

from typing import Any

from stage import Stage

from flows.engine.questions import Question
from flows.engine.talk import Script, Talk
from flows.inbound import Event, Wrote
from flows.rendering import Message

LANGUAGE = "Kies je taal. / Choose your language."
STORY_ASKED = "Vertel eens wat je hebt meegemaakt"
SHOW_ASKED = "Mogen anderen je verhaal lezen?"
UNREADABLE = "Dit soort bericht kan ik niet lezen."
STALE = "Die vraag is al voorbij."
UNKNOWN = "Die knop ken ik niet meer."


def labels(message: Message) -> list[str]:
    """The buttons under a message."""
    return [button.label for button in message.buttons]


async def only(stage: Stage, event: Event, message_id: str | None = None) -> Message:
    """The one message that answers an event."""
    changes = {} if message_id is None else {"message_id": message_id}
    (message,) = await stage.event(event, **changes)
    return message


async def written(stage: Stage, text: str) -> str:
    """The person writes this; returns the messenger's id of that message."""
    number = next(stage.numbers)
    await stage.event(Wrote(text), message_id=f"own-{number}")
    return f"own-{number}"


def script_asking(question: Question[Any], **arguments: str) -> Script:
    """A script "story" that asks one thing and says back what was read."""

    async def run(talk: Talk) -> None:
        given = await talk.ask(question, **arguments)
        await talk.say("loose-words-as-what", words=str(given))

    return Script("story", run)
