"""Someone of the plan on the locked screen, if the person chooses so: then kept outside the journal."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kapjournal.domain.support_plan import PlanContact
from kapjournal.settings import SettingsStore
from kapjournal.ui.shared.cards import Card
from kapjournal.ui.shared.fields import Choice, field
from kapjournal.words.language import _


class LockedContactCard(Card):
    """Nobody until somebody is chosen."""

    def __init__(self, settings: SettingsStore, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(22, 16), spacing=6)
        self._settings = settings
        self._people: dict[str, PlanContact] = {}
        self.choice = Choice([("", _("Nobody"))], accessible_name=_("On the locked screen"))
        self.choice.changed.connect(self._choose)
        self.body.addWidget(
            field(
                _("On the locked screen"),
                self.choice,
                _(
                    "Whoever is chosen can be seen without the passphrase: name and number are kept beside the journal."
                ),
            )
        )

    def show_people(self, people: tuple[PlanContact, ...]) -> None:
        """Offer those with a number, and whoever is shown there now."""
        kept = self._settings.current
        self._people = {one.phone: one for one in people if one.phone.strip()}
        if kept.locked_phone and kept.locked_phone not in self._people:
            self._people[kept.locked_phone] = PlanContact(kept.locked_name, phone=kept.locked_phone)
        options: list[tuple[object, str]] = [("", _("Nobody"))]
        options += [(phone, one.name or phone) for phone, one in self._people.items()]
        self.choice.set_options(options, kept.locked_phone)

    def _choose(self, phone: object) -> None:
        one = self._people.get(str(phone))
        self._settings.change(
            locked_name=one.name if one is not None else "", locked_phone=one.phone if one is not None else ""
        )
