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
from sqlalchemy import create_engine, text
from sqlalchemy.engine import URL

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "bot" / "samples" / "example.toml"
SCRIPT = Path(sys.executable).with_name("samenspraak")
STORY = "Er lag glas bij de bank [b]en niemand[/b] ruimde het op."

AT_ONCE = asyncio.Semaphore(3)
"""Each process is busy for a second with its imports."""


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


async def run(program: Program, *words: str, typed: str = "", **settings: str) -> Said:
    """One command to its end; `settings` by name without the prefix, in place of the program's own."""
    changed = {f"SAMENSPRAAK_{name}": value for name, value in settings.items()}
    async with AT_ONCE, asyncio.timeout(120):
        pipe = asyncio.subprocess.PIPE
        process = await asyncio.create_subprocess_exec(
            str(SCRIPT),
            *words,
            env={**program.environment, "COLUMNS": "100", **changed},
            stdin=pipe,
            stdout=pipe,
            stderr=pipe,
        )
        out, err = await process.communicate(typed.encode())
    assert process.returncode is not None
    return Said(process.returncode, out.decode(), err.decode())


async def complaints(program: Program, cases: Sequence[tuple[dict[str, str], tuple[str, ...]]]) -> list[str]:
    """The sentences that commands stop with, each run with its own settings."""
    ended = await asyncio.gather(*(run(program, *words, **settings) for settings, words in cases))
    return [said.complaint for said in ended]


