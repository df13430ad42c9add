"""A resident reads stories of others, three at a time, and says which they recognise."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from flows.counting import VALUES
from flows.deeds.cast_vote import NotVoted, cast_vote
from flows.deeds.read_others import Others, read_others
from flows.deeds.read_story import open_reading, read_story
from flows.deeds.read_trajectory import read_trajectory
from flows.deeds.show_card import cards_left, show_card
from flows.engine.questions import Option, Phrase, Question
from flows.engine.readers import OneOf, YesNo
from flows.engine.talk import Action, Next, Talk, script
from flows.scripts.promises import MENU
from flows.scripts.reply import reply_to
from flows.scripts.showing import shown_words

AT_A_TIME: Final = 3
LONGEST: Final = 900
"""So many characters of a story; a longer one is on the public page."""

# The name of the question makes its buttons work forever, as those of ideas do.
RECOGNISE = Question(
    "vote",
    "reading-card",
    OneOf(tuple(Option(key, Phrase(f"reading-{key}")) for key in VALUES)),
    look="card",
)
MORE = Question("more", "reading-more", YesNo(Phrase("reading-more-yes"), Phrase("reading-more-no")))
STORY = Action("story", Phrase("action-story"))


@script("reading")
async def reading(talk: Talk) -> Next | None:
    """The story that was read least comes first, never one's own and never one twice."""
    seen = await talk.see(read_trajectory)
    if "reading" not in seen.allows:
        await talk.say("reading-closed", actions=(MENU,))
        return None
    stories = await talk.do(open_reading)
    if not stories.others:
        await talk.say("reading-nothing-yet", actions=(STORY, MENU))
        return None
    if not stories.began:
        await talk.say("reading-intro", stories=stories.others)
    read = await talk.see(read_others, await _three(talk))
    await _tell_others(talk, read)
    ways_on = (*(reply_to(story.number, "story") for story in read), STORY)
    if not await talk.see(cards_left, "story"):
        await talk.say("reading-none-left" if read else "reading-none-new", actions=(*ways_on, MENU))
        return None
    await talk.say("reading-ways-on", actions=ways_on)
    if await talk.ask(MORE):
        return Next("reading")
    await talk.say("reading-thanks", actions=(MENU,))
    return None


async def _three(talk: Talk) -> list[int]:
    """Show them one by one, as they are now; what was taken back meanwhile is passed over."""
    shown = []
    for place in range(AT_A_TIME):
        card = await talk.do(show_card.about(str(place)), "story")
        if card is None:
            break
        key = str(card.node_id)
        story = await talk.see(read_story, card.node_id)
        if story is None:
            continue
        words = shown_words(story.words, story.told, LONGEST)
        said = await talk.ask(RECOGNISE, about=key, number=str(story.number), words=words)
        voted = await talk.do(cast_vote.about(key), card.node_id, VALUES[said])
        if isinstance(voted, NotVoted):
            await talk.say(voted.text, number=voted.number, into=voted.into)
        shown.append(card.node_id)
    return shown


async def _tell_others(talk: Talk, read: Sequence[Others]) -> None:
    """How many others recognise it, as far as enough of them read it."""
    known = [story for story in read if story.others.enough]
    for story in known:
        await talk.say(
            "reading-others",
            number=str(story.number),
            part=story.others.agree,
            people=story.others.people,
        )
    if len(read) > len(known):
        await talk.say("reading-others-few", count=len(read) - len(known))
