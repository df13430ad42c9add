"""Settings: one typed place, one table in the README, one sentence for each mistake."""

from __future__ import annotations

import re
import stat
from pathlib import Path

import pytest

from bot.settings import Settings, WrongSetting, prepare_data_dir, read_settings, secret_of

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("PORT", "high", "SAMENSPRAAK_PORT should be a valid integer, unable to parse string as an integer."),
        ("PORT", "70000", "SAMENSPRAAK_PORT should be less than or equal to 65535."),
        ("DATABASE_URL", "mysql://x", "SAMENSPRAAK_DATABASE_URL must begin with sqlite+aiosqlite:///"),
        ("SECRET_KEY", "short", "SAMENSPRAAK_SECRET_KEY must have at least 32 characters."),
        ("BASE_URL", "samen.example", "SAMENSPRAAK_BASE_URL must be a web address such as"),
        ("TELEGRAM_TOKEN", "nonsense", "SAMENSPRAAK_TELEGRAM_TOKEN does not look like a bot token"),
        ("TELEGRAM_MODE", "pigeon", "SAMENSPRAAK_TELEGRAM_MODE should be 'webhook' or 'polling'."),
        (
            "TELEGRAM_LIBRARY",
            "x",
            "SAMENSPRAAK_TELEGRAM_LIBRARY should be 'aiogram' or",
        ),
    ],
)
def test_wrong_setting(monkeypatch: pytest.MonkeyPatch, name: str, value: str, sentence: str) -> None:
    """A wrong setting is named in one sentence that does not repeat its value."""
    monkeypatch.setenv(f"SAMENSPRAAK_{name}", value)
    with pytest.raises(WrongSetting) as raised:
        read_settings()
    assert str(raised.value).startswith(sentence)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    "url",
    [
        "https://samen.example/deelnemen",
        "https://samen.example//deelnemen/",
        "https://samen.example:8443/deelnemen",
        "https://samen.example?x=1",
        "https://samen.example/?x=1",
        "https://samen.example/?",
        "https://samen.example#top",
        "https://noor:geheim@samen.example",
    ],
)
def test_a_base_url_that_says_too_much(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    """Links are made by adding to it: it is a scheme, a host and perhaps a port, and nothing more."""
    monkeypatch.setenv("SAMENSPRAAK_BASE_URL", url)
    with pytest.raises(WrongSetting) as raised:
        read_settings()
    assert str(raised.value) == (
        "SAMENSPRAAK_BASE_URL must be a scheme and a host alone, such as https://samen.example.nl."
    )


@pytest.mark.parametrize(
    "url",
    [
        "https://",
        "https:///",
        "https://:8443",
        "https://samen.example:high",
        "https://samen.example:70000",
        "https://sa men.example",
        "//samen.example",
        "samen.example:8000",
        "ftp://samen.example",
        "https://[::1",
    ],
)
def test_a_base_url_that_cannot_be(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    """Without a scheme or a host, or with half of one, nobody can follow a link."""
    monkeypatch.setenv("SAMENSPRAAK_BASE_URL", url)
    with pytest.raises(WrongSetting) as raised:
        read_settings()
    assert str(raised.value) == "SAMENSPRAAK_BASE_URL must be a web address such as https://samen.example.nl."


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://samen.example.nl/", "https://samen.example.nl"),
        ("HTTPS://Samen.Example", "HTTPS://Samen.Example"),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000"),
        ("http://[::1]:8000/", "http://[::1]:8000"),
    ],
)
def test_a_base_url(monkeypatch: pytest.MonkeyPatch, url: str, kept: str) -> None:
    """A slash at its end is no path."""
    monkeypatch.setenv("SAMENSPRAAK_BASE_URL", url)
    assert read_settings().base_url == kept


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("SAMENSPRAAK_PROT", "PORT"),
        ("SAMENSPRAAK_PORTS", "PORT"),
        ("SAMENSPRAAK_BASEURL", "BASE_URL"),
        ("SAMENSPRAAK_TELEGRAM_TOKN", "TELEGRAM_TOKEN"),
        ("SAMENSPRAAK_TOKEN", "TELEGRAM_TOKEN"),
        ("SAMENSPRAAK_TELEGRAM_URL", "TELEGRAM_API_URL"),
        ("SAMENSPRAAK_SECRET", "SECRET_KEY"),
        ("SAMENSPRAK_DATA_DIR", "DATA_DIR"),
        ("samenspraak_data_dri", "DATA_DIR"),
    ],
)
def test_a_misspelled_setting(monkeypatch: pytest.MonkeyPatch, name: str, meant: str) -> None:
    """A slip, or a piece of a name, is not passed over in silence."""
    monkeypatch.setenv(name, "8000")
    with pytest.raises(WrongSetting) as raised:
        read_settings()
    assert str(raised.value) == f"{name} is no setting; did you mean SAMENSPRAAK_{meant}?"


