"""What goes wrong on the command line, in one sentence that says what to do."""

from __future__ import annotations

from sqlalchemy.exc import DBAPIError

from bot.finding import NotThere
from bot.idea_files import WrongIdeaFile
from bot.key_mark import OTHER_KEY
from bot.settings import Settings, WrongSetting
from bot.trajectory_files import WrongFile
from flows.deeds.found_trajectory import SlugTaken
from flows.deeds.stepping import UnknownStep
from flows.steps import BY_CODE
from storage.database import Unusable, is_unavailable
from storage.schema import SchemaAhead, SchemaBehind
from storage.secrets import Unsealable


def complaint(problem: Exception, settings: Settings) -> str | None:
    """The sentence, or None for what is a mistake of ours."""
    match problem:
        case WrongSetting() | WrongFile() | WrongIdeaFile() | NotThere():
            return str(problem)
        case Unusable() | SchemaBehind() | SchemaAhead():
            return f"{settings.database_setting}: {problem}"
        case SlugTaken():
            return f"There is a trajectory {problem} already; choose another slug."
        case UnknownStep():
            return f"There is no step {problem}; the steps are {', '.join(BY_CODE)}."
        case Unsealable():
            return OTHER_KEY
        case DBAPIError() if is_unavailable(problem):
            return f"{settings.database_setting}: the database cannot be reached ({type(problem).__name__})."
        case _:
            return None
