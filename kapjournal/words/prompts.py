"""The words around prompts: domains, windows, and where a moment lies between the sessions."""

from __future__ import annotations

from kapjournal.words.language import _, ngettext

STRIP = ("h0_24", "h24_72", "d3_14", "maintenance")
"""The windows of the strip, from a session on."""


def domain_name(domain: str) -> str:
    """'Mind', 'Daily life'; the ids spirit and lifestyle are shown as Meaning and Daily life."""
    return {
        "mind": _("Mind"),
        "body": _("Body"),
        "relationships": _("Relationships"),
        "lifestyle": _("Daily life"),
        "spirit": _("Meaning"),
        "nature": _("Nature"),
        "own": _("Your own"),
        "therapist": _("From my therapist"),
    }.get(domain, domain)


def domain_in_text(domain: str) -> str:
    """The same inside a line: 'daily life'."""
    return {
        "mind": _("mind"),
        "body": _("body"),
        "relationships": _("relationships"),
        "lifestyle": _("daily life"),
        "spirit": _("meaning"),
        "nature": _("nature"),
        "own": _("your own"),
        "therapist": _("from my therapist"),
    }.get(domain, domain)


def window_days(window: str) -> str:
    """The days of a window: 'First day', 'Days 2–3'."""
    return {
        "prep": _("Before the session"),
        "day_of": _("Day of the session"),
        "h0_24": _("First day"),
        "h24_72": _("Days 2–3"),
        "d3_14": _("Days 4–14"),
        "maintenance": _("Between"),
        "steady": _("A hard day"),
        "any": _("Any day"),
    }.get(window, window)


def window_aim(window: str) -> str:
    """What the days of a window are for, in a few words."""
    return {
        "prep": _("Get ready"),
        "day_of": _("Arrive"),
        "h0_24": _("Rest"),
        "h24_72": _("Give it shape"),
        "d3_14": _("Carry it into days"),
        "maintenance": _("Keep what helps"),
        "steady": _("Steady ground"),
    }.get(window, window)


def question_for(window: str, *, any_session: bool = True) -> str:
    """The line above a prompt: 'A question for days 2–3'; without any session nothing is before one."""
    if window == "prep" and not any_session:
        return _("A question to begin with")
    return {
        "prep": _("A question before the session"),
        "day_of": _("A question for the day of the session"),
        "h0_24": _("A question for the first day"),
        "h24_72": _("A question for days 2–3"),
        "d3_14": _("A question for days 4–14"),
        "maintenance": _("A question for the time between"),
        "steady": _("Something steady for a hard day"),
    }.get(window, _("A question"))


def questions_for(window: str) -> str:
    """What the questions of a window are for, as a sentence."""
    return {
        "prep": _("Questions for getting ready."),
        "day_of": _("Questions for arriving."),
        "h0_24": _("Small questions, for a day of rest."),
        "h24_72": _("Questions for giving shape to what came."),
        "d3_14": _("Questions for carrying it into days."),
        "maintenance": _("Questions for the time between."),
        "steady": _("Something steady for a hard day."),
    }.get(window, "")


def where_you_are(
    days_since: int | None, since_number: int | None, days_to: int | None, to_number: int | None
) -> str:
    """'Day 3 after session 4.', 'Session 1 is in 5 days.', or '' without any dosing session.

    Whole journal days since the last dosing session and to the next, with their numbers in the course; None: none.
    """
    if days_since is not None and days_since > 0:
        if since_number is None:
            return _("Day {day} after a dosing session.").format(day=days_since)
        return _("Day {day} after session {number}.").format(day=days_since, number=since_number)
    if days_since == 0:
        return (
            _("The day of session {number}.").format(number=since_number)
            if since_number
            else _("A dosing day.")
        )
    if days_to is None:
        return ""
    return _until(days_to, to_number)


def _until(days: int, number: int | None) -> str:
    if days == 0:
        return (
            _("Session {number} is today.").format(number=number)
            if number
            else _("A dosing session is today.")
        )
    if number is None:
        text = ngettext("A dosing session is in {days} day.", "A dosing session is in {days} days.", days)
        return text.format(days=days)
    text = ngettext("Session {number} is in {days} day.", "Session {number} is in {days} days.", days)
    return text.format(number=number, days=days)
