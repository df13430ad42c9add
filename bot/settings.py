"""Every setting of the program, in one typed place. Only `bot.wiring` and `bot.commands` read it."""

from __future__ import annotations

import os
import re
import secrets
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from difflib import SequenceMatcher
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

PREFIX = "SAMENSPRAAK_"
"""What the name of every setting begins with in the environment."""


class WrongSetting(Exception):
    """A setting is wrong; the message is one sentence that says which, and what would be right."""


class Settings(BaseSettings):
    """Read from the environment, each name with SAMENSPRAAK_ before it."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True, frozen=True)

    database_url: str = Field("", description="where the data is; default a SQLite file in the data folder")
    data_dir: Path = Field(
        Path("samenspraak-data"), description="folder for the database, media and the generated secret"
    )
    secret_key: str = Field(
        "",
        description="32 characters or more that encrypt what is personal; several, newest first, "
        "separated by commas; default one that is made in the data folder",
    )
    base_url: str = Field("", description="how the outside world reaches us; default http://HOST:PORT")
    host: str = Field("127.0.0.1", description="address to listen on")
    port: int = Field(8000, ge=0, le=65535, description="port to listen on; 0 takes a free one")
    telegram_token: str = Field("", description="token of the Telegram bot; without one Telegram is off")
    telegram_api_url: str = Field("https://api.telegram.org", description="the Bot API server")
    telegram_mode: Literal["webhook", "polling"] = Field(
        "polling", description="`webhook` (Telegram calls us at BASE_URL) or `polling`"
    )
    telegram_library: Literal["aiogram", "python-telegram-bot"] = Field(
        "aiogram", description="`aiogram` or `python-telegram-bot`"
    )

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, url: str) -> str:
        if url and not re.match(r"(sqlite\+aiosqlite:///|postgresql\+asyncpg://)", url):
            raise ValueError("must begin with sqlite+aiosqlite:/// or postgresql+asyncpg://")
        return url

    @field_validator("secret_key")
    @classmethod
    def _long_enough(cls, key: str) -> str:
        if key and not _is_long_enough(key):
            raise ValueError("must have at least 32 characters")
        return key

    @field_validator("base_url", "telegram_api_url")
    @classmethod
    def _web_address(cls, url: str) -> str:
        if url and not _is_web_address(url):
            raise ValueError("must be a web address such as https://samen.example.nl")
        return url.rstrip("/")

    @field_validator("base_url")
    @classmethod
    def _host_alone(cls, url: str) -> str:
        # Links and Telegram's webhook are made by adding a path to it.
        if re.search(r"[?#@]|[^/:]/", url):
            raise ValueError("must be a scheme and a host alone, such as https://samen.example.nl")
        return url

    @field_validator("telegram_token")
    @classmethod
    def _token_shape(cls, token: str) -> str:
        if token and not re.fullmatch(r"\d+:[A-Za-z0-9_-]+", token):
            raise ValueError("does not look like a bot token (digits, a colon, letters)")
        return token

    @property
    def address(self) -> str:
        """How the outside world reaches us, the default filled in."""
        shown = f"[{self.host}]" if ":" in self.host else self.host
        return self.base_url or f"http://{shown}:{self.port}"

    @property
    def database_setting(self) -> str:
        """The name of the setting that says where the data is."""
        return f"{PREFIX}{'DATABASE_URL' if self.database_url else 'DATA_DIR'}"

    @property
    def database(self) -> str:
        """The database address, the default filled in."""
        return self.database_url or f"sqlite+aiosqlite:///{(self.data_dir / 'samenspraak.db').absolute()}"


def read_settings() -> Settings:
    """The settings of the environment; raises WrongSetting with one sentence."""
    _refuse_misspelled(os.environ)
    try:
        return Settings()
    except ValidationError as problem:
        error = problem.errors(include_url=False, include_input=False)[0]
        name = f"{PREFIX}{'_'.join(str(part) for part in error['loc'])}".upper()
        said = error["msg"].removeprefix("Value error, ").removeprefix("Input should be ")
        verb = "" if said.startswith(("must", "does")) else "should be "
        raise WrongSetting(f"{name} {verb}{said}.") from problem


def _refuse_misspelled(names: Iterable[str]) -> None:
    """A name that is nearly that of a setting would be passed over in silence."""
    known = [f"{PREFIX}{name.upper()}" for name in Settings.model_fields]
    for name in names:
        if name.upper() in known:
            continue
        for meant in known:
            if _is_slip(name.upper(), meant) or _is_piece(name.upper(), meant):
                raise WrongSetting(f"{name} is no setting; did you mean {meant}?")


def _is_slip(name: str, meant: str) -> bool:
    """One or two letters more, less or other."""
    return abs(len(name) - len(meant)) <= 2 and SequenceMatcher(None, name, meant).ratio() >= 0.9


def _is_piece(name: str, meant: str) -> bool:
    """Some of its words and no other: SAMENSPRAAK_TOKEN, SAMENSPRAAK_TELEGRAM_URL."""
    words = name.removeprefix(PREFIX).split("_")
    return name.startswith(PREFIX) and set(words) <= set(meant.removeprefix(PREFIX).split("_"))


def prepare_data_dir(folder: Path) -> None:
    """Make the data folder; it and what is made in it are the owner's alone. Raises WrongSetting."""
    os.umask(0o077)
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        folder.chmod(0o700)
    except OSError as problem:
        raise WrongSetting(
            f"SAMENSPRAAK_DATA_DIR: the folder {folder} cannot be used ({problem.strerror})."
        ) from problem


def secret_of(settings: Settings) -> str:
    """The secret key: the one that is set, else the one in the data folder, made when there is none.

    Raises WrongSetting when that file holds no key any more.
    """
    if settings.secret_key:
        return settings.secret_key
    path = settings.data_dir / "secret.key"
    try:
        if not path.exists():
            place(path, secrets.token_urlsafe(48))
        key = path.read_text(encoding="ascii", errors="replace").strip()
    except OSError as problem:
        raise WrongSetting(
            f"SAMENSPRAAK_SECRET_KEY: {path} cannot be used ({problem.strerror})."
        ) from problem
    if not _is_long_enough(key) or not key.isascii():
        raise WrongSetting(
            f"SAMENSPRAAK_SECRET_KEY: {path} is empty or damaged; put the key back from a backup."
        )
    return key


def place(path: Path, words: str) -> None:
    """A file that is whole on the disk before it has its name; of two made at once the first stays."""
    number, name = tempfile.mkstemp(dir=path.parent, prefix=f"{path.name}.")
    fresh = Path(name)
    try:
        with os.fdopen(number, "w") as file:
            file.write(words)
            file.flush()
            os.fsync(number)
        with suppress(FileExistsError):
            path.hardlink_to(fresh)
    finally:
        fresh.unlink()


def _is_long_enough(key: str) -> bool:
    return all(len(part.strip()) >= 32 for part in key.split(","))


def _is_web_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        has_host = parts.hostname is not None and parts.port != 0
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and has_host and not re.search(r"\s", url)
