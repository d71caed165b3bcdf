"""What no question may say: an amount of medicine, or a change of one (clinical reference 5.6)."""

from __future__ import annotations

import re

_AMOUNT = r"\d+(?:[.,]\d+)?\s*(?:mg|mcg|µg|ug|ml|milligrams?|micrograms?|millilit(?:re|er)s?)"
_CHANGES = r"(?:double|skip(?:ped)?|raise|increase|reduce|lower|stop taking)"
_DOSE_WORDS = re.compile(
    rf"\b{_AMOUNT}\b|\bmg/kg\b"
    r"|\b(?:more|less|higher|lower|larger|smaller|another|extra)\s+(?:doses?|dosage|ketamine)\b"
    rf"|\b{_CHANGES}\s+(?:(?:your|the|my|a)\s+)?(?:doses?|dosage|medicines?|medication|ketamine)\b",
    re.IGNORECASE,
)


def has_dose_words(text: str) -> bool:
    """Whether a text names an amount of medicine or speaks of changing one."""
    return _DOSE_WORDS.search(text) is not None
