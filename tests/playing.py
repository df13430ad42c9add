"""Plays a transcript: what a person and the desk do is taken from it, what the bot says is given back."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, cast

from contributions import given
from crowd import camps, chose, crowd, group
from residents import joined
from sqlalchemy import select, update
from sqlmodel import col
from stage import Stage

from flows.deeds.ask_back import ask_back
from flows.deeds.call_meeting import NewMeeting, call_meeting, call_off
from flows.deeds.close_step import close_step
from flows.deeds.count_votes import count_votes
from flows.deeds.deciding import Refused
from flows.deeds.decline import decline
from flows.deeds.link_nodes import link_nodes
from flows.deeds.make_municipal_commitment import make_municipal_commitment
from flows.deeds.make_network import make_network
from flows.deeds.make_result import make_result
from flows.deeds.name_group import name_group
from flows.deeds.note_progress import Outcome, note_progress
from flows.deeds.open_step import open_step
from flows.deeds.publish import publish
from flows.deeds.read_groups import read_groups
from flows.deeds.revise_result import revise_result
from flows.deeds.send_update import send_update
from flows.deeds.undo_decision import undo_decision
from flows.deeds.weaving import Source
from flows.inbound import Edited, Event, Pressed, Started, Uploaded, Wrote
from flows.rendering import Message
from flows.ticking import PAGED
from storage.tables import Meeting, Network, Node, Step


@dataclass
class Play:
    """One transcript on one fresh database."""

    url: str
    channel: str = "buttons"
    stage: Stage = field(init=False)
    unsteady: Unsteady = field(default_factory=lambda: Unsteady())

    async def perform(self, lines: list[str]) -> AsyncIterator[str]:
        """The transcript as it really goes: comments, acts and blank lines kept, the bot's lines afresh."""
        self.stage = Stage(self.url)
        await self.stage.set_up()
        for line in lines:
            if line.startswith("#"):
                yield line
            elif line.startswith(("@ channel ", "@ as ")):
                self._turn_to(*line.split()[1:])
                yield ""
                yield line
            elif line.startswith((">", "@")):
                yield ""
                yield line
                for address, message in await self._act(line):
                    if address != self.stage.address(self.channel):
                        yield f"→ {address.removesuffix(f' on {self.channel}')}"
                    for shown in shown_lines(message):
                        yield self.unsteady.hide(self.stage.who_at(address), shown)

    def _turn_to(self, act: str, name: str) -> None:
        """From here on on this channel, or as this person."""
        if act == "channel":
            self.channel = name
        else:
            self.stage.turn_to(name)

    async def _act(self, line: str) -> list[tuple[str, Message]]:
        kind, words = line[0], line[1:].strip()
        if kind == ">":
            await self._person(self.unsteady.put_in(words))
            return await self.stage.deliver()
        name, _, rest = words.partition(" ")
        acts: dict[str, Callable[[str], Awaitable[None]]] = {
            "publish": self._publish,
            "decline": self._decline,
            "ask_back": self._ask_back,
            "undo": self._undo,
            "told": self._told,
            "news": self._news,
            "link": self._follow,
            "link_of": self._follow_own,
            "nothing_open": self._nothing_open,
            "network": self._make_network,
            "joined": self._joined,
            "commit": self._commit,
            "progress": self._progress,
            "edit": self._edit,
            "open": self._open,
            "close": self._close,
            "result": self._result,
            "crowd": self._crowd,
            "camps": self._camps,
            "name": self._name,
            "chose": self._chose,
            "thread": self._thread,
            "revise": self._revise,
            "meeting": self._meeting,
            "call_off": self._call_off,
            "tick": self._tick,
            "wait": self._wait,
        }
        await acts[name](rest)
        return await self.stage.deliver()

    async def _person(self, words: str) -> None:
        pressed = re.fullmatch(r"\[(.+?)\](?: \((.+)\))?", words)
        event: Event = Wrote(words)
        if pressed:
            event = Pressed(self.stage.button(pressed[1], pressed[2] or "").payload)
        elif words == "(spraak)":
            event = Uploaded("remote-voice", "voice", "audio/ogg", 9_000, seconds=12)
        elif words == "(deurcode)":
            event = Wrote(await self._newest(Meeting.door_code))
        elif words == "(foto)":
            event = Uploaded("remote-photo", "photo", "image/jpeg", 90_000)
        await self._hear(event)

    async def _hear(self, event: Event, **changes: str) -> None:
        await self.stage.hear(self.stage.inbound(event, self.channel, **changes))

    async def _told(self, rest: str) -> None:
        """`told nl Words`: a story of somebody who is not here, read and shown."""
        language, _, words = rest.partition(" ")
        await given(self.stage, language=language, text=words)

    async def _news(self, rest: str) -> None:
        """`news everyone 2,3 Titel | Tekst / Title | Text`: about these numbers, or - for all of it.

        `upstream` instead of everyone: only those whose words led to it hear of it.
        """
        who, about, words = rest.split(" ", 2)
        numbers = [] if about == "-" else about.split(",")
        node_ids = [await self.stage.node_id(int(number)) for number in numbers]
        both = [
            {code: text.split(" | ")[place] for code, text in _in_languages(words).items()}
            for place in (0, 1)
        ]
        async with self.stage.acting() as acting:
            of = self.stage.trajectory_id
            made = await send_update(acting, of, both[0], both[1], node_ids, everyone=who == "everyone")
            assert not isinstance(made, Refused), made

    async def _follow(self, code: str) -> None:
        async with self.stage.acting() as acting:
            found = await acting.connection.execute(
                select(col(Network.token)).where(col(Network.code) == code)
            )
            token = found.scalar_one()
        await self._hear(Started(token))

    async def _follow_own(self, who: str) -> None:
        """`link_of someone`: the link that this person was last given to send on."""
        await self._hear(Started(self.unsteady.tokens[who]))

    async def _nothing_open(self, _rest: str) -> None:
        """The trajectory as it is before its first step."""
        async with self.stage.acting() as acting:
            await acting.connection.execute(update(Step).values(opened_at=None, closed_at=None))

    async def _make_network(self, rest: str) -> None:
        """`network 3 sport De club / The club`: the desk makes a network of what number 3 named."""
        number, kind, name = rest.split(" ", 2)
        node_id = await self.stage.node_id(int(number))
        async with self.stage.acting() as acting:
            names = _in_languages(name)
            made = await make_network(acting, self.stage.trajectory_id, names, kind, node_id=node_id)
            assert not isinstance(made, Refused), made

    async def _joined(self, language: str) -> None:
        """`joined nl`: whoever talks went through the welcome before, in this language."""
        await joined(self.stage, self.channel, self.stage.address(self.channel), language or "nl")

    async def _commit(self, rest: str) -> None:
        """`commit 1 2027-03-01 Titel / Title`: the municipality promises something for part 1 of the plan.

        The reason can stand after a bar: `| reden / reason`.
        """
        part, day, words = rest.split(" ", 2)
        title, _, reason = words.partition(" | ")
        titles, reasons = _in_languages(title), _in_languages(reason or title)
        part_id = await self.stage.node_id(int(part))
        async with self.stage.acting() as acting:
            due_on = date.fromisoformat(day)
            made = await make_municipal_commitment(acting, part_id, titles, reasons, due_on)
            assert not isinstance(made, Refused), made

    async def _progress(self, rest: str) -> None:
        """`progress 2 done words`, `progress 2 broken words`, `progress 2 later 2027-05-01 words`."""
        number, outcome, words = rest.split(" ", 2)
        day = None
        if outcome == "later":
            told, _, words = words.partition(" ")
            day = date.fromisoformat(told)
        node_id = await self.stage.node_id(int(number))
        async with self.stage.acting() as acting:
            noted = await note_progress(acting, node_id, cast(Outcome, outcome), _in_languages(words), day)
            assert not isinstance(noted, Refused), noted

    async def _edit(self, rest: str) -> None:
        """`edit 2 words`: the person changes their second-last message of words."""
        back, _, words = rest.partition(" ")
        number = next(self.stage.numbers)
        await self._hear(Edited(words), message_id=f"m{number - int(back)}")

    async def _meeting(self, rest: str) -> None:
        """`meeting open 3 Titel / Title`: in so many days, at the park house, for two hours."""
        kind, days, title = rest.split(" ", 2)
        starts_at = self.stage.now + timedelta(days=float(days))
        place = {"nl": "Het parkhuis", "en": "The park house"}
        access = {"nl": "Er is een lift.", "en": "There is a lift."}
        ends_at = starts_at + timedelta(hours=2)
        new = NewMeeting(kind, _in_languages(title), place, starts_at, ends_at, access)
        async with self.stage.acting() as acting:
            assert not isinstance(await call_meeting(acting, self.stage.trajectory_id, new), Refused)

    async def _call_off(self, _rest: str) -> None:
        meeting_id = await self._newest(Meeting.id)
        async with self.stage.acting() as acting:
            assert not isinstance(await call_off(acting, meeting_id), Refused)

    async def _newest(self, column: Any) -> Any:
        """Something of the last meeting that was called."""
        async with self.stage.acting() as acting:
            found = await acting.connection.execute(select(column).order_by(col(Meeting.id).desc()).limit(1))
            return found.scalar_one()

    async def _publish(self, rest: str) -> None:
        number, _, sentence = rest.partition(" ")
        node_id = await self.stage.node_id(int(number))
        async with self.stage.acting() as acting:
            assert not isinstance(await publish(acting, node_id=node_id, sentence=sentence), Refused)

    async def _decline(self, rest: str) -> None:
        number, reason, *sentence = rest.split(" ", 2)
        node_id = await self.stage.node_id(int(number))
        async with self.stage.acting() as acting:
            words = sentence[0] if sentence else ""
            done = await decline(acting, node_id=node_id, reason=reason, sentence=words)
            assert not isinstance(done, Refused)

    async def _ask_back(self, rest: str) -> None:
        number, _, sentence = rest.partition(" ")
        node_id = await self.stage.node_id(int(number))
        async with self.stage.acting() as acting:
            assert not isinstance(await ask_back(acting, node_id=node_id, sentence=sentence), Refused)

    async def _undo(self, rest: str) -> None:
        node_id = await self.stage.node_id(int(rest))
        async with self.stage.acting() as acting:
            assert not isinstance(await undo_decision(acting, node_id=node_id), Refused)

    async def _open(self, code: str) -> None:
        async with self.stage.acting() as acting:
            done = await open_step(acting, self.stage.trajectory_id, code)
            assert not isinstance(done, Refused), done

    async def _close(self, rest: str) -> None:
        """`close choose reason`: with a reason also where something waits."""
        code, _, reason = rest.partition(" ")
        async with self.stage.acting() as acting:
            done = await close_step(acting, self.stage.trajectory_id, code, reason)
            assert not isinstance(done, Refused), done

    async def _result(self, rest: str) -> None:
        """`result theme about 3 Titel | Meer erover / Title | More of it`: the languages parted by " / "."""
        kind, _, title = rest.partition(" ")
        about = re.match(r"about (\d+) ", title)
        about_id = await self.stage.node_id(int(about[1])) if about else None
        async with self.stage.acting() as acting:
            words = _in_languages(title.removeprefix(about[0] if about else ""))
            titles = {code: text.partition(" | ")[0] for code, text in words.items()}
            bodies = {code: text.partition(" | ")[2] for code, text in words.items()}
            made = await make_result(
                acting, self.stage.trajectory_id, kind, titles, bodies, about_id=about_id
            )
            assert not isinstance(made, Refused), made

    async def _crowd(self, rest: str) -> None:
        """`crowd 1 14 5 2 works`: of people in this role so many agree with number 1, disagree, and pass."""
        number, agree, disagree, passed, *role = rest.split()
        node_id = await self.stage.node_id(int(number))
        await crowd(self.stage, node_id, int(agree), int(disagree), int(passed), *role)

    async def _camps(self, rest: str) -> None:
        """`camps 15 12`: so many people voted on all ideas, a camp to each number, and groups are found."""
        async with self.stage.acting() as acting:
            ideas = await acting.connection.execute(
                select(col(Node.id)).where(col(Node.kind) == "idea").order_by(col(Node.id))
            )
            node_ids = ideas.scalars().all()
        await camps(self.stage, node_ids, *(int(size) for size in rest.split()))
        assert await group(self.stage)

    async def _name(self, rest: str) -> None:
        """`name A Wandelaars / Walkers`: a moderator names this group."""
        letter, _, name = rest.partition(" ")
        async with self.stage.acting() as acting:
            kept = await read_groups(acting.connection, self.stage.trajectory_id)
            assert kept is not None
            assert kept.groups is not None
            (key,) = [one.key for one in kept.groups.groups if one.letter == letter]
            named = await name_group(acting, self.stage.trajectory_id, key, _in_languages(name))
            assert not isinstance(named, Refused), named

    async def _chose(self, rest: str) -> None:
        """`chose 4 6,5`: so many people put number 6 first and then number 5."""
        many, order = rest.split()
        node_ids = [await self.stage.node_id(int(number)) for number in order.split(",")]
        await chose(self.stage, int(many), node_ids)

    async def _thread(self, rest: str) -> None:
        """`thread 1 3 belongs_to reden / reason`; `-` for the target where something is not used."""
        source, target, relation, reason = rest.split(" ", 3)
        source_id = await self.stage.node_id(int(source))
        target_id = None if target == "-" else await self.stage.node_id(int(target))
        async with self.stage.acting() as acting:
            linked = await link_nodes(acting, source_id, target_id, relation, _in_languages(reason))
            assert not isinstance(linked, Refused), linked

    async def _revise(self, rest: str) -> None:
        """`revise 2 3 Titel / Title | reden / reason`: number 2 written anew, with number 3 taken into it."""
        number, taken, words = rest.split(" ", 2)
        title, _, reason = words.partition(" | ")
        sources = (
            [] if taken == "-" else [Source(await self.stage.node_id(int(taken)), _in_languages(reason))]
        )
        node_id = await self.stage.node_id(int(number))
        async with self.stage.acting() as acting:
            of, words_of = self.stage.trajectory_id, _in_languages
            made = await revise_result(acting, of, node_id, words_of(title), {}, words_of(reason), sources)
            assert not isinstance(made, Refused), made

    async def _tick(self, _rest: str) -> None:
        for deed in (*(paged.deed for paged in PAGED), count_votes):
            handled = True
            while handled:
                async with self.stage.acting() as acting:
                    handled = bool(await deed(acting))

    async def _wait(self, rest: str) -> None:
        amount, unit = rest.split()
        self.stage.wait(**{unit: float(amount)})


