"""Language: the words, and how dates, times and numbers are written."""

from __future__ import annotations

from kapjournal.settings import SettingsStore
from kapjournal.ui.settings.rows import SettingRow, SettingsSection
from kapjournal.ui.shared.fields import Choice
from kapjournal.ui.shared.theme import theme
from kapjournal.words.language import _, language_names


class LanguageSection(SettingsSection):
    """One row: as the system has it, or one of those that the program speaks."""

    def __init__(self, settings: SettingsStore) -> None:
        self._settings = settings
        options: list[tuple[object, str]] = [("", _("As the system")), *language_names()]
        self.choice = Choice(options, value=settings.current.language)
        self.choice.changed.connect(self._keep)
        super().__init__(
            _("Language"),
            SettingRow(
                _("Language and region"),
                _("Words, dates and the clock. It changes when the journal is opened the next time."),
                self.choice,
            ),
        )

    def restyle(self) -> None:
        """Take the width of the choice from the theme."""
        super().restyle()
        self.choice.setFixedWidth(theme().px(260))

    def _keep(self, name: object) -> None:
        self._settings.change(language=str(name))
