"""Whether there is a database behind an address."""

from __future__ import annotations

import asyncio
from socket import gaierror

from sqlalchemy.exc import DBAPIError

from storage.database import Database, Unusable
from storage.sqlite_file import check_file

PATIENCE = 10.0
"""Seconds; a server that takes longer to open the door is away."""

_NO_SUCH_DATABASE = "3D000"
_NOT_LET_IN = "28"


async def reach(database: Database) -> None:
    """Raise Unusable when it cannot be opened, with the reason in a sentence that holds no password."""
    if database.path:
        check_file(database.path)
        return
    try:
        async with asyncio.timeout(PATIENCE), database.reading():
            pass
    except TypeError:
        raise Unusable(
            "asyncpg does not know an option after its question mark; it is ssl=require, not sslmode."
        ) from None
    except DBAPIError as problem:
        raise Unusable(_refusal(problem, database)) from None
    except (gaierror, UnicodeError):
        raise Unusable(f"there is no host {database.url.host}.") from None
    except OSError as problem:
        raise Unusable(f"the database cannot be reached ({type(problem).__name__}).") from None


def _refusal(problem: DBAPIError, database: Database) -> str:
    """What the server said, by its code: its own words may be in any language."""
    code = getattr(problem.orig, "sqlstate", None) or ""
    if code == _NO_SUCH_DATABASE:
        return f"the server has no database {database.url.database}."
    if code.startswith(_NOT_LET_IN):
        return "the server does not accept this name and password."
    cause = problem.orig.__cause__ if problem.orig else None
    return f"the database cannot be reached ({type(cause or problem).__name__})."
