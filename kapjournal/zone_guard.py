"""What the surroundings name as the time zone, before anything asks for the time."""

from __future__ import annotations

import os
import time


def without_a_zone_that_is_none() -> str:
    """Let times be told in UTC where TZ names something that is no time zone: what it names, or '' where it is one.

    A name that nobody knows is no matter; but a file of another kind ends whatever asks for the time.
    """
    named = os.environ.get("TZ", "")
    name = named.removeprefix(":")
    if not name:
        return ""
    # Not before a zone is named: the first window is painted without them.
    from pathlib import Path
    from zoneinfo import ZoneInfo

    from kapjournal.bounded_file import open_file

    try:
        if os.path.exists(name):  # noqa: PTH110  # it may be no path at all
            with open_file(Path(name)) as file:
                ZoneInfo.from_file(file)
        else:
            ZoneInfo(name)
    except LookupError:
        return ""
    except (ValueError, OSError):
        os.environ["TZ"] = "UTC"
        if hasattr(time, "tzset"):
            time.tzset()
        return named
    return ""
