"""What a resident says outside any question is never lost: it is offered back."""

from __future__ import annotations

from flows.deeds.keep_remark import keep_remark
from flows.deeds.read_trajectory import read_trajectory
from flows.engine.cleaning import shortened
from flows.engine.questions import Option, Phrase, Question
from flows.engine.readers import OneOf, Telling
from flows.engine.talk import Action, Next, Talk, script

WORDS = Question("words", "loose-words-ask", Telling(least=1))
AS_WHAT = Question("as-what", "loose-words-as-what", OneOf(()))


@script("loose-words")
async def loose_words(talk: Talk) -> Next | None:
    """As a story, an idea, a question to a person, or nothing; the words themselves are known already."""
    told = await talk.ask(WORDS)
    seen = await talk.see(read_trajectory)
    spoken = told.kind != "text"
    ways = ("story", "remark") if spoken else ("story", "idea", "person")
    possible = [way for way in ways if way in seen.allows or way in ("person", "remark")]
    offered = OneOf(tuple(Option(way, Phrase(f"loose-words-{way}")) for way in (*possible, "nothing")))
    shown = Phrase(f"told-{told.kind}") if spoken else shortened(told.text)
    chosen = await talk.ask(AS_WHAT.offering(offered), words=shown)
    if chosen == "story":
        return Next("story", {"story": WORDS.reader.dump(told)})
    if chosen == "idea":
        return Next("idea", {"idea": told.text})
    if chosen == "person":
        return Next("person", {"wish": told.text})
    if chosen == "remark":
        await talk.do(keep_remark, told=told)
        await talk.say("remark-kept", actions=(Action("menu", Phrase("action-menu")),))
        return None
    await talk.say("loose-words-dropped", actions=(Action("menu", Phrase("action-menu")),))
    return None
