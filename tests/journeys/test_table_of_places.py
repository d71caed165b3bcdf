"""The table names each page and each dialog of the program, so that a new one cannot be forgotten."""

from __future__ import annotations

import importlib
import pkgutil

import kapjournal.ui
from kapjournal.ui.pages import PAGES
from kapjournal.ui.shared.dialog import Dialog
from tests.journeys.places import PLACES

ELSEWHERE = {
    "FreshPassphraseDialog": "after the code from paper: test_real_window_safety",
    "LongWork": "stands only while many thousand entries are written: tests/ui/settings/test_transfer_section",
    "UseKeychainDialog": "needs a keychain, which a screen of the journeys has not: tests/ui/settings",
}
"""Dialogs that the walk through the sample journal cannot open, and where they are tried."""


def dialogs(kind: type[Dialog] = Dialog) -> set[str]:
    """The names of all dialogs of the program that are no kind of dialog only; tests make some of their own."""
    below = [each for each in kind.__subclasses__() if each.__module__.startswith("kapjournal.")]
    return {kind.__name__} if not below else set().union(*(dialogs(each) for each in below))


def test_each_page_and_each_dialog_has_a_place() -> None:
    for module in pkgutil.walk_packages(kapjournal.ui.__path__, "kapjournal.ui."):
        importlib.import_module(module.name)
    program = {name for name in dialogs() if name not in ELSEWHERE} | {page.class_name for page in PAGES}
    walked = {name for place in PLACES for name in place.made_by}
    assert program - walked == set()
    assert walked - program == set()


def test_no_place_and_no_control_is_named_twice() -> None:
    names = [place.name for place in PLACES]
    assert sorted(set(names)) == sorted(names)
    for place in PLACES:
        acts = [(act.door, act.control, act.sees, act.back) for act in place.acts]
        assert len(set(acts)) == len(acts), place.name
