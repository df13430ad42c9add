"""A made-up language that runs from right to left: the English texts in Arabic letters.

It says nothing, but it has every key, placeable, selector and attribute, so that a page or a message shows
whether it can be mirrored: `Wording(also={pseudo.LANGUAGE: pseudo.make(folder)})`.
"""

from __future__ import annotations

from pathlib import Path

from fluent.syntax import FluentParser, FluentSerializer, ast
from fluent.syntax.visitor import Visitor

LANGUAGE = "ar-XB"
ENGLISH = Path(__file__).parents[1] / "flows" / "texts" / "en"

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنو"
_MIRRORED = str.maketrans(_LATIN + _LATIN.upper() + ",?", _ARABIC * 2 + "،؟")


def mirrored(text: str) -> str:
    """The text with a letter that runs from right to left for each of its own."""
    return text.translate(_MIRRORED)


def make(folder: Path, source: Path = ENGLISH) -> Path:
    """Write the made-up language's files into `folder`, which is made when it is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in sorted(source.glob("*.ftl")):
        texts = FluentParser().parse(path.read_text(encoding="utf-8"))
        _Mirror().visit(texts)
        (folder / path.name).write_text(FluentSerializer().serialize(texts), encoding="utf-8")
    return folder


class _Mirror(Visitor):
    """Changes what is shown: text itself, not the names, the placeables or the keys of a selector."""

    def generic_visit(self, node: ast.BaseNode) -> None:
        if isinstance(node, ast.TextElement):
            node.value = mirrored(node.value)
        else:
            super().generic_visit(node)
