"""Ideas from a meeting or from paper."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from rich.console import Console
from sqlalchemy import select
from sqlmodel import col
from stage import Stage

from bot.idea_files import IdeaLine, RefusedLine, WrongIdeaFile, read_ideas
from bot.importing import import_file
from bot.settings import Settings
from storage.tables import Node

HEAD = "text,language,source\n"
LANGUAGES = ("nl", "en")


def lines(path: Path, content: str | bytes, known: set[str] | None = None) -> list[IdeaLine | RefusedLine]:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(read_ideas(path, LANGUAGES, known or set()))


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (",nl,papier", "there is no text"),
        ("  ,nl,papier", "there is no text"),
        ("Kort,nl,", "the text is shorter than 5 characters"),
        ("x" * 601 + ",nl,", "the text is longer than 600 characters (601)"),
        ("Meer licht,pl,", "the trajectory does not speak 'pl', only nl, en"),
        ("Meer licht,nl," + "x" * 41, "the source is longer than 40 characters"),
        ("MEER bankjes!,nl,", "this idea is there already"),
        ("Eerste idee,nl,", "this idea stands on line 2 as well"),
    ],
)
def test_refused_lines(tmp_path: Path, row: str, why: str) -> None:
    """A line that cannot be taken says why, with its own number; the lines around it are taken."""
    content = f"{HEAD}Eerste idee,,Zaal\n{row}\nLaatste idee,EN,\n"
    assert lines(tmp_path / "a.csv", content, {"meer bankjes"}) == [
        IdeaLine(2, "Eerste idee", "nl", "Zaal"),
        RefusedLine(3, why),
        IdeaLine(4, "Laatste idee", "en", ""),
    ]


def test_as_spreadsheets_write(tmp_path: Path) -> None:
    """Byte order mark, semicolons, quotes, lines within a text, empty lines; numbers as in the file."""
    rows = ('"Een bankje;\r\nbij de vijver";nl;"Zaal ""De Brug"""', "", "Licht erbij;;")
    content = "\ufefftext;language;source\r\n" + "\r\n".join(rows)
    assert lines(tmp_path / "a.csv", content) == [
        IdeaLine(2, "Een bankje;\nbij de vijver", "nl", 'Zaal "De Brug"'),
        IdeaLine(5, "Licht erbij", "nl", ""),
    ]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("", "the first line must name the columns"),
        ("idee,taal\n", "the first line must name the columns"),
        ("text,colour\n", "'colour' is no column"),
        (HEAD.encode() + b"Een idee\nCaf\xe9 erbij\n", "is not written in UTF-8 (line 3)"),
        (HEAD + '"Een idee', "is no CSV"),
    ],
)
def test_wrong_files(tmp_path: Path, content: str | bytes, says: str) -> None:
    """A file that cannot be read as a whole is refused in one sentence."""
    with pytest.raises(WrongIdeaFile) as refused:
        lines(tmp_path / "a.csv", content)
    assert says in str(refused.value)


def test_no_file(tmp_path: Path) -> None:
    """A file that is not there is named."""
    with pytest.raises(WrongIdeaFile, match=r"nowhere\.csv: cannot be read"):
        list(read_ideas(tmp_path / "nowhere.csv", LANGUAGES, set()))


async def imported(stage: Stage, folder: Path, content: str, *, take: bool) -> str:
    path = folder / "ideas.csv"
    path.write_text(content, encoding="utf-8")
    secret = "a secret of at least thirty-two characters"
    settings = Settings(database_url=stage.url, data_dir=folder, secret_key=secret)
    screen = io.StringIO()
    console = Console(file=screen, width=100)
    await import_file(settings, console, "parkrand", path, take=take, ask=False)
    return screen.getvalue()


async def ideas(stage: Stage) -> list[tuple[int, str, str, str]]:
    columns = (col(Node.number), col(Node.text), col(Node.source), col(Node.state))
    async with stage.acting() as acting:
        rows = await acting.connection.execute(select(*columns).order_by(col(Node.number)))
        return [tuple(row) for row in rows]


async def test_dry_run_then_taken_once(sqlite_url: str, tmp_path: Path) -> None:
    """Nothing is stored by a dry run; what is taken is published, and a second time it is there already."""
    stage = Stage(sqlite_url)
    await stage.set_up()
    content = HEAD + "Meer licht bij de vijver,nl,Zaal\nEen bankje erbij,nl,\nx,nl,\n"
    said = await imported(stage, tmp_path, content, take=False)
    assert "2 ideas can be taken, 1 refused." in said
    assert "line 4: the text is shorter" in said
    assert "Nothing was taken." in said
    assert await ideas(stage) == []
    assert "2 ideas laid in." in await imported(stage, tmp_path, content, take=True)
    taken = [
        (1, "Meer licht bij de vijver", "Zaal", "published"),
        (2, "Een bankje erbij", "", "published"),
    ]
    assert await ideas(stage) == taken
    again = await imported(stage, tmp_path, content + "Nog een idee,nl,\n", take=True)
    assert "1 idea can be taken, 3 refused." in again
    assert await ideas(stage) == [*taken, (3, "Nog een idee", "", "published")]


async def test_many_lines(sqlite_url: str, tmp_path: Path) -> None:
    """Pages follow each other without a gap in the numbers; past fifty, what is refused is counted."""
    stage = Stage(sqlite_url)
    await stage.set_up()
    rows = [f"Idee nummer {n} is heel anders,nl,\n" for n in range(1200)] + ["x,nl,\n"] * 60
    said = await imported(stage, tmp_path, HEAD + "".join(rows), take=True)
    assert "1200 ideas can be taken, 60 refused." in said
    assert "and 10 more" in said
    assert [number for number, *_ in await ideas(stage)] == list(range(1, 1201))
