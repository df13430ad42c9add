"""A resident reads three stories of others, and says what they have in common."""

from __future__ import annotations

from flows.deeds.find_meaning import find_meaning
from flows.deeds.lay_side_by_side import LEAST, THREE, lay_side_by_side, read_side_by_side
from flows.deeds.read_shown import NotShown, Shown
from flows.deeds.read_trajectory import read_trajectory
from flows.engine.questions import Phrase, Question, TextArgument
from flows.engine.readers import Telling
from flows.engine.talk import Action, Talk, script
from flows.scripts.promises import MENU, MINE, promise
from flows.scripts.showing import shown_words

MEANING = Question("meaning", "meaning-ask", Telling(kinds=("text", "voice"), least=3, most=200))
AGAIN = Action("meaning", Phrase("action-meaning-again"))
STORY = Action("story", Phrase("action-story"))

LONGEST = 250
"""So many characters of a story: three of them, with the question, fit a phone without much scrolling."""


@script("meaning")
async def meaning(talk: Talk) -> None:
    """The words become candidates for the name of a theme; the desk reads them beside the stories."""
    seen = await talk.see(read_trajectory)
    laid = await talk.do(lay_side_by_side)
    stories = await talk.see(read_side_by_side, laid)
    if len(stories) < LEAST:
        await talk.say("meaning-gone" if len(laid) >= LEAST else "meaning-too-few", actions=(STORY, MENU))
        return
    laid_out: list[TextArgument] = [*map(_laid_out, stories), ""]
    first, second, third = laid_out[:THREE]
    told = await talk.ask(MEANING, count=len(stories), first=first, second=second, third=third)
    given = await talk.do(find_meaning, story_ids=[story.node_id for story in stories], told=told)
    if isinstance(given, NotShown):
        await talk.say(given.text, actions=(AGAIN, MENU))
    else:
        await promise(talk, "meaning-thanks", given, stopped=seen.stopped, actions=(AGAIN, MINE, MENU))


def _laid_out(story: Shown) -> Phrase:
    return Phrase(
        "meaning-story", {"number": str(story.number), "words": shown_words(story.words, story.told, LONGEST)}
    )
