"""What is half given in a form and not kept yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What stands in the fields of a form, by their names, as it was left."""

    left: datetime
    fields: Mapping[str, str]
