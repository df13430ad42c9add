"""Pictures for the samples: drawn, and marked as such, because no photo of anybody's may be made up.

Pillow takes ten megabytes that an idle program can do without, so this file draws as a script, in a process
of its own.
"""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

SIZE: Final = (960, 720)
FLOOR: Final = 430
MARK: Final = "Voorbeeld: een tekening, geen foto. / Sample: a drawing, no photo."

INK, PAPER, BRAND, SUN = "#1c2b33", "#fbfaf7", "#0b5d5a", "#f2b134"
SKY, GRASS, LEAF, WOOD, WALL = "#e3f1ef", "#a9c795", "#5f8f5a", "#8a6a4a", "#f4e6d0"


async def drawing(scene: str) -> bytes:
    """A picture as PNG, in half a second. KeyError for a scene that nobody drew."""
    if scene not in SCENES:
        raise KeyError(scene)
    # -P, because the folder of this file is no place to import from.
    command = (sys.executable, "-P", __file__, scene)
    process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
    picture, _ = await process.communicate()
    if process.returncode:
        raise RuntimeError(f"the drawing ended with {process.returncode}")
    return picture


def _outside(draw: ImageDraw) -> None:
    draw.rectangle((0, 0, 960, FLOOR), fill=SKY)
    draw.ellipse((760, 60, 860, 160), fill=SUN)
    draw.rectangle((0, FLOOR, 960, 720), fill=GRASS)
    for left in (40, 190, 640):
        draw.rectangle((left + 52, 300, left + 72, FLOOR + 20), fill=WOOD)
        draw.ellipse((left, 140, left + 124, 330), fill=LEAF)


def _inside(draw: ImageDraw) -> None:
    draw.rectangle((0, 0, 960, FLOOR), fill=WALL)
    draw.rectangle((0, FLOOR, 960, 720), fill="#d9c4a3")
    draw.rectangle((90, 80, 330, 280), fill=SKY, outline=PAPER, width=14)
    draw.line((210, 80, 210, 280), fill=PAPER, width=10)


def _bench(draw: ImageDraw) -> None:
    _outside(draw)
    for top in (380, 420, 480):
        draw.rounded_rectangle((180, top, 540, top + 24), 8, fill=WOOD)
    for left in (210, 490):
        draw.rectangle((left, 380, left + 18, 570), fill=INK)
    draw.polygon([(640, 420), (780, 420), (762, 590), (658, 590)], fill=BRAND)
    for left, top, colour in (
        (650, 380, PAPER), (700, 366, SUN), (738, 386, "#a3341f"),
        (600, 580, SUN), (820, 560, PAPER), (560, 620, "#a3341f"),
    ):  # fmt: skip
        draw.rounded_rectangle((left, top, left + 44, top + 40), 8, fill=colour, outline=INK)


def _mattress(draw: ImageDraw) -> None:
    _outside(draw)
    for left in (430, 560):
        draw.rectangle((left, 210, left + 30, FLOOR + 30), fill=INK)
    draw.rectangle((430, 210, 590, 236), fill=INK)
    draw.polygon([(230, 480), (690, 480), (770, 600), (170, 600)], fill=PAPER, outline=INK, width=4)
    draw.polygon([(170, 600), (770, 600), (770, 644), (170, 644)], fill="#d5dde1", outline=INK, width=4)
    for left in range(270, 700, 90):
        draw.line((left, 482, left - 40, 598), fill="#d5dde1", width=10)


def _room(draw: ImageDraw) -> None:
    _inside(draw)
    draw.rounded_rectangle((110, 360, 470, 480), 30, fill=BRAND)
    draw.rounded_rectangle((90, 420, 490, 560), 30, fill="#2d7d79")
    draw.rectangle((600, 330, 900, 580), fill=PAPER, outline=INK, width=4)
    for left in (600, 700, 800):
        draw.rectangle((left, 390, left + 100, 580), outline=INK, width=3)
    draw.rectangle((640, 290, 700, 330), fill=SUN, outline=INK, width=3)
    draw.arc((690, 300, 720, 322), 270, 90, fill=INK, width=4)


def _table(draw: ImageDraw) -> None:
    _inside(draw)
    draw.polygon([(150, 400), (810, 400), (920, 600), (40, 600)], fill=WOOD)
    for left in (200, 420, 640):
        draw.ellipse((left, 440, left + 130, 510), fill=PAPER, outline=INK, width=3)
        draw.ellipse((left + 26, 452, left + 104, 498), fill=SUN)
    draw.polygon([(380, 530), (540, 530), (560, 590), (362, 590)], fill=PAPER, outline=INK, width=3)
    for top in (545, 560, 575):
        draw.line((398, top, 524, top), fill=BRAND, width=4)


SCENES: Final[Mapping[str, Callable[[ImageDraw], None]]] = {
    "bench": _bench,
    "mattress": _mattress,
    "room": _room,
    "table": _table,
}


def _draw(scene: str) -> None:
    from PIL import Image, ImageDraw, ImageFont

    image = Image.new("RGB", SIZE)
    draw = ImageDraw.Draw(image)
    SCENES[scene](draw)
    draw.rectangle((0, 664, *SIZE), fill=PAPER)
    draw.text((24, 676), MARK, font=ImageFont.load_default(28), fill=INK)
    image.save(sys.stdout.buffer, "PNG")


if __name__ == "__main__":
    os.nice(10)
    _draw(sys.argv[1])
