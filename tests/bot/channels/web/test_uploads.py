import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.channels.channel import MediaGone
from bot.channels.web.uploads import Uploads
from storage.secrets import Secrets


@pytest.fixture
def uploads(tmp_path: Path) -> Uploads:
    return Uploads(tmp_path / "incoming", Secrets("s" * 40))


async def test_kept(uploads: Uploads) -> None:
    """What was kept comes back."""
    assert await uploads.fetch(await uploads.keep(b"a photo")) == b"a photo"


async def test_sealed(uploads: Uploads, tmp_path: Path) -> None:
    """On disk it is encrypted, and for the program's own user alone."""
    remote = await uploads.keep(b"a photo of a street")
    path = tmp_path / "incoming" / remote
    assert b"street" not in path.read_bytes()
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("remote", ["", "../secret", "x" * 43, "/etc/hostname"])
async def test_gone(uploads: Uploads, tmp_path: Path, remote: str) -> None:
    """A name that nothing was kept under is gone, also one that points elsewhere."""
    (tmp_path / "secret").write_bytes(b"not yours")
    with pytest.raises(MediaGone):
        await uploads.fetch(remote)
    await uploads.discard(remote)
    assert (tmp_path / "secret").exists()


async def test_discarded(uploads: Uploads) -> None:
    """What was discarded is gone, and may be discarded once more."""
    remote = await uploads.keep(b"a photo")
    await uploads.discard(remote)
    await uploads.discard(remote)
    with pytest.raises(MediaGone):
        await uploads.fetch(remote)


async def test_another_secret(uploads: Uploads, tmp_path: Path) -> None:
    """What was sealed with a secret that we no longer have is gone."""
    remote = await uploads.keep(b"a photo")
    with pytest.raises(MediaGone):
        await Uploads(tmp_path / "incoming", Secrets("t" * 40)).fetch(remote)


async def test_never_fetched(uploads: Uploads, tmp_path: Path) -> None:
    """What nobody fetched for days is erased, and what is younger stays."""
    now = datetime.now(UTC)
    await uploads.discard_before(now)
    old, young = await uploads.keep(b"old"), await uploads.keep(b"young")
    long_ago = (now - timedelta(days=3)).timestamp()
    os.utime(tmp_path / "incoming" / old, (long_ago, long_ago))
    await uploads.discard_before(now - timedelta(days=2))
    assert await uploads.fetch(young) == b"young"
    with pytest.raises(MediaGone):
        await uploads.fetch(old)
