"""What became of a promise is given back: to who joined in it, and to everyone it came from."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from flows.deeds.acting import Acting
from flows.deeds.deciding import Refused
from flows.deeds.link_nodes import Texts, link_nodes
from flows.deeds.make_result import Made, make_result
from flows.deeds.tell_members import tell_members
from flows.engine.questions import Phrase
from flows.engine.talk import Action
from flows.promising import Answer
from storage.database import insert_ignoring
from storage.promises import Stored
from storage.tables import Notice

TOLD = {
    "done": "fellow-kept",
    "later": "fellow-later",
    "release": "fellow-released",
    "lapsed": "fellow-lapsed",
}
SOMETHING_ELSE = Action("commitment", Phrase("action-commitment"))


async def give_back(acting: Acting, promise: Stored, answer: Answer, due_on: date | None = None) -> None:
    """Those who joined hear it at once; a promise that was kept is also reported to all it came from.

    `promise` is as it was before; `due_on` the new day after "later".
    """
    over = answer in ("release", "lapsed")
    told = await tell_members(
        acting,
        promise,
        TOLD[answer],
        f"promise:{promise.node_id}:{answer}:{promise.moved}",
        but=(promise.participant_id,),
        actions=(SOMETHING_ELSE,) if over else (),
        arguments={"day": due_on} if due_on else None,
    )
    if answer == "done":
        know = {*told, promise.participant_id} - {None}
        title = in_every_language(acting, "report-kept", number=str(promise.number))
        reason = in_every_language(acting, "report-kept-reason")
        await report(acting, promise, title, None, reason, know)


async def report(
    acting: Acting,
    promise: Stored,
    title: Texts,
    body: Texts | None,
    reason: Texts,
    know: Collection[int | None] = (),
) -> Made | Refused:
    """Make it news, and link the promise to it: all it came from hear of it, but for those who `know`."""
    made = await make_result(acting, promise.trajectory_id, "update", title, body, about_id=promise.node_id)
    if isinstance(made, Refused):
        return made
    linked = await link_nodes(acting, promise.node_id, made.node_id, "reported_in", reason)
    if isinstance(linked, Refused):
        return linked
    for participant_id in sorted(one for one in know if one is not None):
        await acting.connection.execute(
            insert_ignoring(acting.connection, Notice).values(
                participant_id=participant_id, link_id=linked.link_id, noted_at=acting.now, told_at=acting.now
            )
        )
    return made


def in_every_language(acting: Acting, key: str, **arguments: str) -> dict[str, str]:
    """A sentence of ours as a text that stands in the ledger."""
    return {language: acting.wording.word(language, key, arguments) for language in acting.wording.languages}
