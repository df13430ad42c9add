"""From what a script says and asks to messages in words.

Plain sentences and the question after them become one message: a turn is one or two messages, not five.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from flows.engine.questions import Label, Option
from flows.engine.talk import Action, Ask, Say
from flows.payloads import Choice, Command
from flows.rendering import Button, Dot, Message
from flows.wording import Wording

A_GLANCE = 180
"""Characters: a question that is longer is a wall when it comes twice."""


@dataclass(frozen=True)
class Phrasing:
    """Puts what was said into the words of one language."""

    wording: Wording
    language: str

    def messages(
        self, said: Sequence[Say], ask: Ask | None, run: int, *, above: bool = False
    ) -> tuple[Message, ...]:
        """What a person gets: said things first, the open question (of script run `run`) last.

        Where the question stands just `above` already and is long, only its options come again.
        """
        made = [self.spoken(say) for say in said]
        if ask is not None:
            question = self.asked(ask, run)
            made.append(self._again(question, said) if above else question)
        return tuple(_numbered_once(_merged(made)))

    def spoken(self, say: Say) -> Message:
        """One thing that was said."""
        dots = tuple(
            Dot(self._label(stage.text), self._label(stage.quote), stage.reached) for stage in say.stages
        )
        return Message(
            text=self.wording.word(self.language, say.text, say.arguments).strip() if say.text else "",
            buttons=tuple(self.button(action) for action in say.actions),
            look=say.look,
            dots=dots,
            language=self.language,
            document=say.document,
        )

    def asked(self, ask: Ask, run: int) -> Message:
        """The open question with its options."""
        options = ask.question.reader.options(ask.chosen)
        return Message(
            text=self.wording.word(self.language, ask.question.text, ask.arguments).strip(),
            buttons=tuple(
                Button(self._option(option), Choice(run, ask.name, option.key).encode()) for option in options
            ),
            look=ask.question.look,
            language=self.language,
        )

    def _again(self, question: Message, said: Sequence[Say]) -> Message:
        if len(question.text) <= A_GLANCE or not question.buttons:
            return question
        # Buttons need words of their own where those before them have buttons too.
        text = self.wording.word(self.language, "turn-or-choose") if said and said[-1].actions else ""
        return replace(question, text=text, look="plain")

    def button(self, action: Action) -> Button:
        """A button for an action."""
        return Button(self._label(action.label), Command(action.name, action.argument).encode())

    def _label(self, label: Label) -> str:
        return self.wording.label(self.language, label)

    def _option(self, option: Option) -> str:
        return ("✓ " if option.chosen else "") + self._label(option.label)


def _numbered_once(messages: Sequence[Message]) -> list[Message]:
    """A typed number belongs to the last list, so no other list bears numbers."""
    last = max((place for place, message in enumerate(messages) if message.buttons), default=0)
    return [replace(message, aside=place < last) for place, message in enumerate(messages)]


def _merged(messages: Sequence[Message]) -> list[Message]:
    """Join plain neighbours as long as the earlier one has no buttons of its own, and none a document."""
    joined: list[Message] = []
    for message in messages:
        last = joined[-1] if joined else None
        if (
            last
            and last.look == message.look == "plain"
            and not (last.buttons or last.document or message.document)
        ):
            text = "\n\n".join(part for part in (last.text, message.text) if part)
            joined[-1] = Message(text, message.buttons, language=message.language)
        else:
            joined.append(message)
    return joined
