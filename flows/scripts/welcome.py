"""Someone comes in: language, what this is, who decides, how to stop, role, consent."""

from __future__ import annotations

from flows.deeds.introduce import choose_language, give_consent, give_role
from flows.deeds.read_trajectory import read_trajectory
from flows.engine.questions import Localized, Option, Phrase, Question
from flows.engine.readers import OneOf, YesNo
from flows.engine.talk import Action, Next, Talk, script

LANGUAGE = Question("language", "welcome-language", OneOf(()))
WHAT = Question("what", "welcome-what", OneOf((Option("next", Phrase("welcome-next")),)))
WHO_DECIDES = Question("who-decides", "welcome-who-decides", OneOf((Option("next", Phrase("welcome-next")),)))
HOW_TO_STOP = Question(
    "how-to-stop", "welcome-how-to-stop", OneOf((Option("next", Phrase("welcome-clear")),))
)
ROLE = Question(
    "role",
    "welcome-role",
    OneOf(tuple(Option(key, Phrase(f"role-{key}")) for key in ("lives", "uses", "works", "other", "unsaid"))),
)
CONSENT = Question("consent", "welcome-consent", YesNo(Phrase("consent-yes"), Phrase("consent-no")))


def languages(codes: tuple[str, ...]) -> OneOf:
    """A choice of the trajectory's languages, each under its own name."""
    return OneOf(tuple(Option(code, Phrase(f"language-{code}")) for code in codes))


def _with_a_capital(name: Localized) -> Localized:
    """As it stands at the beginning of a sentence."""
    return Localized({code: words[:1].upper() + words[1:] for code, words in name.texts.items()})


@script("welcome")
async def welcome(talk: Talk) -> Next | None:
    """From the link to the first question in under a minute."""
    seen = await talk.see(read_trajectory)
    if len(seen.languages) > 1 and seen.chosen_language is None:
        await talk.do(choose_language, await talk.ask(LANGUAGE.offering(languages(seen.languages))))
    title = seen.text("title")
    sample = Phrase("sample-note") if seen.sample else ""
    await talk.ask(
        WHAT,
        sample=sample,
        title=title,
        municipality=_with_a_capital(seen.text("municipality")),
        goal=seen.text("goal"),
        result=seen.text("result"),
    )
    when = Phrase("welcome-decided-on", {"day": seen.decided_on}) if seen.decided_on else ""
    await talk.ask(
        WHO_DECIDES,
        when=when,
        frames=seen.text("frames"),
        room=seen.text("room"),
        who=seen.text("who_decides"),
    )
    await talk.ask(HOW_TO_STOP, controller=seen.text("controller"), contact=seen.text("contact"))
    role = await talk.ask(ROLE)
    if not await talk.ask(CONSENT):
        await talk.say(
            "welcome-no-consent",
            actions=(Action("join", Phrase("action-join-after-all")),),
            ways=seen.text("other_ways"),
        )
        return None
    await talk.do(give_role, role)
    await talk.do(give_consent)
    if seen.late:
        return Next("catch-up")
    if "first-tap" in seen.allows:
        return Next("first-tap")
    return Next(seen.asks or "menu")
