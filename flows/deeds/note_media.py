"""Note a file that a resident sent; it is fetched after the turn."""

from __future__ import annotations

from sqlalchemy import insert

from flows.deeds.acting import Acting
from flows.engine.questions import Sent
from flows.engine.readers import clean
from flows.inbound import Uploaded
from storage.secrets import random_code
from storage.tables import Media

LARGEST = 2**31 - 1
"""What a column of whole numbers holds."""

A_DAY = 24 * 3600


async def note_media(acting: Acting, file: Uploaded) -> Sent:
    """Keep the reference (encrypted) and give it a name of our own."""
    person = acting.resident
    key = random_code(16)
    # Who sends it can claim any length and size; what is true is known once it was made anew.
    seconds = file.seconds if file.seconds is not None and 0 <= file.seconds <= A_DAY else None
    await acting.connection.execute(
        insert(Media).values(
            key=key,
            participant_id=person.participant_id,
            channel=person.channel,
            kind=file.kind,
            remote=acting.secrets.seal(file.remote),
            state="noted",
            reason="",
            mime=clean(file.mime)[:40],
            size=min(max(file.size, 0), LARGEST),
            seconds=seconds,
            tries=0,
            created_at=acting.now,
        )
    )
    return Sent(key, file.kind, file.caption, seconds)
