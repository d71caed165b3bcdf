"""What a step of the history did, in words: for what can be undone and done again, and for what just was."""

from __future__ import annotations

from kapjournal.domain.changes import Doing, StepFacts
from kapjournal.words.language import _, ngettext
from kapjournal.words.names import kind_name


def undo_name(step: StepFacts) -> str:
    """'Undo: reflection moved to the trash'."""
    return _("Undo: {step}").format(step=step_words(step))


def redo_name(step: StepFacts) -> str:
    """'Do again: reflection moved to the trash'."""
    return _("Do again: {step}").format(step=step_words(step))


def taken_back(step: StepFacts) -> str:
    """'Taken back: reflection moved to the trash'."""
    return _("Taken back: {step}").format(step=step_words(step))


def done_again(step: StepFacts) -> str:
    """'Done again: reflection moved to the trash'."""
    return _("Done again: {step}").format(step=step_words(step))


def step_words(step: StepFacts) -> str:
    """'reflection moved to the trash', '412 records added'."""
    if step.mixed or step.count > 1:
        return _many(step).format(count=step.count)
    name = kind_name(step.kind)
    return {
        Doing.ADDED: _("{kind} added"),
        Doing.CHANGED: _("{kind} changed"),
        Doing.TRASHED: _("{kind} moved to the trash"),
        Doing.RESTORED: _("{kind} restored"),
        Doing.SHARED: _("{kind} marked to share"),
        Doing.MADE_PRIVATE: _("{kind} made private"),
    }[step.doing].format(kind=name[:1].lower() + name[1:])


def _many(step: StepFacts) -> str:
    if step.doing is Doing.ADDED:
        return ngettext("{count} record added", "{count} records added", step.count)
    return ngettext("{count} record changed", "{count} records changed", step.count)
