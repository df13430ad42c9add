"""The console script as people run it: a process, its words, and its exit code."""

from __future__ import annotations

import asyncio
import re
import signal
import stat
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from program import Program

from bot.cli import main

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "bot" / "samples" / "example.toml"
SCRIPT = Path(sys.executable).with_name("samenspraak")
STORY = "Er lag glas bij de bank [b]en niemand[/b] ruimde het op."


@dataclass(frozen=True)
class Said:
    """What a command printed, and how it ended."""

    code: int
    out: str
    err: str

    @property
    def complaint(self) -> str:
        """The one sentence that it stopped with."""
        assert self.code == 2, self
        assert "Traceback" not in self.err, self.err
        assert self.out == ""
        (sentence,) = self.err.splitlines()
        return sentence


def after_a_stop(said: Said) -> bool:
    """Whether it ended as one that was told to, without a word of Python's."""
    return said.code in (0, -signal.SIGINT, -signal.SIGTERM) and said.err == ""


@dataclass
class Shell:
    """Where commands are typed: one data folder, a few processes at a time."""

    program: Program
    at_once: asyncio.Semaphore

    async def run(self, *words: str, typed: str = "", **settings: str) -> Said:
        """One command to its end; `settings` by name without the prefix, in place of the program's own."""
        changed = {f"SAMENSPRAAK_{name}": value for name, value in settings.items()}
        environment = {**self.program.environment, "COLUMNS": "100", **changed}
        pipe = asyncio.subprocess.PIPE
        async with self.at_once, asyncio.timeout(120):
            process = await asyncio.create_subprocess_exec(
                str(SCRIPT), *words, env=environment, stdin=pipe, stdout=pipe, stderr=pipe
            )
            out, err = await process.communicate(typed.encode())
        assert process.returncode is not None
        return Said(process.returncode, out.decode(), err.decode())

    async def stopped(self, command: str, seconds: float, how: signal.Signals) -> Said:
        """A command that is told to stop so many seconds after it was typed."""
        pipe = asyncio.subprocess.PIPE
        environment = {**self.program.environment, "SAMENSPRAAK_PORT": "0"}
        async with self.at_once, asyncio.timeout(120):
            process = await asyncio.create_subprocess_exec(
                str(SCRIPT), command, env=environment, stdout=pipe, stderr=pipe
            )
            await asyncio.sleep(seconds)
            process.send_signal(how)
            out, err = await process.communicate()
        assert process.returncode is not None
        return Said(process.returncode, out.decode(), err.decode())

    async def complaints(self, cases: Sequence[tuple[dict[str, str], tuple[str, ...]]]) -> list[str]:
        """The sentences that commands stop with, each run with its own settings."""
        ended = await asyncio.gather(*(self.run(*words, **settings) for settings, words in cases))
        return [said.complaint for said in ended]

    @asynccontextmanager
    async def running(self, command: str, last_line: str) -> AsyncIterator[list[str]]:
        """A command that keeps running, from its last line on; stopped politely, it says nothing more."""
        pipe = asyncio.subprocess.PIPE
        process = await asyncio.create_subprocess_exec(
            str(SCRIPT), command, env=self.program.environment, stdout=pipe, stderr=pipe
        )
        assert process.stdout is not None
        lines: list[str] = []
        try:
            async with asyncio.timeout(120):
                async for line in process.stdout:
                    lines.append(line.decode().rstrip())
                    if last_line in lines[-1]:
                        break
            yield lines
            process.send_signal(signal.SIGINT if command == "serve" else signal.SIGTERM)
            out, err = await process.communicate()
            assert (process.returncode, out, err.decode()) == (0, b"", "")
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()


@pytest.fixture
async def shell(tmp_path: Path) -> Shell:
    return Shell(Program(tmp_path / "data"), asyncio.Semaphore(3))


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("PORT", "high", "should be a valid integer, unable to parse string as an integer."),
        ("PORT", "70000", "should be less than or equal to 65535."),
        ("SECRET_KEY", "short", "must have at least 32 characters."),
        (
            "DATABASE_URL",
            "mysql://localhost/x",
            "must begin with sqlite+aiosqlite:/// or postgresql+asyncpg://.",
        ),
        ("BASE_URL", "samen.example", "must be a web address such as https://samen.example.nl."),
        ("TELEGRAM_API_URL", "ftp://x", "must be a web address such as https://samen.example.nl."),
        (
            "TELEGRAM_TOKEN",
            "a token",
            "does not look like a bot token (digits, a colon, letters).",
        ),
        ("TELEGRAM_MODE", "pigeon", "should be 'webhook' or 'polling'."),
        ("TELEGRAM_LIBRARY", "x", "should be 'aiogram' or 'python-telegram-bot'."),
    ],
)
def test_a_wrong_setting(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
    value: str,
    sentence: str,
) -> None:
    """What the console script runs stops with code 2 and one sentence that names the setting."""
    monkeypatch.setenv(f"SAMENSPRAAK_{name}", value)
    monkeypatch.setattr(sys, "argv", ["samenspraak", "serve"])
    with pytest.raises(SystemExit) as stopped:
        main()
    out, err = capsys.readouterr()
    assert Said(2, out, err).complaint == f"SAMENSPRAAK_{name} {sentence}"
    assert stopped.value.code == 2


