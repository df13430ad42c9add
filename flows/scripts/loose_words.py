"""What a resident says outside any question is never lost: it is offered back."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from flows.deeds.answer_back import AskedBack, asked_back
from flows.deeds.keep_remark import keep_remark
from flows.deeds.read_trajectory import read_trajectory
from flows.engine.cleaning import shortened
from flows.engine.questions import Option, Phrase, Question
from flows.engine.readers import OneOf, Telling, Told
from flows.engine.talk import Action, Next, Talk, script
from flows.scripts.answering_back import answered, subject, which_question
from flows.scripts.idea import LEAST_IDEA
from flows.scripts.story import LEAST_STORY

WORDS = Question("words", "loose-words-ask", Telling(least=1))
AS_WHAT = Question("as-what", "loose-words-as-what", OneOf(()))
AS_WHAT_ASKED = Question("as-what", "loose-words-as-what-asked", OneOf(()))


@script("loose-words")
async def loose_words(talk: Talk) -> Next | None:
    """As an answer, a story, an idea, a question to a person, or nothing; the words are known already."""
    told = await talk.ask(WORDS)
    seen = await talk.see(read_trajectory)
    open_now = await talk.see(asked_back)
    spoken = told.kind != "text"
    ways = ("story", "remark") if spoken else ("story", "idea", "person")
    if not spoken and told.text.endswith("?"):
        ways = ("person", "story", "idea")
    possible = [way for way in ways if _may_be(way, told, seen.allows)]
    others = (Option(way, Phrase(f"loose-words-{way}")) for way in (*possible, "nothing"))
    offered = OneOf((*_as_an_answer(open_now), *others))
    words = Phrase(f"told-{told.kind}") if spoken else shortened(told.text)
    if len(open_now) == 1:
        (one,) = open_now
        ask = AS_WHAT_ASKED.offering(offered)
        chosen = await talk.ask(ask, words=words, subject=subject(one), asked=shortened(one.question))
    else:
        chosen = await talk.ask(AS_WHAT.offering(offered), words=words)
    if chosen == "answers":
        return answered(await which_question(talk, open_now), told)
    if chosen.startswith("answer-"):
        return answered(open_now[0].number, told)
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


def _may_be(way: str, told: Told, allows: Collection[str]) -> bool:
    """Whether this is offered: a story or an idea where it can be given and the words are enough."""
    if way not in ("story", "idea"):
        return True
    least = LEAST_STORY if way == "story" else LEAST_IDEA
    return way in allows and (told.kind != "text" or len(told.text) >= least)


def _as_an_answer(open_now: Sequence[AskedBack]) -> tuple[Option, ...]:
    """First comes what a moderator asked; the key of one question names it, should another come meanwhile."""
    match open_now:
        case []:
            return ()
        case [one]:
            return (Option(f"answer-{one.number}", Phrase("loose-words-answer", {"subject": subject(one)})),)
        case _:
            return (Option("answers", Phrase("loose-words-answers")),)
