"""The words for the rules by which scales are offered."""

from __future__ import annotations

from kapjournal.domain.scale_choice import AskAt
from kapjournal.words.language import _, ngettext
from kapjournal.words.numbers import number


def rule_name(at: AskAt) -> str:
    """'Before the first dose'."""
    return {
        AskAt.BASELINE: _("Before the first dose"),
        AskAt.BEFORE_DOSE: _("Before each later dose"),
        AskAt.INITIAL: _("In the initial phase"),
        AskAt.AFTER_INITIAL: _("After the initial phase"),
        AskAt.MAINTENANCE: _("In maintenance"),
        AskAt.MONTH_3: _("After three months"),
        AskAt.MONTH_6: _("After six months"),
    }[at]


def rule_when(at: AskAt, days: int) -> str:
    """When a rule offers its scales: 'every 7 days'."""
    text = {
        AskAt.BASELINE: ngettext("{days} day before it", "in the {days} days before it", days),
        AskAt.BEFORE_DOSE: ngettext(
            "{days} day before it, where the last one is older than a week",
            "in the {days} days before it, where the last one is older than a week",
            days,
        ),
        AskAt.INITIAL: ngettext("every day", "every {days} days", days),
        AskAt.AFTER_INITIAL: ngettext(
            "{days} day after its last dose", "{days} days after its last dose", days
        ),
        AskAt.MAINTENANCE: ngettext("every day", "every {days} days", days),
        AskAt.MONTH_3: ngettext("{days} day after the first dose", "{days} days after the first dose", days),
        AskAt.MONTH_6: ngettext("{days} day after the first dose", "{days} days after the first dose", days),
    }[at]
    return text.format(days=number(days))


def rule_meaning(at: AskAt) -> str:
    """What its number of days means."""
    return {
        AskAt.BASELINE: _("in this many days before it"),
        AskAt.BEFORE_DOSE: _("in this many days before it, where the last one is older than a week"),
        AskAt.INITIAL: _("every so many days"),
        AskAt.AFTER_INITIAL: _("this many days after its last dose"),
        AskAt.MAINTENANCE: _("every so many days"),
        AskAt.MONTH_3: _("this many days after the first dose"),
        AskAt.MONTH_6: _("this many days after the first dose"),
    }[at]
