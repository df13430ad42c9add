"""Whether a call is one that Telegram knows, by aiogram's own models of its methods."""

import json
import re
from collections.abc import Iterator
from types import UnionType
from typing import Any, Union, get_args, get_origin

import aiogram.methods
from aiogram.methods import TelegramMethod
from aiogram.types import BufferedInputFile
from pydantic import BaseModel, ValidationError

from fakes.bot_api.refusals import Refused, bad_request

Json = dict[str, Any]


def _models() -> Iterator[tuple[str, type[TelegramMethod[Any]]]]:
    for name in aiogram.methods.__all__:
        found = getattr(aiogram.methods, name)
        if issubclass(found, TelegramMethod) and found is not TelegramMethod:
            yield found.__api_method__.lower(), found


METHODS = dict(_models())


def check(name: str, raw: Json) -> tuple[str, Json]:
    """The method's proper name and its parameters, decoded; uploads stay uploads."""
    model = METHODS.get(name.lower())
    if model is None:
        raise Refused(404, "Not Found")
    uploads = {key: value for key, value in raw.items() if isinstance(value, BufferedInputFile)}
    attached: set[str] = set()
    params: Json = {}
    for key, value in raw.items():
        if key in model.model_fields:
            params[key] = _attach(_decode(model, key, value), uploads, attached)
        elif key not in uploads:
            raise bad_request(f'{model.__api_method__} has no parameter "{key}"')
    if unused := uploads.keys() - attached - params.keys():
        raise bad_request(f"files that nothing refers to: {sorted(unused)}")
    _validate(model, params)
    return model.__api_method__, {k: v for k, v in params.items() if v is not None}


def plain(value: Any) -> Any:
    """The same with uploads as their name and size, so that calls can be compared and printed."""
    if isinstance(value, BufferedInputFile):
        return {"file": value.filename, "size": len(value.data)}
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, list) else value


def _decode(model: type[TelegramMethod[Any]], key: str, value: Any) -> Any:
    if not isinstance(value, str) or value.startswith("attach://"):
        return value
    annotation = model.model_fields[key].annotation
    is_union = get_origin(annotation) in (Union, UnionType)
    kinds = get_args(annotation) if is_union else (annotation,)
    if str in kinds:
        return int(value) if int in kinds and re.fullmatch(r"-?\d{1,18}", value) else value
    try:
        return json.loads(value)
    except json.JSONDecodeError as error:
        raise bad_request(f'can\'t parse parameter "{key}"') from error


def _attach(value: Any, uploads: Json, attached: set[str]) -> Any:
    if isinstance(value, dict):
        return {key: _attach(item, uploads, attached) for key, item in value.items()}
    if isinstance(value, list):
        return [_attach(item, uploads, attached) for item in value]
    if not isinstance(value, str) or not value.startswith("attach://"):
        return value
    name = value.removeprefix("attach://")
    if name not in uploads:
        raise bad_request(f'there is no file "{name}" in the request')
    attached.add(name)
    return uploads[name]


def _validate(model: type[TelegramMethod[Any]], params: Json) -> None:
    try:
        json.dumps(plain(params), ensure_ascii=False).encode()
        checked = model.model_validate(params)
    except UnicodeEncodeError as error:
        raise bad_request("strings must be encoded in UTF-8") from error
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(step) for step in first["loc"])
        raise bad_request(f'parameter "{where}": {first["msg"]}') from error
    if strangers := sorted(_strangers(checked)):
        raise bad_request(f"unknown fields: {strangers}")


def _strangers(value: Any) -> Iterator[str]:
    """Fields that the models let through but do not know."""
    if isinstance(value, BaseModel):
        yield from value.model_extra or ()
        for name in value.model_fields_set:
            yield from _strangers(getattr(value, name))
    elif isinstance(value, list):
        for item in value:
            yield from _strangers(item)
