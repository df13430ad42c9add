"""How long it takes to start, and how much memory an idle program holds.

In each round: the demonstration without a messenger, the same with Telegram (against the tests' own Bot API
server), and a bare import of the large libraries, which no program that serves Telegram can do without.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any
from urllib.request import urlopen

import psutil

TESTS = Path(__file__).parents[1]
TOKEN = "4242:a-token-of-the-bench"
BARE = "import aiogram, fastapi, sqlmodel"
IDLE = 3.0
"""Seconds after which memory is read."""

Sample = dict[str, float]


def measure(times: int) -> dict[str, Any]:
    """Medians of so many rounds, after one that only fills the caches; seconds and megabytes (10^6).

    The seconds of CPU say more than those on the wall when the machine has other work.
    """
    with _bot_api() as api:
        rounds = [_round(api) for _ in range(times + 1)][1:]
    middle = {name: round(median(one[name] for one in rounds), 3) for name in rounds[0]}
    return {
        "without_messenger": {
            "links_after_s": middle["links"],
            "idle_rss_mb": middle["rss"],
            "within_5_s": middle["links"] < 5,
            "within_150_mb": middle["rss"] < 150,
        },
        "with_telegram": {
            "links_after_s": middle["telegram_links"],
            "open_after_s": middle["telegram_open"],
            "open_after_cpu_s": middle["telegram_cpu"],
            "idle_rss_mb": middle["telegram_rss"],
        },
        "bare_import": {
            "wall_s": middle["bare"],
            "cpu_s": middle["bare_cpu"],
            "peak_rss_mb": middle["bare_rss"],
        },
        "ratio_start": round(middle["telegram_open"] / middle["bare"], 3),
        "ratio_start_cpu": round(middle["telegram_cpu"] / middle["bare_cpu"], 3),
        "ratio_memory": round(middle["telegram_rss"] / middle["bare_rss"], 3),
        "rounds": [{name: round(value, 3) for name, value in one.items()} for one in rounds],
    }


def _round(api: str) -> Sample:
    sample: Sample = {}
    sample["bare"], sample["bare_cpu"], sample["bare_rss"] = _bare()
    with _demo() as (began, program):
        sample["links"] = _until_links(program) - began
        sample["rss"] = _idle(program)
    before = _polls(api)
    with _demo(TELEGRAM_TOKEN=TOKEN, TELEGRAM_API_URL=api) as (began, program):
        sample["telegram_links"] = _until_links(program) - began
        while _polls(api) == before:
            time.sleep(0.05)
        sample["telegram_open"] = time.perf_counter() - began
        sample["telegram_cpu"] = _cpu(program)
        sample["telegram_rss"] = _idle(program)
    return sample


def _bare() -> tuple[float, float, float]:
    """Seconds on the wall, seconds of CPU, and the most memory that it held."""
    began = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-c", BARE])
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - began
    return wall, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024 / 1e6


@contextmanager
def _demo(**settings: str) -> Iterator[tuple[float, subprocess.Popen[str]]]:
    """The console script in a fresh data folder; with the moment at which it was started."""
    with tempfile.TemporaryDirectory() as folder:
        own = {"DATA_DIR": f"{folder}/data", "PORT": "0", **settings}
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("SAMENSPRAAK_")}
        environment = {**inherited, **{f"SAMENSPRAAK_{name}": value for name, value in own.items()}}
        script = Path(sys.executable).with_name("samenspraak")
        began = time.perf_counter()
        process = subprocess.Popen([str(script), "demo"], env=environment, stdout=subprocess.PIPE, text=True)
        try:
            yield began, process
        finally:
            process.send_signal(signal.SIGTERM)
            process.communicate()


def _until_links(program: subprocess.Popen[str]) -> float:
    """The moment at which the last link was printed."""
    assert program.stdout is not None
    for line in program.stdout:
        if line.startswith("Desk"):
            return time.perf_counter()
    raise RuntimeError("the program ended before it printed its links")


def _cpu(program: subprocess.Popen[str]) -> float:
    used = psutil.Process(program.pid).cpu_times()
    return float(used.user + used.system)


def _idle(program: subprocess.Popen[str]) -> float:
    time.sleep(IDLE)
    return float(psutil.Process(program.pid).memory_info().rss) / 1e6


@contextmanager
def _bot_api() -> Iterator[str]:
    """A Bot API server in a process of its own, so that it takes nothing from what is measured."""
    command = [sys.executable, "-m", "fakes.bot_api", "--token", TOKEN]
    server = subprocess.Popen(command, cwd=TESTS, stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout is not None
        yield server.stdout.readline().strip()
    finally:
        server.terminate()
        server.communicate()


def _polls(api: str) -> int:
    """How many times updates were asked for: the first is the last thing that opening does."""
    with urlopen(f"{api}/control/calls") as answer:
        return sum(call["method"] == "getUpdates" for call in json.load(answer))
