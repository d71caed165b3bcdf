"""When support is offered, and the lines that are shown."""

from __future__ import annotations

import pytest

from kapjournal.guidance.check_in_support import check_in_offers_support, offers_support
from kapjournal.guidance.crisis_lines import Basis, How, countries, country, guess_country
from tests.guidance.situations import at, check_in


@pytest.mark.parametrize(
    ("mood", "distress", "offered"),
    [
        (None, None, False),
        (0, None, True),
        (1, None, True),
        (1.5, None, False),
        (2, None, False),
        (5, 7, False),
        (5, 7.9, False),
        (5, 8, True),
        (9, 10, True),
        (None, 8, True),
    ],
)
def test_when_support_is_offered(mood: float | None, distress: float | None, offered: bool) -> None:
    assert offers_support(mood, distress) == offered


def test_a_check_in_offers_support_by_what_it_holds() -> None:
    assert check_in_offers_support(check_in(at(10, 20), mood=1))
    assert not check_in_offers_support(check_in(at(10, 20), energy=0))


NUMBERS = {
    "US": (("911",), ["988"]),
    "CA": (("911",), ["988"]),
    "GB": (("999", "112"), ["116 123", "85258", "111"]),
    "IE": (("112", "999"), ["116 123", "50808"]),
    "AU": (("000",), ["13 11 14", "0477 13 11 14"]),
    "NZ": (("111",), ["1737", "0508 828 865"]),
    "ES": (("112",), ["024"]),
    "FR": (("15", "112"), ["3114"]),
    "DE": (("112",), ["0800 111 0 111"]),
    "AT": (("112", "144"), ["142"]),
    "CH": (("112", "144"), ["143"]),
    "IT": (("112",), ["02 2327 2327"]),
    "PT": (("112",), ["808 24 24 24"]),
    "NL": (("112",), ["113"]),
    "BE": (("112",), ["1813", "0800 32 123"]),
    "EU": (("112",), ["116 123"]),
    "IN": (("112",), ["14416"]),
    "MX": (("911",), ["800 911 2000"]),
    "BR": (("192",), ["188"]),
    "AR": (("107",), ["135"]),
    "CL": (("131",), ["*4141"]),
    "elsewhere": ((), ["findahelpline.com", "befrienders.org"]),
}


def test_the_numbers_are_those_of_the_clinical_reference() -> None:
    assert {c.code: (c.emergency, [line.number for line in c.lines]) for c in countries()} == NUMBERS


def test_what_a_line_rests_on_is_kept_with_it() -> None:
    seen = {(c.code, line.number) for c in countries() for line in c.lines if line.basis is Basis.SOURCE}
    assert seen == {
        ("US", "988"),
        ("AU", "13 11 14"),
        ("NZ", "1737"),
        ("ES", "024"),
        ("FR", "3114"),
        ("BE", "0800 32 123"),
        ("IN", "14416"),
        ("MX", "800 911 2000"),
        ("elsewhere", "findahelpline.com"),
    }
    assert not any(line.checked for c in countries() for line in c.lines), (
        "nobody has called them for a release yet"
    )


S, K = Basis.SOURCE, Basis.KNOWLEDGE
DATES = {
    "US": [(S, "2025–26")],
    "CA": [(K, "30 Nov 2023")],
    "GB": [(K, "2025")] * 3,
    "IE": [(K, "2025")] * 2,
    "AU": [(S, "2026"), (K, "")],
    "NZ": [(S, "2017"), (K, "")],
    "ES": [(S, "10 May 2022")],
    "FR": [(S, "Oct 2021")],
    "DE": [(K, "2025")],
    "AT": [(K, "2024")],
    "CH": [(K, "2024")],
    "IT": [(K, "2024")],
    "PT": [(K, "2024")],
    "NL": [(K, "2024")],
    "BE": [(K, "2024"), (S, "2024")],
    "EU": [(K, "")],
    "IN": [(S, "2024–25")],
    "MX": [(S, "Dec 2025")],
    "BR": [(K, "2024")],
    "AR": [(K, "2024")],
    "CL": [(K, "2024")],
    "elsewhere": [(S, ""), (K, "")],
}


def test_basis_and_date_are_those_of_the_clinical_reference_and_never_newer() -> None:
    assert {c.code: [(line.basis, line.known) for line in c.lines] for c in countries()} == DATES


def test_how_lines_are_reached() -> None:
    shout = country("GB").lines[1]
    assert (shout.text, shout.how) == ("SHOUT", How.TEXT)
    assert country("GB").lines[2].option == "2"
    assert country("DE").lines[0].also == ("0800 111 0 222", "116 123")


@pytest.mark.parametrize(
    ("territory", "code"),
    [("GB", "GB"), ("CH", "CH"), ("PL", "EU"), ("SE", "EU"), ("JP", "elsewhere"), ("", "elsewhere")],
)
def test_the_country_is_guessed_from_the_system(territory: str, code: str) -> None:
    assert guess_country(territory) == code


def test_an_unknown_country_has_the_lines_of_elsewhere() -> None:
    assert country("XX").code == "elsewhere"
