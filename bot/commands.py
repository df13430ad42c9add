"""What can be typed after `samenspraak`."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import sys
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import structlog
import typer
from rich.console import Console

from bot.loading import is_loading
from bot.settings import Settings, WrongSetting, read_settings

if TYPE_CHECKING:
    from bot.running import Until

app = typer.Typer(
    no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, help="Samenspraak."
)
trajectory = typer.Typer(no_args_is_help=True, help="Make, list and steer trajectories.")
moderator = typer.Typer(no_args_is_help=True, help="Who works at the desk.")
app.add_typer(trajectory, name="trajectory")
app.add_typer(moderator, name="moderator")

console = Console(highlight=False, soft_wrap=True)


@app.command()
def demo() -> None:
    """Lay in the sample trajectories and serve everything on one address."""
    from bot.running import demonstrate

    _run(lambda settings: _until_stopped(lambda until: demonstrate(settings, console, until)))


@app.command()
def serve() -> None:
    """Receive, send, tick, and serve the desk, the public page and the web chat."""
    from bot.running import serve_all

    _run(lambda settings: _until_stopped(lambda until: serve_all(settings, console, until)))


@app.command()
def chat(
    trajectory: Annotated[str, typer.Option(help="slug; without one you choose in the chat")] = "",
) -> None:
    """Have the conversations of the program in this terminal."""
    from bot.running import talk

    _run(lambda settings: talk(settings, trajectory))


@app.command()
def migrate() -> None:
    """Bring the database up to date with this version of the program."""
    from bot.running import migrate_database

    _run(lambda settings: migrate_database(settings, console))


@app.command()
def check() -> None:
    """Say what is misconfigured, a sentence each; exit code 1 when something is."""
    from bot.checking import check_all

    if not _run(lambda settings: check_all(settings, console)):
        raise typer.Exit(1)


@app.command()
def invite(
    trajectory: str,
    network: str,
    poster: Annotated[str, typer.Option(help="where the poster hangs: it gets a link of its own")] = "",
) -> None:
    """Print the invitation links of a network or of one of its posters, for every channel that is on."""
    from bot.organising import print_links

    _run(lambda settings: print_links(settings, console, trajectory, network, poster))


@app.command("import-ideas")
def import_ideas(
    trajectory: str,
    file: Path,
    take: Annotated[bool, typer.Option("--take", help="take what is right, without asking")] = False,
) -> None:
    """Ideas from a meeting or from paper, in a CSV file (text, language, source): first a dry run."""
    from bot.importing import import_file

    ask = sys.stdin.isatty()
    _run(lambda settings: import_file(settings, console, trajectory, file, take=take, ask=ask))


@app.command()
def export(trajectory: str, folder: Path) -> None:
    """Write a trajectory as open files (CSV, JSON, and as Polis does); nothing in them leads to a person."""
    from bot.exporting import export_trajectory

    _run(lambda settings: export_trajectory(settings, console, trajectory, folder))


@trajectory.command("new")
def trajectory_new(file: Path) -> None:
    """Lay in a trajectory from a file; bot/samples/example.toml shows every line of it."""
    from bot.organising import new_trajectory

    _run(lambda settings: new_trajectory(settings, console, file))


@trajectory.command("list")
def trajectory_list() -> None:
    """All trajectories, with the steps that are open."""
    from bot.organising import list_trajectories

    _run(lambda settings: list_trajectories(settings, console))


@trajectory.command("step")
def trajectory_step(
    slug: str,
    step: str,
    act: Annotated[str, typer.Argument(help="open, close, or undo an opening within a minute")],
    override: Annotated[
        str, typer.Option(help="why it closes while contributions in it wait for an answer")
    ] = "",
) -> None:
    """Open a step (everyone hears what the last one brought) or close it; exit code 1 when refused."""
    from bot.organising import change_step

    if not _run(lambda settings: change_step(settings, console, slug, step, act, override)):
        raise typer.Exit(1)


@moderator.command("add")
def moderator_add(
    name: str, role: Annotated[str, typer.Option(help="moderator, organiser or admin")] = "moderator"
) -> None:
    """Add someone to the desk, or give who is there a fresh one-time link."""
    from bot.organising import add_to_desk

    _run(lambda settings: add_to_desk(settings, console, name, role))


def _run(work: Callable[[Settings], Coroutine[Any, Any, Any]]) -> Any:
    """Do it; what the person at the keyboard can mend is one sentence and exit code 2."""
    try:
        settings = read_settings()
    except WrongSetting as problem:
        _stop(str(problem))
    _quiet_logs()
    from bot.complaints import complaint

    try:
        with _interruptible():
            return asyncio.run(work(settings))
    except KeyboardInterrupt:
        raise typer.Exit(130) from None
    except Exception as problem:
        said = complaint(problem, settings)
        if said is None:
            raise
        _stop(said)


@contextmanager
def _interruptible() -> Iterator[None]:
    """Inside the block there is something to put away on Ctrl-C; before and after, it ends the process."""
    before = signal.getsignal(signal.SIGINT)
    if before is signal.SIG_DFL:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


async def _until_stopped(work: Callable[[Until], Coroutine[Any, Any, None]]) -> None:
    """Run until Ctrl-C or a polite kill; one that comes while everything is starting breaks that off."""
    asked = asyncio.Event()
    is_up = False

    async def until() -> None:
        nonlocal is_up
        is_up = True
        await asked.wait()

    def stop() -> None:
        if not is_up and not asked.is_set():
            task.cancel()
        asked.set()

    task = asyncio.create_task(work(until))
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop)
    try:
        await task
    except asyncio.CancelledError:
        if not asked.is_set():
            raise
    if is_loading():
        # Everything of ours is put away, and Python would wait for that thread.
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(0)


def _quiet_logs() -> None:
    """One line an event on stderr, with time and level; libraries speak only when something is wrong."""
    logging.basicConfig(level=logging.ERROR, stream=sys.stderr, format="%(levelname)s %(name)s")
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            structlog.processors.KeyValueRenderer(key_order=["timestamp", "level", "event"]),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.WriteLoggerFactory(sys.stderr),
    )


def _stop(sentence: str) -> NoReturn:
    Console(stderr=True, highlight=False, soft_wrap=True).print(sentence, markup=False)
    raise SystemExit(2)
