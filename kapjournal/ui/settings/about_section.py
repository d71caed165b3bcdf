"""About: which versions are at work, under which licences."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QLabel

from kapjournal import __version__
from kapjournal.ui.settings.rows import SettingRow, SettingsSection
from kapjournal.ui.shared.text import Body, Caption
from kapjournal.words.language import _
from kapjournal.words.scales import LOINC_NOTICE


class AboutSection(SettingsSection):
    """Versions in rows, licences in a few sentences."""

    def __init__(self, folder: str) -> None:
        rows = [SettingRow(name, "", _value(value)) for name, value in versions()]
        super().__init__(_("About"), *rows)
        where = Body("", "ink2")
        # Of the label itself: with places to break in it, a path that is copied from here would lead nowhere.
        QLabel.setText(where, _("This journal lies in {folder}").format(folder=folder))
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.introduce(where)
        self.add_below(Caption(_licences(), "ink2"))
        self.add_below(Caption(LOINC_NOTICE, "ink2"))


def versions() -> list[tuple[str, str]]:
    """Return what is at work here, by name."""
    return [
        (_("Kap Journal"), __version__),
        (_("SQLCipher, by the package sqlcipher3"), _version_of("sqlcipher3")),
        (_("OpenSSL"), _openssl()),
        (_("Qt"), qVersion()),
        (_("Python"), platform.python_version()),
    ]


def _openssl() -> str:
    from cryptography.hazmat.backends.openssl import backend

    return backend.openssl_version_text().removeprefix("OpenSSL ").split(" ")[0]


def _version_of(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return _("unknown")


def _value(words: str) -> Caption:
    made = Caption(words, "ink2", wrap=False)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def _licences() -> str:
    return _(
        "Kap Journal is free software under the MIT licence. It works with Qt and PySide6 under the LGPL, version 3, "
        "with SQLCipher under its BSD licence, and shows Source Serif 4 under the SIL Open Font License and Phosphor "
        "Icons under the MIT licence. The file NOTICES.md names everything. Nothing here is medical advice."
    )
