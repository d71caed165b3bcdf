from __future__ import annotations

import subprocess

import pytest

from tests.journeys import hands
from tests.journeys.hands import Hands, HandsError


def test_who_is_given_no_answer_does_not_wait_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hands, "ANSWERS_WITHIN_S", 0.05)
    someone = Hands.__new__(Hands)
    someone._reader = subprocess.Popen(
        ["sleep", "30"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with pytest.raises(HandsError, match="no answer"):
        someone.tree()
    someone.close()
    assert someone._reader.returncode is not None
