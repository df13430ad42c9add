"""What goes wrong on the command line, in one sentence that says what to do."""

from __future__ import annotations

from sqlalchemy.exc import DBAPIError

from bot.organising import NotThere
from bot.settings import Settings, WrongSetting
from bot.trajectory_files import WrongFile
from bot.wiring import SchemaBehind
from flows.deeds.found_trajectory import SlugTaken
from flows.deeds.open_step import UnknownStep
from flows.steps import BY_CODE
from storage.database import is_unavailable
from storage.secrets import Unsealable


def complaint(problem: Exception, settings: Settings) -> str | None:
    """The sentence, or None for what is a mistake of ours."""
    match problem:
        case WrongSetting() | WrongFile() | NotThere():
            return str(problem)
        case SchemaBehind():
            return f"SAMENSPRAAK_DATABASE_URL: {problem}"
        case SlugTaken():
            return f"There is a trajectory {problem} already; choose another slug."
        case UnknownStep():
            return f"There is no step {problem}; the steps are {', '.join(BY_CODE)}."
        case Unsealable():
            return "SAMENSPRAAK_SECRET_KEY: this data was written with another key."
        case OSError() if problem.errno == 98 or "in use" in str(problem):
            return f"SAMENSPRAAK_PORT: port {settings.port} on {settings.host} is taken; choose another."
        case DBAPIError() | OSError() if is_unavailable(problem):
            return f"SAMENSPRAAK_DATABASE_URL: the database cannot be reached ({type(problem).__name__})."
        case _:
            return None
