"""Voice messages for the samples: soft tones, because no voice of anybody's may be made up."""

from __future__ import annotations

import math
import wave
from array import array
from io import BytesIO
from typing import Final

SECONDS: Final = 6
RATE: Final = 16_000
NOTES: Final = (220.0, 247.5, 275.0, 330.0, 366.7)
"""Five that sound well together in any order, in hertz."""

_LOUD: Final = 5_000
_LENGTH: Final = 0.5


def tones(seed: int) -> bytes:
    """Some seconds of them as a WAV file, other ones for another seed."""
    sound = array("h")
    for at in range(round(SECONDS / _LENGTH)):
        sound.extend(_note(NOTES[(seed + at * at) % len(NOTES)]))
    output = BytesIO()
    with wave.open(output, "wb") as file:
        file.setparams((1, 2, RATE, 0, "NONE", ""))
        file.writeframes(sound.tobytes())
    return output.getvalue()


def _note(pitch: float) -> array[int]:
    """One note that comes up and dies away."""
    count = round(RATE * _LENGTH)
    return array(
        "h",
        (
            round(_LOUD * math.sin(math.pi * at / count) * math.sin(2 * math.pi * pitch * at / RATE))
            for at in range(count)
        ),
    )
