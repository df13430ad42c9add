"""Note a file that a resident sent; it is fetched after the turn."""

from __future__ import annotations

from sqlalchemy import insert

from flows.deeds.acting import Acting
from flows.engine.questions import Sent
from flows.engine.readers import clean
from flows.inbound import Uploaded
from storage.secrets import random_code
from storage.tables import Media


async def note_media(acting: Acting, file: Uploaded) -> Sent:
    """Keep the reference (encrypted) and give it a name of our own."""
    person = acting.resident
    key = random_code(16)
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
            size=file.size,
            seconds=file.seconds,
            tries=0,
            created_at=acting.now,
        )
    )
    return Sent(key, file.kind, file.caption, file.seconds)
