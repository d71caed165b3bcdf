"""The recovery code: read however it was copied, and a slip told from a wrong code."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kapjournal.errors import MistypedRecoveryCodeError
from kapjournal.storage import recovery_code

secrets = st.binary(min_size=16, max_size=16)
CODE = recovery_code.spell(bytes(range(100, 116)))


@given(secrets)
def test_a_code_gives_its_secret_back(secret: bytes) -> None:
    code = recovery_code.spell(secret)
    assert [len(group) for group in code.split("-")] == [4] * 7
    assert recovery_code.read(code) == secret


@given(secrets)
def test_case_spacing_and_lookalikes_do_not_matter(secret: bytes) -> None:
    code = recovery_code.spell(secret).lower().replace("-", "  ").replace("0", "o").replace("1", "l")
    assert recovery_code.read(f" {code}\n") == secret


@pytest.mark.parametrize("place", range(28))
def test_every_single_slip_is_caught(place: int) -> None:
    plain = CODE.replace("-", "")
    for other in recovery_code.ALPHABET:
        if other != plain[place]:
            with pytest.raises(MistypedRecoveryCodeError):
                recovery_code.read(plain[:place] + other + plain[place + 1 :])


@given(secrets, st.integers(0, 26))
def test_neighbours_swapped_are_caught(secret: bytes, place: int) -> None:
    plain = recovery_code.spell(secret).replace("-", "")
    swapped = plain[:place] + plain[place + 1] + plain[place] + plain[place + 2 :]
    if swapped != plain:
        with pytest.raises(MistypedRecoveryCodeError):
            recovery_code.read(swapped)


@pytest.mark.parametrize("code", ["", "4NH8", CODE + "0", CODE[:-1] + "U", "Ω" * 28, "ß" * 14])
def test_what_is_no_code_is_refused(code: str) -> None:
    with pytest.raises(MistypedRecoveryCodeError):
        recovery_code.read(code)