@dataclass
class Unsteady:
    """What is random in what the bot says: remembered by who got it, and shown as dots."""

    tokens: dict[str, str] = field(default_factory=dict)
    code: str = ""

    def hide(self, who: str, line: str) -> str:
        """The line as it is written down."""
        if found := re.search(r"(?:start=|/c/)([a-z0-9-]+)”?$", line):
            self.tokens[who] = found[1]
            line = re.sub(r"(-)[a-z2-9]{6,8}(”?)$", r"\1…\2", line)
        if found := re.fullmatch(r"(?:koppel|link) ([A-Z2-9]{4}-[A-Z2-9]{4})", line):
            self.code = found[1]
        return self.take_out(line)

    def put_in(self, line: str) -> str:
        """What a person really types where the code that was shown last is written as CODE."""
        return line.replace("CODE", self.code) if self.code else line

    def take_out(self, line: str) -> str:
        """The same line as it is written down."""
        return line.replace(self.code, "CODE") if self.code else line


def _in_languages(words: str) -> dict[str, str]:
    """Dutch and English; the one where there is only one."""
    dutch, _, english = words.partition(" / ")
    return {"nl": dutch, "en": english or dutch}


def shown_lines(message: Message) -> Iterator[str]:
    """A message as a municipality can read it."""
    yield from message.text.splitlines()
    for dot in message.dots:
        yield f"{'●' if dot.reached else '○'} {dot.text}"
        if dot.quote:
            yield from f"   “{dot.quote}”".splitlines()
    if message.document:
        yield f"({message.document.name})"
    if message.buttons:
        yield " ".join(f"[{button.label}]" for button in message.buttons)