@asynccontextmanager
async def running(program: Program, command: str, last_line: str) -> AsyncIterator[list[str]]:
    """A command that keeps running, from its last line on; stopped politely, it says nothing more."""
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(
        str(SCRIPT), command, env=program.environment, stdout=pipe, stderr=pipe
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
def program(tmp_path: Path) -> Program:
    return Program(tmp_path / "data")


async def test_wrong_settings(program: Program, tmp_path: Path) -> None:
    """Each wrong setting is one sentence that names it, and the program stops with code 2."""
    file = tmp_path / "file"
    file.write_text("")
    expected = {
        ("PORT", "high"): "SAMENSPRAAK_PORT should be a valid integer, unable to parse string as an integer.",
        ("PORT", "70000"): "SAMENSPRAAK_PORT should be less than or equal to 65535.",
        ("SECRET_KEY", "short"): "SAMENSPRAAK_SECRET_KEY must have at least 32 characters.",
        (
            "DATABASE_URL",
            "mysql://localhost/x",
        ): "SAMENSPRAAK_DATABASE_URL must begin with sqlite+aiosqlite:/// or postgresql+asyncpg://.",
        (
            "BASE_URL",
            "samen.example",
        ): "SAMENSPRAAK_BASE_URL must be a web address such as https://samen.example.nl.",
        (
            "TELEGRAM_API_URL",
            "ftp://x",
        ): "SAMENSPRAAK_TELEGRAM_API_URL must be a web address such as https://samen.example.nl.",
        ("TELEGRAM_TOKEN", "a token"): (
            "SAMENSPRAAK_TELEGRAM_TOKEN does not look like a bot token (digits, a colon, letters)."
        ),
        ("TELEGRAM_MODE", "pigeon"): "SAMENSPRAAK_TELEGRAM_MODE should be 'webhook' or 'polling'.",
        (
            "TELEGRAM_LIBRARY",
            "x",
        ): "SAMENSPRAAK_TELEGRAM_LIBRARY should be 'aiogram' or 'python-telegram-bot'.",
        ("DATA_DIR", str(file)): (f"SAMENSPRAAK_DATA_DIR: the folder {file} cannot be used (File exists)."),
        ("DATABASE_URL", "postgresql+asyncpg://someone:secret@127.0.0.1:9/x"): (
            "SAMENSPRAAK_DATABASE_URL: the database cannot be reached (ConnectionRefusedError)."
        ),
        ("DATABASE_URL", "sqlite+aiosqlite:////nowhere/samenspraak.db"): (
            "SAMENSPRAAK_DATABASE_URL: the database cannot be reached (OperationalError)."
        ),
    }
    said = await complaints(program, [({name: value}, ("serve",)) for name, value in expected])
    assert said == list(expected.values())


async def test_settings_that_only_show_when_they_are_used(program: Program, tmp_path: Path) -> None:
    """What is wrong with an address or a file is said of the right setting, also when that shows late."""
    no_database = tmp_path / "no.db"
    no_database.write_text("These are no tables.\n" * 100)
    empty_key = Program(tmp_path / "emptied")
    empty_key.data_dir.mkdir()
    (empty_key.data_dir / "secret.key").write_text("")
    cases = [
        ({"HOST": "192.0.2.1"}, ("serve",)),
        ({"DATABASE_URL": f"sqlite+aiosqlite:///{no_database}"}, ("trajectory", "list")),
        ({"DATABASE_URL": "sqlite+aiosqlite:///:memory:"}, ("trajectory", "list")),
        ({"DATABASE_URL": "postgresql+asyncpg://me:secret@127.0.0.1:port/x"}, ("trajectory", "list")),
        ({"DATA_DIR": str(empty_key.data_dir)}, ("trajectory", "list")),
    ]
    ended = await asyncio.gather(*(run(program, *words, **settings) for settings, words in cases))
    named = [re.match(r"SAMENSPRAAK_\w+", said.err) for said in ended]
    assert [
        (said.code, name[0] if name else said.err[-200:]) for said, name in zip(ended, named, strict=True)
    ] == [
        (2, "SAMENSPRAAK_HOST"),
        (2, "SAMENSPRAAK_DATABASE_URL"),
        (2, "SAMENSPRAAK_DATABASE_URL"),
        (2, "SAMENSPRAAK_DATABASE_URL"),
        (2, "SAMENSPRAAK_SECRET_KEY"),
    ]


async def test_what_an_organiser_does(program: Program, tmp_path: Path) -> None:
    """A trajectory from the example, its step, its links and its moderator; and every slip in a sentence."""
    program.settings["BASE_URL"] = "https://samen.example"
    migrated = await run(program, "migrate")
    assert re.fullmatch(r"The database went from nothing to \w+\.\n", migrated.out)
    assert (await run(program, "migrate")).out == "The database is up to date.\n"
    made = await run(program, "trajectory", "new", str(EXAMPLE))
    assert (made.code, made.err) == (0, "")
    assert made.out.startswith("Laid in: werk-dichtbij, with 3 networks.\n")
    assert (await run(program, "check")).code == 1
    opened = await run(program, "trajectory", "step", "werk-dichtbij", "exchange", "open")
    assert opened.out == "werk-dichtbij: step exchange is open.\n"
    listed, invited, added, checked = await asyncio.gather(
        run(program, "trajectory", "list"),
        run(program, "invite", "werk-dichtbij", "taalcafe"),
        run(program, "moderator", "add", "Noor", "--role", "organiser"),
        run(program, "check"),
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
        ("trajectory", "new", "missing.toml"): "missing.toml: cannot be read (No such file or directory).",
        ("trajectory", "step", "park", "exchange", "open"): (
            "There is no trajectory park; see samenspraak trajectory list."
        ),
        ("trajectory", "step", "werk-dichtbij", "party", "open"): (
            "There is no step party; the steps are networks, activate, exchange, choose, refine, realise,"
            " present, commit, stay."
        ),
        ("invite", "werk-dichtbij", "kerk"): (
            "werk-dichtbij has no network kerk; it has bibliotheek, taalcafe, werkgevers."
        ),
        ("invite", "park", "taalcafe"): "There is no trajectory park; see samenspraak trajectory list.",
    }
    assert await complaints(program, [({}, words) for words in slips]) == list(slips.values())


async def test_usage(program: Program) -> None:
    """The help names every command; a word that is no command, role or act is refused, without a traceback."""
    helped, *wrong = await asyncio.gather(
        run(program, "--help"),
        run(program, "bogus"),
        run(program, "moderator", "add", "Noor", "--role", "boss"),
        run(program, "trajectory", "step", "a", "exchange", "ajar"),
    )
    assert helped.code == 0
    for command in ("demo", "serve", "chat", "migrate", "trajectory", "invite", "moderator", "check"):
        assert re.search(rf"^\W*{command}\s", helped.out, re.MULTILINE), command
    assert [(said.code, "Traceback" in said.err) for said in wrong] == [(2, False)] * 3
    assert not program.data_dir.exists()


async def test_demo_then_chat_then_serve(program: Program) -> None:
    """What the demonstration laid in and what was said in the terminal is there when `serve` goes on."""
    async with running(program, "demo", "Ctrl-C stops.") as lines:
        assert lines[0] == "Two sample trajectories were laid in."
        links = re.findall(r"http://\S+", "\n".join(lines))
        assert len(links) == 4
        assert all(link.startswith(f"{program.url}/") for link in links)
        async with httpx.AsyncClient(headers={"Origin": program.url}) as browser:
            for link in links:
                assert (await browser.get(link)).status_code == 200
            answers = [await browser.post(links[-1], data={"csrf": ""}) for _ in range(2)]
            assert [answer.status_code for answer in answers] == [303, 410]
    paths = (program.data_dir, *program.data_dir.rglob("*"))
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in paths if path.is_file()}
    assert set(modes.values()) == {0o600}, modes
    assert stat.S_IMODE(program.data_dir.stat().st_mode) == 0o700

    words = ("1", "verder", "verder", "duidelijk", "1", "ja", STORY, "nee")
    talked = await run(program, "chat", "--trajectory", "wijkteam-oost", typed="\n".join(words) + "\n")
    assert (talked.code, talked.err) == (0, "")
    assert STORY in " ".join(talked.out.split())
    assert "Je verhaal is binnen." in talked.out

    async with running(program, "serve", "Samenspraak answers at") as lines:
        assert lines == [f"Samenspraak answers at {program.url}/"]
        async with httpx.AsyncClient(base_url=program.url) as browser:
            assert "Samen een wijkteam voor Oost" in (await browser.get("/")).text
        taken = await run(program, "serve")
        assert taken.complaint == (
            f"SAMENSPRAAK_PORT: port {program.port} on 127.0.0.1 is taken; choose another."
        )
    async with running(program, "demo", "Ctrl-C stops.") as lines:
        assert "laid in" not in "\n".join(lines)

    other = {"SECRET_KEY": "another secret of thirty-two characters!"}
    commands = [(other, words) for words in (("serve",), ("trajectory", "list"), ("chat",))]
    expected = "SAMENSPRAAK_SECRET_KEY: this data was written with another key."
    assert await complaints(program, commands) == [expected] * 3
    checked = await run(program, "check", **other)
    assert (checked.code, checked.out) == (1, f"- {expected}\n")


