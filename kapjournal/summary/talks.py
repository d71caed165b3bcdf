"""A talk that was ticked: an integration or preparation session, with whom, what landed, the agreed step, mood."""

from __future__ import annotations

from collections.abc import Iterator

from kapjournal.domain.kap_session import KapSession, SessionKind
from kapjournal.summary.document import Block, Run, Writing
from kapjournal.summary.line_keys import line_key
from kapjournal.words.dates import day_medium
from kapjournal.words.language import _
from kapjournal.words.names import meeting_format_name, met_with_name, session_kind_name
from kapjournal.words.numbers import number


def is_talk(session: KapSession) -> bool:
    """Whether it is a meeting that took place, and no dose."""
    return session.kind is not SessionKind.DOSING and session.took_place


def has_words(session: KapSession) -> bool:
    """Whether anything was noted of a talk that a summary can hold."""
    return is_talk(session) and any(text for _field, _label, text in _said(session))


def talk_name(session: KapSession) -> str:
    """Return the first words of a talk, by which a person knows it again."""
    written = (session.topics, session.what_landed, session.agreed_step, session.intention)
    return next((" ".join(text.split()) for text in written if text.strip()), met(session))


def talk(session: KapSession, context: tuple[str, ...]) -> Writing:
    """Return a talk, each field a paragraph whose lines can be struck; its notes are in no summary."""
    key = f"entry:{session.id}"
    return Writing(
        key=key,
        day=day_medium(session.moment.day),
        context=context,
        title=session_kind_name(session.kind),
        blocks=tuple(_block(key, *told) for told in _said(session) if told[2]),
    )


def fields_left(writing: Writing) -> frozenset[str]:
    """Return the fields of a talk of which a line is left on its page."""
    return frozenset(_field_of(key) for block in writing.blocks for key in block.keys)


def field_text(writing: Writing, field: str) -> str:
    """Return the words of a field that are left on its page, without its label."""
    lines = [
        "".join(run.text for run in line if not run.strong)
        for block in writing.blocks
        for key, line in zip(block.keys, block.lines, strict=True)
        if _field_of(key) == field
    ]
    return "\n".join(line.strip() for line in lines)


def met(session: KapSession) -> str:
    """Return 'my therapist, by video', as far as it was said."""
    who = met_with_name(session.met_with) if session.met_with is not None else ""
    how = meeting_format_name(session.meeting_format) if session.meeting_format is not None else ""
    return ", ".join(part for part in (who, how) if part)


def _said(session: KapSession) -> Iterator[tuple[str, str, str]]:
    """Yield each field with its label and its words."""
    yield "met_with", _("With"), met(session)
    yield "intention", _("Intention"), session.intention.strip()
    yield "topics", _("Topics"), session.topics.strip()
    yield "what_landed", _("What landed"), session.what_landed.strip()
    yield "agreed_step", _("Agreed step"), session.agreed_step.strip()
    yield "step_due", _("Step agreed for"), day_medium(session.step_due) if session.step_due else ""
    yield "mood", _("Mood"), _mood(session)


def _mood(session: KapSession) -> str:
    told = []
    if session.mood_before is not None:
        told.append(_("{value} of 10 before").format(value=number(session.mood_before)))
    if session.mood_after is not None:
        told.append(_("{value} of 10 after").format(value=number(session.mood_after)))
    return ", ".join(told)


def _block(key: str, field: str, label: str, text: str) -> Block:
    lines = text.splitlines()
    first = (Run(_("{label}:").format(label=label) + " ", strong=True), Run(lines[0]))
    return Block(
        "paragraph",
        (first, *((Run(line),) for line in lines[1:])),
        keys=tuple(line_key(key, f"{field}.{place}", line) for place, line in enumerate(lines)),
    )


def _field_of(key: str) -> str:
    return key.split(":")[2].partition(".")[0]
