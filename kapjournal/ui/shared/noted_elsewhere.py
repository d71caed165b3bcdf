"""What monthly checks and sessions hold of side effects, but for the one that is being looked at."""

from __future__ import annotations

from kapjournal.domain.scale import LONG_TERM
from kapjournal.guidance.side_effect_support import Noted, noted_in_form, noted_in_session
from kapjournal.journal import Journal


def noted_elsewhere(
    journal: Journal, *, form_id: int | None = None, session_id: int | None = None
) -> tuple[Noted, ...]:
    """Everything noted, without the form or session of that id."""
    forms = (form for form in journal.scales.forms(LONG_TERM) if form.id != form_id)
    sessions = (one for one in journal.kap_sessions.all() if one.id != session_id)
    return tuple(
        noted for of_one in (*map(noted_in_form, forms), *map(noted_in_session, sessions)) for noted in of_one
    )
