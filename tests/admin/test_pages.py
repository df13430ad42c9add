"""What every page of ours has in common."""

import re
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError
from structlog.testing import capture_logs

import admin

FOLDER = Path(admin.__file__).parent
PHYSICAL = (
    r"(?<![\w-])(?:(?:margin|padding|border)-(?:left|right|top|bottom)|(?:min|max)-(?:width|height)"
    r"|left|right|top|bottom|float|width|height)\s*:"
)
TEMPLATES = sorted((FOLDER / "templates").glob("*.html"))


@pytest.mark.parametrize(
    "path", ["/", "/t/oost", "/t/nergens", "/desk", "/desk/oost/queue", "/desk/in/x", "/desk/nope"]
)
async def test_every_page_keeps_the_browser_to_our_own_files(world, path):
    """Pages and refusals alike."""
    await world.sign_in()
    got = await world.client.get(path)
    policy = got.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert got.headers["x-content-type-options"] == "nosniff"
    assert got.headers["referrer-policy"] == "same-origin"
    assert ("no-store" in got.headers["cache-control"]) == (path not in ("/", "/t/oost"))


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_no_template_has_script_or_style_of_its_own(template):
    """The policy would refuse it, and nobody would see why."""
    words = template.read_text()
    assert not re.search(r"<script(?![^>]*src=)|<style|\sstyle=|\son\w+=|javascript:", words)
    assert "|safe" not in words


@pytest.mark.parametrize("sheet", sorted((FOLDER / "static").glob("*.css")), ids=lambda path: path.name)
def test_style_sheets_can_be_mirrored(sheet):
    """Logical properties only."""
    words = re.sub(r"@media[^{]*", "", sheet.read_text())
    assert not re.search(PHYSICAL, words)
    assert "text-align: left" not in words
    assert "text-align: right" not in words


async def test_a_database_that_is_away_is_said_kindly(world, monkeypatch):
    """503, and when to try again; never a stack trace."""

    def away(self):
        raise OperationalError("SELECT secret", {}, OSError("gone"))

    monkeypatch.setattr(type(world.database), "reading", away)
    for path in ("/t/oost", "/"):
        page = await world.client.get(path)
        assert page.status_code == 503
        assert page.headers["retry-after"] == "10"
        assert "secret" not in page.text


async def test_a_mistake_of_ours_is_said_kindly(world, monkeypatch):
    """500 on a page of ours; the log says where it was, and no word of it."""

    def fail(self):
        raise LookupError("what a resident said")

    monkeypatch.setattr(type(world.database), "reading", fail)
    with capture_logs() as logs:
        page = await world.client.get("/t/oost")
        english = await world.client.get("/", headers={"Accept-Language": "en"})
    assert (page.status_code, english.status_code) == (500, 500)
    assert "Er ging iets mis bij ons." in page.text
    assert "Something went wrong on our side." in english.text
    assert [log["problem"] for log in logs] == ["LookupError", "LookupError"]
    assert "resident" not in repr(logs)


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "DELETE"])
async def test_an_address_without_a_page_is_said_on_one(world, method):
    """Whatever is sent there."""
    for path in ("/t/oost/elders", "/desk/elders", "/desk/oost/queue/1/publish/elders"):
        page = await world.client.request(method, path)
        assert page.status_code == 404
        assert "Deze pagina is er niet" in page.text


async def test_a_page_before_signing_in_speaks_the_language_of_the_browser(world):
    """Dutch, when it asks for neither of ours."""
    for asked, words in (
        ("en-GB,en;q=0.8", "Sign in first"),
        ("fr", "Meld je eerst aan"),
        ("", "Meld je eerst aan"),
    ):
        page = await world.client.get("/desk", headers={"Accept-Language": asked})
        assert words in page.text


def test_every_refusal_has_its_two_texts(wording):
    """In each language that the desk speaks."""
    source = "".join(path.read_text() for path in FOLDER.glob("*.py"))
    keys = set(re.findall(r'Turned\(\d+, "([\w-]+)"', source))
    assert {"signed-out", "role", "away"} <= keys
    assert all(wording.has(f"turned-{key}") and wording.has(f"turned-{key}-title") for key in keys)


def test_every_text_that_a_template_names_is_there(wording):
    """A key with a typing error would only be found when its page is opened."""
    named = set()
    for template in TEMPLATES:
        named |= set(re.findall(r't\("([\w-]+[\w])"[,)]', template.read_text()))
        named |= set(re.findall(r"t\('([\w-]+[\w])'[,)]", template.read_text()))
    assert len(named) > 80
    assert [key for key in sorted(named) if not wording.has(key)] == []
