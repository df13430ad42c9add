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


def test_data_dir_that_cannot_be(tmp_path: Path) -> None:
    """A folder that cannot be made is a wrong setting."""
    (tmp_path / "file").write_text("")
    with pytest.raises(WrongSetting, match="SAMENSPRAAK_DATA_DIR"):
        prepare_data_dir(tmp_path / "file" / "data")
