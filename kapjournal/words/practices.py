"""The words for practices: kinds, rhythms, and on how many days one was kept. Never a share, a run or a reproach."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from kapjournal.domain.kap_session import KapSession, SessionKind
from kapjournal.domain.practice import Dot, Practice, PracticeKind, PracticeState, Rhythm, kept_of
from kapjournal.words.dates import day_in_year, day_medium
from kapjournal.words.language import _, ngettext, pgettext
from kapjournal.words.numbers import number


def practice_kind_name(kind: PracticeKind) -> str:
    """The kind of a practice: 'Outdoors'."""
    return {
        PracticeKind.JOURNALING: _("Writing"),
        PracticeKind.MEDITATION: _("Sitting quietly"),
        PracticeKind.BREATHING: _("Breathing"),
        PracticeKind.MOVEMENT: _("Moving"),
        PracticeKind.NATURE: _("Outdoors"),
        PracticeKind.ART: _("Making something"),
        PracticeKind.MUSIC: _("Music"),
        PracticeKind.CONTACT: _("Being with someone"),
        PracticeKind.THERAPY_HOMEWORK: _("For therapy"),
        PracticeKind.REST: _("Rest"),
        PracticeKind.OTHER: pgettext("practice", "Something else"),
    }[kind]


def rhythm_name(rhythm: Rhythm) -> str:
    """How often, in words: 'some days a week'."""
    return {
        Rhythm.DAILY: _("every day"),
        Rhythm.SOME_DAYS: _("some days a week"),
        Rhythm.WHEN_NEEDED: _("when needed"),
        Rhythm.ONCE: _("once"),
    }[rhythm]


def practice_state_name(state: PracticeState) -> str:
    """Where a practice stands: 'paused'."""
    return {
        PracticeState.IN_PRACTICE: pgettext("a practice", "in practice"),
        PracticeState.PAUSED: pgettext("a practice", "paused"),
        PracticeState.ENDED: pgettext("a practice", "ended"),
    }[state]


def helped_name(helped: int) -> str:
    """How much it helped, 0 to 4: 'a little'."""
    return (_("not at all"), _("a little"), _("somewhat"), _("much"), _("very much"))[helped]


def kept_short(shown: Collection[Dot], rhythm: Rhythm) -> str:
    """How many days were kept: '11 of 24 days'; of what is done when needed, only the days it was."""
    kept, days = kept_of(shown)
    if rhythm in (Rhythm.WHEN_NEEDED, Rhythm.ONCE):
        return ngettext("{kept} day", "{kept} days", kept).format(kept=number(kept))
    text = ngettext("{kept} of {days} day", "{kept} of {days} days", days)
    return text.format(kept=number(kept), days=number(days))


def kept_on(shown: Collection[Dot], rhythm: Rhythm) -> str:
    """The same as said of dots: 'kept on 5 of 7 days'."""
    if not shown:
        return _("not begun yet")
    if rhythm is Rhythm.ONCE:
        return once_kept(shown)
    return _("kept on {days}").format(days=kept_short(shown, rhythm))


def once_kept(shown: Collection[Dot]) -> str:
    """What is said of something that is done once: 'kept, 27 September', or 'once' while it is still to come."""
    done = next((dot.day for dot in shown if dot.kept), None)
    return rhythm_name(Rhythm.ONCE) if done is None else _("kept, {day}").format(day=day_in_year(done))


def since(
    practice: Practice, sessions: Collection[KapSession], numbers: Mapping[int, int], today: date
) -> str:
    """When it began: 'since session 2', where it began within two weeks of that session; else 'since 30 September'."""
    if practice.began is None:
        return ""
    before = [
        s
        for s in sessions
        if s.kind is SessionKind.DOSING
        and s.took_place
        and s.id in numbers
        and s.moment.day <= practice.began
    ]
    last = max(before, key=lambda s: s.moment.day, default=None)
    if last is not None and (practice.began - last.moment.day).days <= 14:
        return _("since session {number}").format(number=numbers[last.id])
    day = day_in_year(practice.began) if practice.began.year == today.year else day_medium(practice.began)
    return _("since {day}").format(day=day)
