"""The kinds of record, by the words that data, code and screens share."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """A kind of record; the first six are entries: they have a moment and stand on the time line."""

    CHECK_IN = "check_in"
    REFLECTION = "reflection"
    FRAGMENT = "fragment"
    KAP_SESSION = "kap_session"
    EVENT = "event"
    SCALE = "scale"
    COURSE = "course"
    MEASURE = "measure"
    PROMPT = "prompt"
    PERSON = "person"
    SHARE = "share"
    SUMMARY_CHOICE = "summary_choice"
    TALKING_POINTS = "talking_points"
    SCALE_FILE = "scale_file"
    SCALE_CHOICE = "scale_choice"
    SUPPORT_PLAN = "support_plan"
    PRACTICE = "practice"
    PRACTICE_DAY = "practice_day"
    OWN_PROMPT = "own_prompt"
    PROMPT_PACK = "prompt_pack"


ENTRY_KINDS = (Kind.CHECK_IN, Kind.REFLECTION, Kind.FRAGMENT, Kind.KAP_SESSION, Kind.EVENT, Kind.SCALE)