async def test_wrong_settings(shell: Shell, tmp_path: Path) -> None:
    """So it is in a process of its own, also for what shows only when a setting is used."""
    file = tmp_path / "file"
    file.write_text("")
    expected = {
        ("PORT", "high"): "SAMENSPRAAK_PORT should be a valid integer, unable to parse string as an integer.",
        ("DATA_DIR", str(file)): f"SAMENSPRAAK_DATA_DIR: the folder {file} cannot be used (File exists).",
        ("DATABASE_URL", "postgresql+asyncpg://someone:secret@127.0.0.1:9/x"): (
            "SAMENSPRAAK_DATABASE_URL: the database cannot be reached (ConnectionRefusedError)."
        ),
    }
    said = await shell.complaints([({name: value}, ("serve",)) for name, value in expected])
    assert said == list(expected.values())


async def test_what_an_organiser_does(shell: Shell, tmp_path: Path) -> None:
    """A trajectory from the example, its step, its links and its moderator; and every slip in a sentence."""
    shell.program.settings["BASE_URL"] = "https://samen.example"
    migrated = await shell.run("migrate")
    assert re.fullmatch(r"The database went from nothing to \w+\.\n", migrated.out)
    assert (await shell.run("migrate")).out == "The database is up to date.\n"
    made = await shell.run("trajectory", "new", str(EXAMPLE))
    assert (made.code, made.err) == (0, "")
    assert made.out.startswith("Laid in: werk-dichtbij, with 3 networks.\n")
    opened = await shell.run("trajectory", "step", "werk-dichtbij", "exchange", "open")
    assert opened.out == (
        "werk-dichtbij: step exchange is open. Everyone is told in a minute; until then: undo.\n"
    )
    listed, invited, added, checked = await asyncio.gather(
        shell.run("trajectory", "list"),
        shell.run("invite", "werk-dichtbij", "taalcafe"),
        shell.run("moderator", "add", "Noor", "--role", "organiser"),
        shell.run("check"),
    )
    assert re.search(r"werk-dichtbij │ Werk dichtbij │ exchange", listed.out)
    assert re.fullmatch(r"web +https://samen\.example/c/taalcafe-[a-z2-9]{6}\n", invited.out)
    assert re.match(r"https://samen\.example/desk/in/[\w-]{43}\n", added.out)
    assert (checked.code, checked.out) == (0, "Everything is in order.\n")

    broken = tmp_path / "broken.toml"
    broken.write_text('slug = "a"\ntitle = [\n')
    slips = {
        ("trajectory", "new", str(EXAMPLE)): (
            "There is a trajectory werk-dichtbij already; choose another slug."
        ),
        ("trajectory", "new", str(broken)): f"{broken}: Invalid value (at end of document).",
        ("trajectory", "step", "park", "exchange", "open"): (
            "There is no trajectory park; there is werk-dichtbij."
        ),
        ("trajectory", "step", "werk-dichtbij", "party", "open"): (
            "There is no step party; the steps are networks, activate, exchange, choose, refine, realise,"
            " present, commit, stay."
        ),
        ("chat", "--trajectory", "park"): "There is no trajectory park; there is werk-dichtbij.",
        ("invite", "werk-dichtbij", "kerk"): (
            "werk-dichtbij has no network kerk; it has bibliotheek, taalcafe, werkgevers."
        ),
    }
    assert await shell.complaints([({}, words) for words in slips]) == list(slips.values())


async def test_usage(shell: Shell) -> None:
    """The help names every command; a word that is no role or act is refused."""
    helped, *wrong = await asyncio.gather(
        shell.run("--help"),
        shell.run("moderator", "add", "Noor", "--role", "boss"),
        shell.run("trajectory", "step", "a", "exchange", "ajar"),
    )
    assert helped.code == 0
    for command in ("demo", "serve", "chat", "migrate", "trajectory", "invite", "moderator", "check"):
        assert re.search(rf"^\W*{command}\s", helped.out, re.MULTILINE), command
    assert [said.complaint for said in wrong] == [
        "There is no role boss; the roles are moderator, organiser, admin.",
        "There is no act ajar; a step can open, close, undo.",
    ]
    assert not shell.program.data_dir.exists()


