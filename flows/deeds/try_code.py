"""Somebody types the code that they got in another app."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from typing import Literal, TypeAlias

from flows.deeds.acting import Acting
from flows.deeds.offer_code import code_hash
from flows.deeds.tell_chat import tell_chat
from flows.engine.questions import Phrase
from flows.engine.talk import Action, Say, deed
from flows.linking import (
    HANDLE,
    LASTS,
    TRIES_OF_A_CHAT,
    TRIES_OF_A_CODE,
    is_forgiven,
    may_try,
    read_code,
)
from flows.wording import Wording
from storage import linking_codes
from storage.linking_codes import Standing

Outcome: TypeAlias = Literal[
    "asked", "wrong", "no-code", "expired", "used", "own", "linked", "elsewhere", "worn", "too-often"
]
"""What became of it; each has its sentence under `linking-<outcome>`."""


@dataclass(frozen=True)
class Tried:
    """`left` is how often this chat may still try; 0 when nothing is left to try."""

    outcome: Outcome
    left: int = 0


@deed("try_code")
async def try_code(acting: Acting, typed: str) -> Tried:
    """Ask the first channel, when the code is right; nothing is joined or shown by this.

    Of a code that does not stand nobody learns whether it ever did, but for who has the whole of it.
    """
    person = acting.resident
    tries, tried_at = await linking_codes.tries_of(acting.connection, person.address_id)
    if not may_try(tries, tried_at, acting.now):
        return Tried("too-often")
    tries = 0 if is_forgiven(tried_at, acting.now) else tries
    code = read_code(typed)
    if code is None:
        return Tried("no-code", TRIES_OF_A_CHAT - tries)
    await linking_codes.count_try(acting.connection, person.address_id, tries + 1, acting.now)
    outcome = await _outcome(acting, code)
    return Tried(outcome, TRIES_OF_A_CHAT - tries - 1 if outcome == "wrong" else 0)


async def _outcome(acting: Acting, code: str) -> Outcome:
    standing = await linking_codes.find(acting.connection, code[:HANDLE])
    if standing is None:
        return "wrong"
    await linking_codes.change(acting.connection, standing.handle, tries=standing.tries + 1)
    if not hmac.compare_digest(standing.code_hash, code_hash(acting.secrets, code)):
        return "wrong"
    refused = _refused(acting, standing)
    if refused is not None:
        return refused
    await _ask(acting, standing)
    return "asked"


def _refused(acting: Acting, code: Standing) -> Outcome | None:
    """Why the first channel is not asked, whoever has the whole code."""
    person = acting.resident
    if code.tries >= TRIES_OF_A_CODE:
        return "worn"
    if code.trajectory_id != person.trajectory_id:
        return "elsewhere"
    if code.address_id == person.address_id:
        return "own"
    if code.participant_id == person.participant_id:
        return "linked"
    if code.used_at is not None or code.asked_by not in (None, person.address_id):
        return "used"
    return "expired" if code.expires_at <= acting.now else None


async def _ask(acting: Acting, code: Standing) -> None:
    """Only whoever talks in the first channel can say that both are theirs."""
    person = acting.resident
    await linking_codes.change(
        acting.connection, code.handle, asked_by=person.address_id, expires_at=acting.now + LASTS
    )
    say = Say(
        "linking-confirm",
        {"channel": channel_name(acting.wording, person.channel)},
        actions=(
            Action("linking-yes", Phrase("linking-yes"), code.handle),
            Action("linking-no", Phrase("linking-no"), code.handle),
        ),
    )
    key = f"linking:{code.handle}:{code.expires_at.timestamp():.0f}:{person.address_id}"
    await tell_chat(acting, code.address_id, say, key=key)


def channel_name(wording: Wording, channel: str) -> Phrase:
    """What kind of app this is, and no more."""
    key = f"desk-channel-{channel}"
    return Phrase(key if wording.has(key) else "linking-another-app")
