"""Trajectories as TOML files, checked before anything is stored."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from flows.deeds.found_trajectory import NewNetwork, NewReason, NewStep, NewTrajectory
from flows.first_taps import FIELD
from flows.networks import Kind
from flows.steps import BY_CODE, closing, opening
from flows.wording import Wording

TEXTS = (
    "title",
    "municipality",
    "summary",
    "goal",
    "result",
    "frames",
    "room",
    "who_decides",
    "controller",
    "contact",
    "other_ways",
)


class WrongFile(Exception):
    """A trajectory file cannot be used; the message says where and why, in one sentence."""


def _known_zone(zone: str) -> str:
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as problem:
        raise ValueError(f"{zone!r} is no time zone; write one such as Europe/Amsterdam") from problem
    return zone


def _known_language(code: str) -> str:
    known = Wording().languages
    if code not in known:
        raise ValueError(f"there are no texts in {code!r}; there are in {', '.join(known)}")
    return code


def _known_step(code: str) -> str:
    if code not in BY_CODE:
        raise ValueError(f"{code!r} is no step; the steps are {', '.join(BY_CODE)}")
    return code


Slug = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,48}$")]
Code = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,28}$")]
Hour = Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
Texts = dict[str, str]
DaysFromToday = Annotated[float, Field(ge=-3650, le=3650, allow_inf_nan=False)]

SAMPLE_PARTS = frozenset(
    ("story", "idea", "theme", "link", "made", "given", "promise", "thread", "meeting", "ranking")
)
"""What sample files hold beside the trajectory itself."""


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class NetworkPart(_Part):
    """[[network]]"""

    code: Code
    name: Texts
    kind: Kind


class StepPart(_Part):
    """[[step]]; `opens` and `closes` (its last day) are dates.

    `opened` and `closed` are days relative to today, for samples.
    """

    code: Annotated[str, AfterValidator(_known_step)]
    opens: date | None = None
    closes: date | None = None
    opened: DaysFromToday | None = None
    closed: DaysFromToday | None = None

    @model_validator(mode="after")
    def _in_order(self) -> StepPart:
        if self.opens and self.closes and self.closes < self.opens:
            raise ValueError(f"step {self.code!r} closes before it opens")
        return self


class FirstTapPart(_Part):
    """[[first_tap]]; something to choose from with the first tap."""

    key: Annotated[str, Field(pattern=r"^[a-z0-9_-]{1,20}$")]
    label: Texts


class ReasonPart(_Part):
    """[[decline_reason]]"""

    key: Annotated[str, Field(pattern=r"^[a-z0-9_-]{1,30}$")]
    label: Texts
    sentence: Texts


class TrajectoryFile(BaseModel):
    """What every trajectory file holds; sample files hold more, which is read elsewhere."""

    model_config = ConfigDict(frozen=True)

    slug: Slug
    languages: list[Annotated[str, AfterValidator(_known_language)]] = Field(min_length=1)
    zone: Annotated[str, AfterValidator(_known_zone)] = "Europe/Amsterdam"
    sample: bool = False
    quiet_from: Hour = "21:00"
    quiet_until: Hour = "09:00"
    pushes_a_week: int = Field(1, ge=0, le=7)
    answer_days: int = Field(5, ge=1, le=60)
    remind_after_hours: int = Field(20, ge=1, le=240)
    expire_after_days: int = Field(7, ge=1, le=90)
    retain_months: int = Field(24, ge=1, le=120)
    decided_on: date | None = None
    title: Texts
    municipality: Texts
    summary: Texts
    goal: Texts
    result: Texts
    frames: Texts
    room: Texts
    who_decides: Texts
    controller: Texts
    contact: Texts
    other_ways: Texts
    network: list[NetworkPart] = Field(min_length=1)
    step: list[StepPart] = []
    first_tap: list[FirstTapPart] = Field([], max_length=6)
    decline_reason: list[ReasonPart] = Field(min_length=1)

    @model_validator(mode="after")
    def _every_language(self) -> TrajectoryFile:
        for field in TEXTS:
            missing = [code for code in self.languages if not getattr(self, field).get(code, "").strip()]
            if missing:
                raise ValueError(f"[{field}] has no text in {' and '.join(missing)}")
        for part, texts in self._parts_with_texts():
            missing = [code for code in self.languages if not texts.get(code, "").strip()]
            if missing:
                raise ValueError(f"{part} has no text in {' and '.join(missing)}")
        return self

    @model_validator(mode="after")
    def _something_to_choose(self) -> TrajectoryFile:
        if len(self.first_tap) == 1:
            raise ValueError("one [[first_tap]] is nothing to choose from; write two to six, or none")
        return self

    @model_validator(mode="after")
    def _nothing_twice(self) -> TrajectoryFile:
        for what, keys in (
            ("languages", self.languages),
            ("networks", [network.code for network in self.network]),
            ("steps", [step.code for step in self.step]),
            ("first taps", [tap.key for tap in self.first_tap]),
            ("decline reasons", [reason.key for reason in self.decline_reason]),
        ):
            twice = [key for key, count in Counter(keys).items() if count > 1]
            if twice:
                raise ValueError(f"two {what} have the same code")
        return self

    def _parts_with_texts(self) -> Iterator[tuple[str, Texts]]:
        for network in self.network:
            yield f"the name of network {network.code!r}", network.name
        for tap in self.first_tap:
            yield f"the label of first tap {tap.key!r}", tap.label
        for reason in self.decline_reason:
            yield f"the label of reason {reason.key!r}", reason.label
            yield f"the sentence of reason {reason.key!r}", reason.sentence


def read_file(path: Path) -> dict[str, Any]:
    """The file's own content; raises WrongFile."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as problem:
        raise WrongFile(f"{path}: cannot be read ({problem.strerror}).") from problem
    except UnicodeDecodeError as problem:
        raise WrongFile(f"{path}: is not written in UTF-8.") from problem
    except tomllib.TOMLDecodeError as problem:
        raise WrongFile(f"{path}: {problem}.") from problem


