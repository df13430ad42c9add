"""Opinion groups are computed in a process of their own, which is this very file run as a script.

It takes seconds of work and some hundred megabytes: there they keep nobody waiting, and are given back after.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from array import array
from collections.abc import Sequence
from dataclasses import asdict
from typing import Final

from flows.grouping import Opinions, Places, find
from flows.opinion_groups import Found, Key, dump, load

PATIENCE: Final = 300.0
"""Seconds after which it is given up."""

_ENVIRONMENT: Final = ("PATH", "HOME", "LANG", "LD_LIBRARY_PATH", "PYTHONPATH", "PYTHONHOME")


class NotReckoned(Exception):
    """The process ended without an answer; the message is the kind of error, nothing of the votes."""


async def reckon(opinions: Opinions, before: int) -> tuple[Found, Places]:
    """What `flows.grouping.find` says. Raises NotReckoned."""
    columns = [_column(values) for values in (opinions.people, opinions.ideas, opinions.values)]
    head = json.dumps({"votes": len(columns[0]), "before": before}).encode()
    answer = await _run(b"".join([head, b"\n", *(column.tobytes() for column in columns)]))
    said = json.loads(answer)
    return load(said["found"]), Places(**said["places"])


def _column(values: Sequence[Key]) -> array[int]:
    return values if isinstance(values, array) else array("q", map(int, values))


async def _run(given: bytes) -> bytes:
    environment = {name: os.environ[name] for name in _ENVIRONMENT if name in os.environ}
    pipe = asyncio.subprocess.PIPE
    # -P, because the folder of this file is no place to import from.
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-P", __file__), stdin=pipe, stdout=pipe, stderr=pipe, env=environment
    )
    try:
        async with asyncio.timeout(PATIENCE):
            answer, errors = await process.communicate(given)
    except TimeoutError as problem:
        raise NotReckoned("took too long") from problem
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if process.returncode:
        last = errors.decode(errors="replace").strip().rpartition("\n")[2]
        raise NotReckoned(last.partition(":")[0] or f"ended with {process.returncode}")
    return answer


def _main() -> None:
    os.nice(10)  # who waits for an answer goes first
    head = json.loads(sys.stdin.buffer.readline())
    columns = array("q"), array("q"), array("q")
    for column in columns:
        column.frombytes(sys.stdin.buffer.read(head["votes"] * column.itemsize))
    found, places = find(Opinions(*columns), head["before"])
    json.dump({"found": dump(found), "places": asdict(places)}, sys.stdout)


if __name__ == "__main__":
    _main()