@pytest.mark.parametrize(
    "name",
    [
        *("SAMENSPRAAK_TEST_POSTGRESQL", "SAMENSPRAAK_TEST_REQUIRED", "SAMENSPRAAK_TEST_CHROMIUM"),
        *("SAMENSPRAAK_TEST_DATABASE_URL", "SAMENSPRAAK_RECORD", "SAMENSPRAAK_WHATSAPP_TOKEN"),
        *("SAMENSPRAAK_MATRIX_HOMESERVER", "SAMENSPRAAK_POLIS_DATA", "SAMENSPRAAK_SMTP_PORT"),
        *("PORT", "DATABASE_URL", "TELEGRAM_TOKEN", "samenspraak_port"),
    ],
)
def test_another_name(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """What is really called otherwise is let be: an older version meets settings of a newer one."""
    monkeypatch.setenv(name, "8000")
    read_settings()


def test_where_the_data_is(tmp_path: Path) -> None:
    """What is said about the database is said of the setting that chose it."""
    assert Settings(data_dir=tmp_path).database_setting == "SAMENSPRAAK_DATA_DIR"
    chosen = Settings(database_url="sqlite+aiosqlite:///x.db")
    assert chosen.database_setting == "SAMENSPRAAK_DATABASE_URL"


def test_readme_lists_every_setting() -> None:
    """The README's table has every setting, and no other."""
    named = set(re.findall(r"^\| `SAMENSPRAAK_(\w+)`", (ROOT / "README.md").read_text(), re.MULTILINE))
    assert named == {field.upper() for field in Settings.model_fields}


def test_secret_is_made_once(tmp_path: Path) -> None:
    """Without a secret one is made in the data folder, readable by the owner alone, and kept."""
    settings = Settings(data_dir=tmp_path / "data")
    prepare_data_dir(settings.data_dir)
    first = secret_of(settings)
    assert secret_of(settings) == first
    assert stat.S_IMODE((settings.data_dir / "secret.key").stat().st_mode) == 0o600
    assert stat.S_IMODE(settings.data_dir.stat().st_mode) == 0o700


@pytest.mark.parametrize("left", [b"", b"\n", b"short", b"\xff\xfe" * 40, None], ids=str)
def test_a_damaged_secret(tmp_path: Path, left: bytes | None) -> None:
    """A key file that holds no key any more is not taken for one, and not written over."""
    path = tmp_path / "secret.key"
    if left is None:
        path.mkdir()
    else:
        path.write_bytes(left)
    with pytest.raises(WrongSetting) as raised:
        secret_of(Settings(data_dir=tmp_path))
    assert str(raised.value).startswith(f"SAMENSPRAAK_SECRET_KEY: {path} ")
    assert left is None or path.read_bytes() == left
    chosen = "a secret of at least thirty-two characters"
    assert secret_of(Settings(data_dir=tmp_path, secret_key=chosen)) == chosen


def test_a_secret_that_another_made_meanwhile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of two programs that start for the first time at once, the later takes the key of the earlier."""
    settings = Settings(data_dir=tmp_path)
    first = secret_of(settings)
    monkeypatch.setattr(Path, "exists", lambda _: False)
    assert secret_of(settings) == first
    assert [path.name for path in tmp_path.iterdir()] == ["secret.key"]


def test_data_dir_that_cannot_be(tmp_path: Path) -> None:
    """A folder that cannot be made is a wrong setting."""
    (tmp_path / "file").write_text("")
    with pytest.raises(WrongSetting, match="SAMENSPRAAK_DATA_DIR"):
        prepare_data_dir(tmp_path / "file" / "data")