def check_file(path: Path, content: dict[str, Any], today: date) -> NewTrajectory:
    """The trajectory that the file describes; raises WrongFile. `today` is what days are relative to."""
    known = {field: content[field] for field in TrajectoryFile.model_fields if field in content}
    unknown = sorted(set(content) - set(known) - SAMPLE_PARTS)
    if unknown:
        raise WrongFile(f"{path}: {unknown[0]} is nothing that a trajectory has.")
    try:
        file = TrajectoryFile.model_validate(known)
    except ValidationError as problem:
        error = problem.errors(include_url=False)[0]
        where = ".".join(str(part) for part in error["loc"])
        said = error["msg"].removeprefix("Value error, ")
        raise WrongFile(f"{path}: {where + ': ' if where else ''}{said}.") from problem
    return _as_new(file, today)


def _as_new(file: TrajectoryFile, today: date) -> NewTrajectory:
    zone = ZoneInfo(file.zone)
    midnight = datetime.combine(today, time(), zone).astimezone(UTC)

    def ago(days: float | None) -> datetime | None:
        return None if days is None else midnight + timedelta(days=days)

    return NewTrajectory(
        slug=file.slug,
        languages=file.languages,
        zone=file.zone,
        texts={
            **{field: getattr(file, field) for field in TEXTS},
            **{f"{FIELD}{tap.key}": tap.label for tap in file.first_tap},
        },
        sample=file.sample,
        quiet_from=file.quiet_from,
        quiet_until=file.quiet_until,
        pushes_a_week=file.pushes_a_week,
        answer_days=file.answer_days,
        remind_after_hours=file.remind_after_hours,
        expire_after_days=file.expire_after_days,
        retain_months=file.retain_months,
        decided_on=file.decided_on,
        networks=[NewNetwork(part.code, part.kind, part.name) for part in file.network],
        steps=[
            NewStep(
                code=part.code,
                opens_at=opening(part.opens, file.zone) if part.opens else None,
                closes_at=closing(part.closes, file.zone) if part.closes else None,
                opened_at=ago(part.opened),
                closed_at=ago(part.closed),
            )
            for part in file.step
        ],
        reasons=[NewReason(part.key, part.label, part.sentence) for part in file.decline_reason],
    )
