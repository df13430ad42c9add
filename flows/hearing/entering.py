"""Someone comes in: for the first time, or back."""

from __future__ import annotations

from dataclasses import replace

from flows.conversing import begun
from flows.engine.replay import BEGINNING
from flows.engine.talk import Say
from flows.hearing.moves import Move, Scene


def come_in(scene: Scene) -> Move:
    """The welcome for who did not agree yet; for who did what was open, or the menu."""
    talking = scene.talking
    if not scene.agreed:
        if talking.top is not None and talking.top.script == "welcome":
            return Move(talking)
        return Move(replace(begun(talking, "welcome"), beneath=None), fresh=BEGINNING)
    if talking.top is not None:
        return Move(talking, (Say("welcome-back"),))
    return Move(begun(talking, "menu"), (Say("welcome-back"),), BEGINNING)
