"""What hearing works with, and the move it comes to."""

from __future__ import annotations

from dataclasses import dataclass, field

from flows.conversing import Conversing
from flows.deeds.acting import Acting
from flows.engine.questions import Phrase
from flows.engine.talk import Action, Ask, Say
from flows.inbound import Inbound
from flows.keywords import Keywords
from flows.payloads import Command
from flows.small_talk import SmallTalk
from flows.wording import Wording
from storage.journal import Standing, Talking

MENU = Action("menu", Phrase("action-menu"))
RESUME = Command("resume")


@dataclass(frozen=True)
class Move:
    """What to play next. `fresh` as in `advance`; `over` is the script that was open beneath.

    `silent` leaves the open question unasked; `above` says that it was asked just before, so that a long one
    is not repeated word for word; `acting` is set when the person was changed on the way.
    """

    talking: Talking
    said: tuple[Say, ...] = ()
    fresh: str | None = None
    over: Standing | None = None
    silent: bool = False
    above: bool = False
    acting: Acting | None = field(default=None)


@dataclass(frozen=True)
class Means:
    """What every event is heard with."""

    conversing: Conversing
    wording: Wording
    keywords: Keywords
    small_talk: SmallTalk


@dataclass(frozen=True)
class Scene:
    """One event of one chat, where the conversation stands, and the question that is open in it."""

    means: Means
    acting: Acting
    talking: Talking
    ask: Ask | None
    inbound: Inbound

    @property
    def agreed(self) -> bool:
        """Whether the person lets us keep what they say."""
        return self.acting.resident.consented_at is not None

    @property
    def looked_away(self) -> bool:
        """Whether something else was shown over the open question, with the way back to it."""
        return any(payload == RESUME.encode() for payload, _ in self.talking.offered)

    @property
    def changed(self) -> bool:
        """Whether another question is open than the one that was asked: the script was edited meanwhile."""
        asked = self.talking.open_question
        return self.ask is not None and bool(asked) and self.ask.name != asked
