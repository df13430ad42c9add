"""Voice messages and photos."""

import pytest


async def test_a_known_type_is_shown_in_the_page(world):
    """With a name of our own, and never kept by anything between."""
    await world.sign_in()
    world.media["voice1"] = (b"sound", "audio/ogg; codecs=opus")
    got = await world.client.get("/desk/media/voice1")
    assert got.content == b"sound"
    assert got.headers["content-type"] == "audio/ogg"
    assert got.headers["content-disposition"] == 'inline; filename="voice1.ogg"'
    assert got.headers["x-content-type-options"] == "nosniff"
    assert got.headers["cache-control"] == "private, no-store"
    assert "sandbox" in got.headers["content-security-policy"]


@pytest.mark.parametrize("mime", ["text/html", "image/svg+xml", "application/pdf", "", "nonsense"])
async def test_any_other_type_is_only_saved(world, mime):
    """A page or a script that came in as a file is never run."""
    await world.sign_in()
    world.media["x"] = (b"<script>", mime)
    got = await world.client.get("/desk/media/x")
    assert got.headers["content-type"] == "application/octet-stream"
    assert got.headers["content-disposition"].startswith("attachment")


@pytest.mark.parametrize("key", ["gone", "%2e%2e%2fx", "a" * 25, "%00", "a.b"])
async def test_what_is_not_there_is_a_page(world, key):
    """Whatever is asked for."""
    await world.sign_in()
    assert (await world.client.get(f"/desk/media/{key}")).status_code == 404


async def test_a_player_can_ask_for_a_part(world):
    """First bytes, last bytes, and a part that is not there."""
    await world.sign_in()
    world.media["v"] = (b"0123456789", "audio/ogg")

    async def part(asked: str) -> tuple[int, bytes, str]:
        got = await world.client.get("/desk/media/v", headers={"Range": asked})
        return got.status_code, got.content, got.headers.get("content-range", "")

    assert await part("bytes=0-3") == (206, b"0123", "bytes 0-3/10")
    assert await part("bytes=7-") == (206, b"789", "bytes 7-9/10")
    assert await part("bytes=7-999") == (206, b"789", "bytes 7-9/10")
    assert (await part("bytes=10-"))[0] == 416
    assert (await part("bytes=5-2"))[0] == 416
    assert (await part("lines=1-2"))[:2] == (200, b"0123456789")