async def test_a_database_of_a_newer_version(program: Program) -> None:
    """A program that is older than its database says so, and changes nothing."""
    await run(program, "migrate")
    engine = create_engine(f"sqlite:///{program.data_dir / 'samenspraak.db'}")
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = 'ffffffffffff'"))
    engine.dispose()
    served, migrated = await asyncio.gather(run(program, "serve"), run(program, "migrate"))
    for said in (served, migrated):
        assert (said.code, said.err[-300:].count("\n")) == (2, 1), said.err[-300:]


async def test_postgresql(program: Program, postgresql_server: URL, postgresql_url: str) -> None:
    """A database that does not exist, or is not migrated, is one sentence; then everything works there."""

    def at(url: URL) -> dict[str, str]:
        return {"DATABASE_URL": url.render_as_string(hide_password=False)}

    nowhere = await run(program, "trajectory", "list", **at(postgresql_server.set(database="nowhere")))
    assert (nowhere.code, nowhere.err[:26]) == (2, "SAMENSPRAAK_DATABASE_URL: "), nowhere.err[-300:]
    program.settings["DATABASE_URL"] = postgresql_url
    made, migrated = await asyncio.gather(
        run(program, "trajectory", "new", str(EXAMPLE)), run(program, "migrate")
    )
    assert (made.code, made.err) == (0, "")
    assert migrated.out == "The database is up to date.\n"
