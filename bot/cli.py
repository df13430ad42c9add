"""The console script `samenspraak`."""

from __future__ import annotations

import gc
import signal

GARBAGE = (100_000, 50, 50)
"""When Python looks for garbage. Loading makes a million objects that stay; by its own habit it would look
through them again and again, a sixth of the time that a start takes.
"""


def main() -> None:
    """Run the command that was typed.

    Loading it takes a second or more. Until then Ctrl-C simply ends the process: there is nothing to put
    away, and nobody wants to read where Python stood.
    """
    gc.set_threshold(*GARBAGE)
    before = signal.getsignal(signal.SIGINT)
    if before is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        from bot.commands import app

        app()
    finally:
        signal.signal(signal.SIGINT, before)
