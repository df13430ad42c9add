"""The mark by which a wrong secret key is known before anybody took part."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from bot.key_mark import check_mark, lay_mark
from bot.settings import WrongSetting
from storage.secrets import Secrets, Unsealable

OLD, NEW = "an old secret of thirty-two characters!!", "a new secret of thirty-two characters!!!"


def test_another_key(tmp_path: Path) -> None:
    """Without a mark every key fits; with one only what can open it, also after it is laid again."""
    check_mark(tmp_path, Secrets(NEW))
    for key in (OLD, f"{NEW},{OLD}"):
        lay_mark(tmp_path, Secrets(key))
    check_mark(tmp_path, Secrets(OLD))
    check_mark(tmp_path, Secrets(f"{NEW},{OLD}"))
    with pytest.raises(Unsealable):
        check_mark(tmp_path, Secrets(NEW))
    (file,) = tmp_path.iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_mark_that_cannot_be_read(tmp_path: Path) -> None:
    """It is a wrong setting, of the folder; a damaged mark is of no key that we have."""
    path = tmp_path / "secret.mark"
    path.write_text("no mark")
    with pytest.raises(Unsealable):
        check_mark(tmp_path, Secrets(OLD))
    path.unlink()
    path.mkdir()
    with pytest.raises(WrongSetting, match=r"SAMENSPRAAK_DATA_DIR: .*secret\.mark cannot be used"):
        check_mark(tmp_path, Secrets(OLD))
