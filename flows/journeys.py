"""What became of things, in words: the journey of a contribution, and news for whoever gave it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

from flows.engine.questions import Localized, Phrase, TextArgument
from flows.engine.talk import Stage
from flows.ledger import LEADS_ON, READ_BY_OTHERS, State

MOST_STAGES: Final = 9
"""What happened to one contribution, at the most: it has to fit a small screen."""


@dataclass(frozen=True)
class Thing:
    """Something in the ledger; `words` (by language) are empty where they may not be read."""

    kind: str
    number: int
    words: Mapping[str, str] = field(default_factory=dict)

    @property
    def name(self) -> Phrase:
        """What kind of thing it is, with its words or else its number."""
        kind = Phrase(f"kind-{self.kind}")
        if any(self.words.values()):
            return Phrase("thing-titled", {"kind": kind, "title": Localized(self.words)})
        return Phrase("thing-numbered", {"kind": kind, "number": str(self.number)})


@dataclass(frozen=True)
class Decided:
    """A decision that stands: publish, decline or ask_back, with the sentence that went with it."""

    act: str
    sentence: str
    at: datetime


@dataclass(frozen=True)
class Linked:
    """One link onwards: to a target, or to nothing, with the reason by language.

    `source` is what it goes on from when that is not the contribution at hand, but something that came of it.
    """

    relation: str
    reason: Mapping[str, str]
    at: datetime
    target: Thing | None = None
    source: Thing | None = None


@dataclass(frozen=True)
class Settled:
    """A promise that came of it, or that it was itself, and how that ended: kept, broken, ..."""

    thing: Thing
    state: str
    at: datetime


@dataclass(frozen=True)
class Replied:
    """A reply that may be read: its words by language (none where it was spoken), and since when."""

    words: Mapping[str, str]
    at: datetime


@dataclass(frozen=True)
class Contribution:
    """What the ledger knows of one contribution; its days are those where its author lives.

    Of `links` the newest stands first: some are laid in one deed, at one moment.
    `withdrawn_at` is when its author took it back, or, where it is `refused`, when the file that was all of
    it could not be used. `recognised` of `read_by` others recognise a story; 0 of 0 where too few read it to
    say.
    """

    kind: str
    number: int
    state: State
    may_show: bool
    created_at: datetime
    given_on: date
    answered_by: date | None
    decisions: Sequence[Decided] = ()
    links: Sequence[Linked] = ()
    additions: Sequence[datetime] = ()
    settled: Sequence[Settled] = ()
    replies: Sequence[Replied] = ()
    recognised: int = 0
    read_by: int = 0
    withdrawn_at: datetime | None = None
    refused: bool = False


@dataclass(frozen=True)
class News:
    """One link for one person. `source` is what it goes on from.

    `yours` is what they gave, the source itself or what led to it; without it they voted on the source.
    `together`: it was said at a meeting where they were.
    """

    link: Linked
    source: Thing
    yours: Thing | None = None
    together: bool = False


def journey(contribution: Contribution) -> tuple[Stage, ...]:
    """The dots of its journey: given, read, used (or not, because), near and far, and what comes next."""
    given: dict[str, TextArgument] = {
        "kind": Phrase(f"kind-{contribution.kind}"),
        "number": str(contribution.number),
        "day": contribution.given_on,
    }
    happened: list[tuple[datetime, Linked | Stage]] = [
        (decision.at, _decided(decision, contribution)) for decision in contribution.decisions
    ]
    happened += [(at, Stage(Phrase("journey-added"))) for at in contribution.additions]
    happened += [(link.at, link) for link in reversed(contribution.links)]
    happened += [(promise.at, _settled(promise)) for promise in contribution.settled]
    happened += [(reply.at, _replied(reply)) for reply in contribution.replies]
    if contribution.withdrawn_at is not None:
        over = "journey-refused" if contribution.refused else "journey-withdrawn"
        happened.append((contribution.withdrawn_at, Stage(Phrase(over))))
    in_order = [event for _, event in sorted(happened, key=lambda pair: pair[0])]
    return (
        Stage(Phrase("journey-given", given)),
        *_newest(in_order),
        *_recognised(contribution),
        *_ahead(contribution),
    )


def _replied(reply: Replied) -> Stage:
    spoken = not any(reply.words.values())
    return Stage(Phrase("journey-replied-aloud" if spoken else "journey-replied"), Localized(reply.words))


def _recognised(contribution: Contribution) -> list[Stage]:
    if not contribution.read_by:
        return []
    counts: dict[str, TextArgument] = {"part": contribution.recognised, "people": contribution.read_by}
    return [Stage(Phrase("journey-recognised", counts))]


def in_the_news(news: Sequence[News]) -> tuple[Stage, ...]:
    """A line for each link, with its reason."""
    return tuple(Stage(_headline(item), Localized(item.link.reason)) for item in news)


def _newest(events: Sequence[Linked | Stage]) -> tuple[Stage, ...]:
    """All of them, or the newest with a line that says how many came before."""
    left_out = len(events) - MOST_STAGES
    if left_out <= 1:
        return tuple(_lines(events))
    return (Stage(Phrase("journey-before", {"count": left_out})), *_lines(events[left_out:]))


def _lines(events: Sequence[Linked | Stage]) -> Iterator[Stage]:
    """What goes on from the thing that the line above ends with does not name it again."""
    above: Thing | None = None
    for event in events:
        yield _linked(event, above) if isinstance(event, Linked) else event
        above = event.target if isinstance(event, Linked) else None


def _decided(decision: Decided, contribution: Contribution) -> Stage:
    shown = "shown" if contribution.may_show and contribution.kind in READ_BY_OTHERS else "read"
    if contribution.state == "withdrawn":
        shown = "then"
    key = f"journey-publish-{shown}" if decision.act == "publish" else f"journey-{decision.act}"
    return Stage(Phrase(key.replace("_", "-")), decision.sentence)


def _linked(link: Linked, above: Thing | None) -> Stage:
    goes_on = link.source is not None and link.source == above
    if link.source is not None and not (goes_on and link.relation == "reported_in"):
        source = Phrase("thing-above") if goes_on else link.source.name
        text = Phrase("journey-onward", {"onward": _onward(link, source)})
    else:
        text = Phrase(f"journey-{link.relation}".replace("_", "-"), _towards(link))
    return Stage(text, Localized(link.reason))


def _settled(promise: Settled) -> Stage:
    return Stage(Phrase(f"settled-{promise.state}".replace("_", "-"), {"thing": promise.thing.name}))


def _headline(news: News) -> Phrase:
    onward = _onward(news.link, news.source.name)
    if news.yours is None:
        return Phrase("news-voted", {"onward": onward})
    yours = Phrase(
        "news-together" if news.together else "mine-title",
        {"kind": Phrase(f"kind-{news.yours.kind}"), "number": str(news.yours.number)},
    )
    if news.yours.number == news.source.number:
        return _onward(news.link, yours)
    return Phrase("news-further", {"yours": yours, "onward": onward})


def _onward(link: Linked, source: Phrase) -> Phrase:
    return Phrase(f"onward-{link.relation}".replace("_", "-"), {"source": source, **_towards(link)})


def _towards(link: Linked) -> dict[str, TextArgument]:
    return {"thing": link.target.name, "to": link.target.kind} if link.target else {}


def _ahead(contribution: Contribution) -> list[Stage]:
    match contribution.state:
        case "waiting" if contribution.answered_by:
            ahead = Phrase("journey-waiting", {"day": contribution.answered_by})
            return [Stage(ahead, reached=False)]
        case "asked_back":
            return [Stage(Phrase("journey-your-turn"), reached=False)]
        # A reply was heard by whom it was for, and need not lead to anything.
        case "published" if not contribution.links and contribution.kind in LEADS_ON - {"reply"}:
            if contribution.settled:
                return []
            promised = contribution.kind == "commitment"
            return [Stage(Phrase("journey-next-promise" if promised else "journey-next"), reached=False)]
        case _:
            return []
