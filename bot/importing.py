"""`samenspraak import-ideas`: a dry run first, then what was found right, a page at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from bot.core import Core
from bot.finding import find_trajectory
from bot.idea_files import IdeaLine, RefusedLine, digest, read_ideas
from bot.organising import opened_core
from bot.settings import Settings
from flows.deeds.import_ideas import NewIdea, ideas_there, import_ideas

PAGE = 500
SHOWN = 50
"""Lines that are told why they are refused; of the rest there is a count."""


async def import_file(
    settings: Settings, console: Console, slug: str, path: Path, *, take: bool, ask: bool
) -> None:
    """Say what would be taken and what not, and take it when `take`, or when the answer to `ask` is yes.

    A file may be given again: what is there already is left out, so an import that was cut off goes on.
    """
    async with opened_core(settings) as core:
        async with core.database.reading() as connection:
            found = await find_trajectory(connection, slug)
            acting = core.turns.acting(connection, core.clock())
            known = {digest(text) async for text in ideas_there(acting, found.id)}
        lines = list(read_ideas(path, found.languages, known))
        right = [line for line in lines if isinstance(line, IdeaLine)]
        _report(console, right, [line for line in lines if isinstance(line, RefusedLine)])
        if not right:
            return
        if not take and not (ask and _agrees(console, len(right))):
            console.print("Nothing was taken. Add --take to take what is right.")
            return
        await _take(core, console, found.id, right)
        console.print(f"{_ideas(len(right))} laid in.")


def _report(console: Console, right: list[IdeaLine], refused: list[RefusedLine]) -> None:
    console.print(f"{_ideas(len(right))} can be taken, {len(refused)} refused.")
    for line in refused[:SHOWN]:
        console.print(f"  line {line.line}: {line.why}", markup=False)
    if len(refused) > SHOWN:
        console.print(f"  and {len(refused) - SHOWN} more")


def _agrees(console: Console, count: int) -> bool:
    return console.input(f"Take {_ideas(count)}? [y/N] ").strip().lower() in ("y", "yes", "j", "ja")


async def _take(core: Core, console: Console, trajectory_id: int, right: list[IdeaLine]) -> None:
    columns = (TextColumn("Laying in"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console) as progress:
        task = progress.add_task("", total=len(right))
        for page in _pages(right):
            async with core.database.writing() as connection:
                acting = core.turns.acting(connection, core.clock())
                new = [NewIdea(line.text, line.language, line.source) for line in page]
                progress.advance(task, await import_ideas(acting, trajectory_id, new))


def _pages(lines: Iterable[IdeaLine]) -> Iterator[list[IdeaLine]]:
    rest = iter(lines)
    while page := list(islice(rest, PAGE)):
        yield page


def _ideas(count: int) -> str:
    return "1 idea" if count == 1 else f"{count} ideas"
