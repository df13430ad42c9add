"""Going through the parts of the concept or the plan: what both scripts have in common."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flows.deeds.cast_vote import NotVoted, cast_vote
from flows.deeds.read_others import read_others
from flows.deeds.read_parts import PartSeen, lay_out_parts, read_part, read_parts
from flows.deeds.read_trajectory import read_trajectory
from flows.deeds.say_about_part import say_about_part
from flows.engine.questions import Option, Phrase, Question, TextArgument
from flows.engine.readers import OneOf, Text
from flows.engine.talk import Action, Talk
from flows.scripts.promises import MENU, MINE

VALUES = {"yes": 1, "change": -1, "pass": 0}


@dataclass(frozen=True)
class Sheet:
    """One of the two: its texts begin with `name`, `kind` is what is gone through, `remark` what is given."""

    name: str
    kind: str
    remark: str

    @property
    def judge(self) -> Question[str]:
        """What a part is met with."""
        options = tuple(Option(key, Phrase(f"{self.name}-{key}")) for key in VALUES)
        return Question("part", f"{self.name}-part", OneOf(options), look="card")

    @property
    def say(self) -> Question[str]:
        """What should be different."""
        return Question("change", f"{self.name}-change-what", Text(least=3, most=1000))


async def go_through(talk: Talk, sheet: Sheet, more: Sequence[Action] = ()) -> None:
    """First what there is and where it came from, then part by part, then what others say."""
    name = sheet.name
    seen = await talk.see(read_trajectory)
    if name not in seen.allows:
        await talk.say("turn-not-now", actions=(MENU,))
        return
    parts = await talk.see(read_parts, sheet.kind)
    if not parts:
        await talk.say(f"{name}-none", actions=(MENU,))
        return
    sources = sum(part.sources for part in parts)
    await talk.say(f"{name}-intro", parts=len(parts), sources=sources)
    laid_out = await talk.do(lay_out_parts, sheet.kind)
    given = [await _judge(talk, sheet, node_id) for node_id in laid_out]
    await _tell_others(talk, sheet, laid_out or [part.node_id for part in parts])
    if any(given):
        await talk.say(f"{name}-given", count=sum(given))
    left = len(laid_out) == len(given) and not laid_out
    actions = (*more, MINE, MENU)
    await talk.say(f"{name}-all-seen" if left else f"{name}-end", actions=actions)


async def _judge(talk: Talk, sheet: Sheet, node_id: int) -> bool:
    """Whether something was said about it; a part that was written anew meanwhile is passed over."""
    part = await talk.see(read_part, node_id)
    if part is None:
        return False
    key = str(node_id)
    chosen = await talk.ask(sheet.judge, about=key, **_about(sheet, part))
    voted = await talk.do(cast_vote.about(key), node_id, VALUES[chosen])
    if isinstance(voted, NotVoted):
        await talk.say(voted.text, number=voted.number, into=voted.into)
        return False
    if chosen != "change":
        return False
    words = await talk.ask(sheet.say, about=key, title=part.title)
    await talk.do(say_about_part.about(key), sheet.remark, node_id, words)
    return True


def _about(sheet: Sheet, part: PartSeen) -> dict[str, TextArgument]:
    return {
        "title": part.title,
        "body": part.body,
        "notes": _notes(part),
        "said": part.said.get(sheet.remark, 0),
    }


def _notes(part: PartSeen) -> TextArgument:
    """Why the municipality added it, and why it was written anew."""
    added = Phrase("part-added", {"reason": part.because}) if any(part.because.texts.values()) else None
    changed = Phrase("part-changed", {"reason": part.changed, "version": part.version})
    if part.version == 1:
        return added or ""
    return Phrase("part-both", {"added": added, "changed": changed}) if added else changed


async def _tell_others(talk: Talk, sheet: Sheet, node_ids: Sequence[int]) -> None:
    """How many others stand behind each, with how many said something, once they are enough."""
    for part in await talk.see(read_others, node_ids):
        if part.others.enough:
            title = part.words
            await talk.say(
                f"{sheet.name}-others", title=title, agree=part.others.agree, people=part.others.people
            )
