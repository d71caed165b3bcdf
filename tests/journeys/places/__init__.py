"""The table of all places and of all that can be done there; in no needed order, for each has its own way."""

from __future__ import annotations

from tests.journeys.places import (
    course,
    integrate,
    journal,
    scales,
    sessions,
    settings,
    share,
    support,
    today,
    trends,
    writing,
)

SIDEBAR = ("Today", "Journal", "Sessions", "Integrate", "Trends", "Share", "Support", "Settings", "Lock")
"""What stands beside every page; it is a place of its own."""

TOAST = ("Undo", "Close")
"""What may stand over every page for a while, from what was done before."""

WRITING = (*today.PLACES, *journal.PLACES, *writing.PLACES, *sessions.PLACES, journal.EMPTIED)
LOOKING = (*course.PLACES, *scales.PLACES, *integrate.PLACES, *trends.PLACES)
SHARING = (*share.PLACES, *support.PLACES, *settings.PLACES)
"""Walked in three programs beside each other: much of the time a person waits for a window."""

PLACES = (*WRITING, *LOOKING, *SHARING)
