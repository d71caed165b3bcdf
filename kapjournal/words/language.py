"""The language of the person: gettext for texts, a Babel locale for dates and numbers.

Texts are written in British English in the code, so English needs no catalogue and reads no file.
Babel is loaded at the first date or number only, so that the unlock screen stays light.
"""

from __future__ import annotations

import gettext
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

DOMAIN = "kapjournal"
FALLBACK = "en_GB"
ENGLISH = ("en_GB", "en_US", "en_CA", "en_AU", "en_IE", "en_NZ")
"""Regions of English that are offered; the words are British in each, dates and the clock the region's own."""


_looking = threading.Lock()


class _Spoken:
    """What is spoken now: the catalogue, the locale's name and, once asked for, the locale."""

    catalogue: gettext.NullTranslations = gettext.NullTranslations()
    locale_name: str | None = None
    locale: Locale | None = None


def _(text: str) -> str:
    """The text in the person's language."""
    return _Spoken.catalogue.gettext(text) if text else ""


def pgettext(context: str, text: str) -> str:
    """The text in the person's language, where one English word has several senses (context names the sense)."""
    return _Spoken.catalogue.pgettext(context, text)


def ngettext(one: str, many: str, n: int) -> str:
    """The text for one or for many in the person's language; the number is filled in by the caller."""
    return _Spoken.catalogue.ngettext(one, many, n)


def use(locale_name: str | None) -> None:
    """Speak this locale ('en_GB', 'es', 'de-AT') from now on; None takes the system's own."""
    texts = _plain(locale_name) if locale_name else system_texts()
    _Spoken.catalogue = _catalogue(texts)
    _Spoken.locale_name = _plain(locale_name) if locale_name else None
    _Spoken.locale = None


def runs_from_right() -> bool:
    """Whether the words run from right to left; English, which has no catalogue, need not ask Babel."""
    name = _Spoken.catalogue.info().get("language", "")
    return bool(name) and is_from_right(name)


def is_from_right(language: str) -> bool:
    """Whether a language is written from right to left."""
    from babel import Locale

    with _tables():
        return Locale.parse(language).text_direction == "rtl"


def language_names() -> list[tuple[str, str]]:
    """Each locale that can be chosen, with its name in its own language: English by region, then each catalogue."""
    from babel import Locale

    from kapjournal.paths import resource

    catalogues = sorted(
        found.parent.parent.name for found in resource("translations").glob("*/LC_MESSAGES/*.mo")
    )
    with _tables():
        names = [(name, Locale.parse(name).get_display_name() or name) for name in (*ENGLISH, *catalogues)]
    return [(name, shown[:1].upper() + shown[1:]) for name, shown in names]


def current() -> Locale:
    """The locale by which dates, times and numbers are written."""
    if _Spoken.locale is None:
        with _tables():
            found = _locale(_Spoken.locale_name or system_formats())
            len(found.days)  # it is read at the first question to it
        _Spoken.locale = found
    return _Spoken.locale


def system_texts() -> str:
    """The name of the system's locale for texts."""
    return _system("LC_ALL", "LC_MESSAGES", "LANG")


def system_formats() -> str:
    """The name of the system's locale for dates and numbers."""
    return _system("LC_ALL", "LC_TIME", "LANG")


def system_territory() -> str:
    """The country of the system's locale ('GB'); '' where it names none."""
    name = _system_name("LC_ALL", "LC_TIME", "LANG")
    return (
        name.partition(".")[0].partition("@")[0].replace("-", "_").rpartition("_")[2] if "_" in name else ""
    )


def _system(*variables: str) -> str:
    return _plain(_system_name(*variables))


def _system_name(*variables: str) -> str:
    """The first name that is set, as the system writes it; '' where none is."""
    if sys.platform == "win32":
        import ctypes

        room = ctypes.create_unicode_buffer(85)
        ctypes.windll.kernel32.GetUserDefaultLocaleName(room, 85)
        return room.value.replace("-", "_")
    return next((value for variable in variables if (value := os.environ.get(variable))), "")


def _plain(name: str) -> str:
    """'de-AT', 'de_AT.UTF-8' and 'de_AT@euro' as 'de_AT'; 'C' and 'POSIX' name no language."""
    plain = name.partition(".")[0].partition("@")[0].replace("-", "_")
    return FALLBACK if plain in ("", "C", "POSIX") else plain


def _catalogue(name: str) -> gettext.NullTranslations:
    if name.partition("_")[0] == "en":
        return gettext.NullTranslations()
    from kapjournal.paths import resource

    folder = str(resource("translations"))
    return gettext.translation(DOMAIN, folder, [name, name.partition("_")[0]], fallback=True)


@contextmanager
def _tables() -> Iterator[None]:
    """While this is entered Babel may look for locales; then it forgets its tables of all languages, 2 MB.

    It reads them to find one, and would keep them for good.
    """
    import babel.core

    with _looking:
        yield
        babel.core._global_data = None  # noqa: SLF001  # it has no other way to be told, and reads them again at need


def _locale(name: str) -> Locale:
    """The locale of that name; where its language has no catalogue, English as it is written in that country.

    A German date inside an English sentence helps nobody; the country's order of day and month and its clock do.
    """
    from babel import Locale, UnknownLocaleError

    language, _bar, rest = name.partition("_")
    spoken = language == "en" or isinstance(_catalogue(name), gettext.GNUTranslations)
    territory = rest.rpartition("_")[2]
    for candidate in (name if spoken else f"en_{territory}", language if spoken else "en_150", FALLBACK):
        try:
            return Locale.parse(candidate)
        except (UnknownLocaleError, ValueError):
            continue
    return Locale.parse("en")
