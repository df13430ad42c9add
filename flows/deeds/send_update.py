"""The desk tells how it goes: news about what people made, in every language of the trajectory."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from sqlalchemy import select
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.deeds.announce import announce
from flows.deeds.deciding import Refused
from flows.deeds.make_result import Made
from flows.deeds.read_update import ways_on
from flows.deeds.weave_result import weave_result
from flows.deeds.weaving import Source, written
from flows.engine.cleaning import shortened
from flows.engine.questions import Localized, Phrase
from flows.engine.talk import Action, Say
from storage.notices import UPDATE
from storage.tables import Trajectory

Texts = Mapping[str, str]
"""Language to words."""

TOLD: Final = 900
"""So many characters of it are told; the rest is a button away."""

REASON: Final = 300
"""So many characters of it are the reason of its links: what people upstream read in their own overview."""


async def send_update(
    acting: Acting, trajectory_id: int, title: Texts, body: Texts, about: Sequence[int], *, everyone: bool
) -> Made | Refused:
    """Lay it in with a link from each node that it is about, and tell it to everyone in one message.

    Who gave something that led to it always hears of it, others within the budget of their messages. Not to
    `everyone` means only to the first, together with their other news. About nothing it is about all.
    """
    words, more = written(title), written(body)
    for language in await _languages(acting, trajectory_id):
        if language not in words or language not in more:
            return Refused("update-language-missing", {"language": language})
    reason = {language: shortened(text, REASON) for language, text in more.items()}
    about_all = {language: acting.wording.word(language, "update-about-all") for language in words}
    made = await weave_result(
        acting,
        trajectory_id,
        "update",
        words,
        [Source(node_id, reason) for node_id in about],
        more,
        because=None if about else about_all,
    )
    if isinstance(made, Made) and everyone:
        told = _told(made, words, more)
        await announce(acting, trajectory_id, f"{UPDATE}{made.node_id}", [told])
    return made


def _told(made: Made, title: Texts, body: Texts) -> Say:
    short = {language: shortened(text, TOLD) for language, text in body.items()}
    more = Action("update", Phrase("action-update-more"), str(made.number))
    return Say(
        "update-told",
        {"title": Localized(title), "body": Localized(short)},
        look="card",
        actions=(*((more,) if short != body else ()), *ways_on(made.node_id, made.number)),
    )


async def _languages(acting: Acting, trajectory_id: int) -> Sequence[str]:
    query = select(col(Trajectory.languages)).where(col(Trajectory.id) == trajectory_id)
    languages: Sequence[str] = (await acting.connection.execute(query)).scalar_one()
    return languages
