"""The sample's photos: drawn, different, and marked as samples."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from bot.reencoding import reencode
from bot.sample_drawings import MARK, SCENES, SIZE, drawing


@pytest.mark.parametrize("scene", sorted(SCENES))
async def test_taken_like_any_photo(scene: str) -> None:
    """It goes through the same re-encoding as what people send, and is small."""
    made = reencode(await drawing(scene), "photo")
    assert (made.mime, made.width, made.height) == ("image/jpeg", *SIZE)
    assert len(made.data) < 60_000


async def test_marked() -> None:
    """Below stands, dark on light, that it is a sample, in both languages."""
    assert "Voorbeeld" in MARK
    assert "Sample" in MARK
    with Image.open(BytesIO(await drawing("bench"))) as picture:
        strip = picture.convert("L").crop((0, 670, SIZE[0], SIZE[1]))
    dark, light = sum(strip.histogram()[:80]), sum(strip.histogram()[240:])
    assert light > 10 * dark > 5_000


async def test_no_two_alike() -> None:
    """Each scene shows something else."""
    assert len({await drawing(scene) for scene in SCENES}) == len(SCENES)


async def test_nobody_drew_it() -> None:
    """An unknown scene is a KeyError."""
    with pytest.raises(KeyError):
        await drawing("../../etc/passwd")
