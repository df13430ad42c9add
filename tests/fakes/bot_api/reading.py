"""The parameters of a call, from a request to the API or from a webhook's answer."""

import json
from typing import Any
from urllib.parse import parse_qsl

from aiogram.types import BufferedInputFile
from aiohttp import BodyPartReader, ClientResponse, MultipartReader, web

from fakes.bot_api.refusals import bad_request


async def read_parameters(source: web.Request | ClientResponse) -> dict[str, Any]:
    """Parameters as they came: strings from a form, values from JSON, files as uploads."""
    try:
        if source.content_type == "application/json":
            return _as_object(await source.text())
        if source.content_type.startswith("multipart/"):
            return await _parts(MultipartReader(source.headers, source.content))
        return dict(parse_qsl(await source.text(), keep_blank_values=True, errors="strict"))
    except UnicodeDecodeError as error:
        raise bad_request("strings must be encoded in UTF-8") from error


def _as_object(body: str) -> dict[str, Any]:
    try:
        found = json.loads(body)
    except json.JSONDecodeError as error:
        raise bad_request("can't parse JSON-encoded parameters") from error
    if not isinstance(found, dict):
        raise bad_request("JSON-encoded parameters must be an object")
    return found


async def _parts(reader: MultipartReader) -> dict[str, Any]:
    found: dict[str, Any] = {}
    async for part in reader:
        if not isinstance(part, BodyPartReader) or part.name is None:
            raise bad_request("a part of the form has no name")
        data = bytes(await part.read())
        found[part.name] = data.decode() if part.filename is None else BufferedInputFile(data, part.filename)
    return found
