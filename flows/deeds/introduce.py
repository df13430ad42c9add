"""What a resident says about themselves when joining: language, role, consent."""

from __future__ import annotations

from flows.deeds.acting import Acting
from flows.engine.talk import deed
from storage import participants


@deed("choose_language")
async def choose_language(acting: Acting, language: str) -> None:
    """From now on we speak this language."""
    await participants.change(acting.connection, acting.resident.participant_id, language=language)


@deed("give_role")
async def give_role(acting: Acting, role: str) -> None:
    """As what this person is here: lives, uses, works, other, unsaid."""
    await participants.change(acting.connection, acting.resident.participant_id, role=role)


@deed("give_consent")
async def give_consent(acting: Acting) -> None:
    """The person agrees that we keep what they give."""
    await participants.change(
        acting.connection, acting.resident.participant_id, consented_at=acting.now, stopped_at=None
    )
