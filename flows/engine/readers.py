"""All answer readers by name."""

from __future__ import annotations

from flows.engine.choosing import OneOf, YesNo
from flows.engine.cleaning import clean
from flows.engine.facts import Day, Number, Place, PlaceGiven
from flows.engine.ordering import InOrder
from flows.engine.several import SeveralOf
from flows.engine.telling import Kind, Telling, Text, Told

__all__ = [
    "Day",
    "InOrder",
    "Kind",
    "Number",
    "OneOf",
    "Place",
    "PlaceGiven",
    "SeveralOf",
    "Telling",
    "Text",
    "Told",
    "YesNo",
    "clean",
]