async def beside_a_program_that_serves(shell: Shell) -> None:
    """A second that would send is refused, whatever its port; short commands are not."""
    elsewhere = {"DATA_DIR": str(shell.program.data_dir / "other")}
    *second, taken = await shell.complaints(
        [
            ({}, ("serve",)),
            ({"PORT": "0"}, ("demo",)),
            ({}, ("chat",)),
            (elsewhere, ("serve",)),
        ]
    )
    in_use = r"SAMENSPRAAK_DATA_DIR: process \d+ uses this data already, and with SQLite only one can; .*"
    assert all(re.fullmatch(in_use, said) for said in second), second
    assert taken == f"SAMENSPRAAK_PORT: port {shell.program.port} on 127.0.0.1 is taken; choose another."
    short = await asyncio.gather(
        shell.run("check"),
        shell.run("trajectory", "list"),
        shell.run("invite", "wijkteam-oost", "buurthuis"),
        shell.run("moderator", "add", "Bo"),
        shell.run("migrate"),
    )
    assert [(said.code, said.err) for said in short] == [(0, "")] * len(short)


async def test_demo_then_chat_then_serve(shell: Shell) -> None:
    """What the demonstration laid in and what was said in the terminal is there when `serve` goes on."""
    async with shell.running("demo", "Ctrl-C stops.") as lines:
        assert lines[0] == "Three sample trajectories were laid in."
        links = re.findall(r"http://\S+", "\n".join(lines))
        assert len(links) == 5
        assert all(link.startswith(f"{shell.program.url}/") for link in links)
        async with httpx.AsyncClient(headers={"Origin": shell.program.url}) as browser:
            for link in links:
                assert (await browser.get(link)).status_code == 200
            answers = [await browser.post(links[-1], data={"csrf": ""}) for _ in range(2)]
            assert [answer.status_code for answer in answers] == [303, 410]
    paths = (shell.program.data_dir, *shell.program.data_dir.rglob("*"))
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in paths if path.is_file()}
    assert set(modes.values()) == {0o600}, modes
    assert stat.S_IMODE(shell.program.data_dir.stat().st_mode) == 0o700

    words = ("1", "verder", "verder", "duidelijk", "1", "ja", "verhaal", STORY, "nee")
    talked = await shell.run("chat", "--trajectory", "wijkteam-oost", typed="\n".join(words) + "\n")
    assert (talked.code, talked.err) == (0, "")
    assert STORY in " ".join(talked.out.split())
    assert "Je verhaal is binnen." in talked.out

    async with shell.running("serve", "Samenspraak answers at") as lines:
        assert lines == [f"Samenspraak answers at {shell.program.url}/"]
        async with httpx.AsyncClient(base_url=shell.program.url) as browser:
            assert "Samen een wijkteam voor Oost" in (await browser.get("/")).text
        await beside_a_program_that_serves(shell)

    other = {"SECRET_KEY": "another secret of thirty-two characters!"}
    expected = (
        "SAMENSPRAAK_SECRET_KEY: this data was written with another key; put that one back, or set both, the"
        " new one first."
    )
    served, checked = await asyncio.gather(shell.run("serve", **other), shell.run("check", **other))
    assert served.complaint == expected
    assert (checked.code, checked.out) == (1, f"- {expected}\n")


async def test_stopping_at_once(shell: Shell) -> None:
    """A program that is told to stop as soon as it says that it runs ends without a word, with code 0."""
    async with shell.running("demo", "Ctrl-C stops.") as lines:
        assert lines


async def test_stopping_while_a_library_is_loaded(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody waits for a messenger's library that is still being read; the data was put away."""
    slow = tmp_path / "libraries" / "aiogram"
    slow.mkdir(parents=True)
    (slow / "__init__.py").write_text("import time\ntime.sleep(600)\n")
    monkeypatch.setenv("PYTHONPATH", str(slow.parent))
    shell.program.settings["TELEGRAM_TOKEN"] = "1:TEST"
    async with asyncio.timeout(60), shell.running("serve", "Samenspraak answers at") as lines:
        assert lines
    assert not (shell.program.data_dir / "samenspraak.db-wal").exists()


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
async def test_stopping_while_it_starts(shell: Shell, how: signal.Signals) -> None:
    """Wherever it stands, a start is broken off without a word; the next one goes on with what is there."""
    for seconds in (0.3, 1.5, 3.0):
        said = await shell.stopped("demo", seconds, how)
        assert after_a_stop(said), (seconds, said)
    async with shell.running("serve", "Samenspraak answers at") as lines:
        assert lines
