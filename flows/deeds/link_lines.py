"""The addresses behind a link, a line for each channel, as they are sent on to somebody else."""

from __future__ import annotations

from flows.deeds.acting import Acting


def link_lines(acting: Acting, token: str, language: str, first: str = "") -> str:
    """One line a channel that is on, the channel `first` at the top; empty where none has an address."""
    links = acting.links(token)
    names = sorted(links, key=lambda name: (name != first, name))
    return "\n".join(_line(acting, language, name, links[name]) for name in names)


def _line(acting: Acting, language: str, channel: str, link: str) -> str:
    key = f"invitation-by-{channel}"
    return acting.wording.word(language, key, {"link": link}) if acting.wording.has(key) else link
