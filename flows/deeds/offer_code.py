"""A resident asks for a code, to take part in another app as well."""

from __future__ import annotations

from flows.deeds.acting import Acting
from flows.engine.talk import deed
from flows.linking import HANDLE, KEPT, LASTS, LENGTH, read_code, shown_code
from storage import linking_codes
from storage.secrets import Secrets, random_code


@deed("offer_code")
async def offer_code(acting: Acting) -> str:
    """A code as it is to be typed; an earlier one of this person is void."""
    person = acting.resident
    await linking_codes.forget_before(acting.connection, acting.now - KEPT)
    code = await _free_code(acting)
    await linking_codes.put(
        acting.connection,
        handle=code[:HANDLE],
        code_hash=code_hash(acting.secrets, code),
        participant_id=person.participant_id,
        address_id=person.address_id,
        expires_at=acting.now + LASTS,
    )
    return shown_code(code)


def code_hash(secrets: Secrets, code: str) -> str:
    """Keyed: so short a code would be found from a plain hash."""
    return secrets.signature("linking-code", code)


async def _free_code(acting: Acting) -> str:
    """One that reads as a code, and whose beginning finds no other."""
    while True:
        code = random_code(LENGTH)
        taken = await linking_codes.find(acting.connection, code[:HANDLE], lock=False)
        if read_code(code) and taken is None:
            return code
