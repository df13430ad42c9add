"""The command line: `samenspraak`."""

from __future__ import annotations

import asyncio
import logging
import signal
import sys
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Annotated, Any, Literal

import structlog
import typer
from rich.console import Console

from bot.settings import Settings, WrongSetting, read_settings

app = typer.Typer(
    no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, help="Samenspraak."
)
trajectory = typer.Typer(no_args_is_help=True, help="Make, list and steer trajectories.")
moderator = typer.Typer(no_args_is_help=True, help="Who works at the desk.")
app.add_typer(trajectory, name="trajectory")
app.add_typer(moderator, name="moderator")

console = Console(highlight=False, soft_wrap=True)


def main() -> None:
    """Run a command; what the person at the keyboard can mend is one sentence and exit code 2."""
    try:
        app()
    except WrongSetting as problem:
        _stop(str(problem))


@app.command()
def demo() -> None:
    """Lay in two sample trajectories and serve everything on one address."""
    from bot.running import demonstrate

    _run(lambda settings: demonstrate(settings, console, _until_stopped))


@app.command()
def serve() -> None:
    """Receive, send, tick, and serve the desk, the public page and the web chat."""
    from bot.running import serve_all

    _run(lambda settings: serve_all(settings, console, _until_stopped))


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
def invite(trajectory: str, network: str) -> None:
    """Print the invitation links of a network, for every channel that is on."""
    from bot.organising import print_links

    _run(lambda settings: print_links(settings, console, trajectory, network))


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
    slug: str, step: str, act: Annotated[Literal["open", "close"], typer.Argument(help="open or close")]
) -> None:
    """Open or close a step."""
    from bot.organising import change_step

    _run(lambda settings: change_step(settings, console, slug, step, act))


@moderator.command("add")
def moderator_add(
    name: str, role: Annotated[Literal["moderator", "organiser", "admin"], typer.Option()] = "moderator"
) -> None:
    """Add someone to the desk, or give who is there a fresh one-time link."""
    from bot.organising import add_to_desk

    _run(lambda settings: add_to_desk(settings, console, name, role))


def _run(work: Callable[[Settings], Coroutine[Any, Any, Any]]) -> Any:
    settings = read_settings()
    _quiet_logs()
    from bot.complaints import complaint

    try:
        return asyncio.run(work(settings))
    except KeyboardInterrupt:
        raise typer.Exit(130) from None
    except Exception as problem:
        said = complaint(problem, settings)
        if said is None:
            raise
        _stop(said)


async def _until_stopped() -> None:
    """Wait for Ctrl-C or a polite kill."""
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stopped.set)
    await stopped.wait()


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


def _stop(sentence: str) -> None:
    Console(stderr=True, highlight=False, soft_wrap=True).print(sentence, markup=False)
    raise SystemExit(2)
