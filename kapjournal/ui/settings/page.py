"""The settings page: sections at the left, all of them in one column at the right."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kapjournal.domain.kinds import Kind
from kapjournal.ui.settings.about_section import AboutSection
from kapjournal.ui.settings.backups_section import BackupsSection
from kapjournal.ui.settings.erase_section import EraseSection
from kapjournal.ui.settings.import_view import ImportView
from kapjournal.ui.settings.language_section import LanguageSection
from kapjournal.ui.settings.look_section import LookSection
from kapjournal.ui.settings.measures_section import MeasuresSection
from kapjournal.ui.settings.prompts_section import PromptsSection
from kapjournal.ui.settings.reminders_section import RemindersSection
from kapjournal.ui.settings.rows import SettingsSection
from kapjournal.ui.settings.scales_section import ScalesSection
from kapjournal.ui.settings.security_section import SecuritySection
from kapjournal.ui.settings.transfer_section import TransferSection
from kapjournal.ui.shared.breakpoints import NARROW, SIDE_MARGINS, TOP_MARGINS, WIDE, breakpoint  # noqa: A004
from kapjournal.ui.shared.column_scroll import ColumnScroll
from kapjournal.ui.shared.mirroring import sides
from kapjournal.ui.shared.name_button import NameButton
from kapjournal.ui.shared.page import Action, Page
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.text import Title
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.language import _

_NAMES_PX = 244
_NAME_PX, _LEAST_NAME_PX = 38, 26
_COLUMN_PX, _TABLE_PX = 680, 732
"""How wide a section is, and one that holds a table."""
_LOWER_PX = 6
"""How much lower the name of the first section begins: it stands level with the name of the page beside it."""


class SettingsPage(Page):
    """What is not journal content, and the measures."""

    concerns: ClassVar[frozenset[Kind]] = frozenset(
        {Kind.MEASURE, Kind.SCALE_CHOICE, Kind.SCALE_FILE, Kind.PERSON}
    )
    scrolls: ClassVar[bool] = False
    margins: ClassVar[bool] = False
    content_max: ClassVar[int] = 100_000

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._look = LookSection(place.settings)
        self._measures = MeasuresSection(place.journal)
        self._scales = ScalesSection(place.journal)
        self._security = SecuritySection(place)
        self._backups = BackupsSection(place)
        self._erase = EraseSection(place)
        self.transfer = TransferSection(place)
        self.importing = ImportView(place)
        self._prompts = PromptsSection(place.journal)
        for part in (
            self._look, self._measures, self._scales, self._prompts, self._security, self._backups, self._erase,
            self.transfer, self.importing,
        ):  # fmt: skip
            part.requested.connect(self.requested)
        self._security.backups_changed.connect(self._backups.reload)
        self.transfer.import_wanted.connect(self._ask_import)
        self.importing.left.connect(self._leave_import)
        self.importing.left.connect(self._backups.reload_quietly)  # one may have been made before
        self._sections: list[tuple[str, SettingsSection]] = [
            ("look", self._look),
            ("measures", self._measures),
            ("scale", self._scales),
            ("integrate", self._prompts),
            ("reminders", RemindersSection(place.settings)),
            ("language", LanguageSection(place.settings)),
            ("security", self._security),
            ("backups", self._backups),
            ("import_export", self.transfer),
            ("erase", self._erase),
            ("info", AboutSection(str(place.journal.folder))),
        ]
        self._names = _Names([(icon, section.accessibleName()) for icon, section in self._sections])
        for index, button in enumerate(self._names.buttons):
            button.setProperty("section", index)
            button.clicked.connect(self._go_to_clicked)
        self._lay_out()
        self._names.show_chosen(0)
        self.restyle()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.body.addLayout(row)
        row.addWidget(self._names)
        self._panes = QStackedWidget()
        row.addWidget(self._panes, 1)
        holder = QWidget()
        holder.setObjectName("page_content")
        self._inner = ColumnScroll(holder)
        self._panes.addWidget(self._inner)
        self._panes.addWidget(self.importing)
        # Last of all what stands in them: whatever is put into another place has all that is in it styled once more.
        self._title = Title(_("Settings"))
        self._column = QVBoxLayout(holder)
        self._column.addWidget(self._title)
        for _icon, section in self._sections:
            self._column.addWidget(section)
        self._column.addStretch(1)
        self._going: int | None = None
        self._inner.verticalScrollBar().valueChanged.connect(self._light)
        self._inner.verticalScrollBar().rangeChanged.connect(self._stand_there)

    def reload(self) -> None:
        """Show the measures as they are."""
        self._measures.reload()
        self._scales.reload()
        self._prompts.reload()
        self._security.reload()
        self._backups.reload()

    def arrange(self, breakpoint: str) -> None:  # noqa: A002
        """Names of the sections at the left, or nothing but the sections where it is narrow."""
        look = theme()
        narrow = breakpoint == NARROW
        self._names.setVisible(not narrow)
        self._names.restyle()
        self._title.setVisible(narrow)
        beside = 0 if narrow else self._names.width()
        side = look.px(48 if breakpoint == WIDE else SIDE_MARGINS[breakpoint])
        top = look.px(TOP_MARGINS[breakpoint] + (0 if narrow else _LOWER_PX))
        # Margins, not a greatest width: a layout asks wrapped words for their height at the width it has itself.
        room = self.width() - beside - 2 * side
        spare = max(0, room - look.px(_TABLE_PX))
        self._column.setContentsMargins(*sides(side, top, side + spare, look.px(40)))
        for _icon, section in self._sections:
            wide = _TABLE_PX if section is self._backups else _COLUMN_PX
            section.end_before(max(0, room - spare - look.px(wide)))
        self._column.setSpacing(look.px(28))
        self._backups.arrange()
        self.importing.arrange(breakpoint)

    def resizeEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """Keep the column at its width."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.arrange(self.room)

    def actions(self) -> list[Action]:  # type: ignore[override]
        """Each section by its name."""
        return [
            Action(section.accessibleName(), icon, lambda index=index: self._go_to(index))  # type: ignore[misc]
            for index, (icon, section) in enumerate(self._sections)
        ]

    def _go_to_clicked(self) -> None:
        sender = self.sender()
        self._go_to(int(sender.property("section")))

    def show_import(self, path: Path) -> None:
        """Show what an import of that file would do."""
        self._panes.setCurrentWidget(self.importing)
        self._names.show_chosen([section for _icon, section in self._sections].index(self.transfer))
        self.importing.look_at(path)

    def _ask_import(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileName(
            self, _("Choose a table"), str(Path.home()), _("Table (*.csv *.tsv *.txt);;All files (*)")
        )
        if chosen:
            self.show_import(Path(chosen))

    def _leave_import(self) -> None:
        self._panes.setCurrentWidget(self._inner)
        self.transfer.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to(self, index: int) -> None:
        self._panes.setCurrentWidget(self._inner)
        self._going = index
        self._stand_there()
        self._names.show_chosen(index)

    def _stand_there(self) -> None:
        """Stand at the section that was gone to, again when what is above it has found its height."""
        if self._going is not None:
            self._inner.verticalScrollBar().setValue(self._place_of(self._going))

    def _place_of(self, index: int) -> int:
        top = self._sections[index][1].y() - theme().px(24) if index else 0
        return min(max(top, 0), self._inner.verticalScrollBar().maximum())

    def _light(self, position: int) -> None:
        """Light the name of the section that stands at the top."""
        bar = self._inner.verticalScrollBar()
        if self._going is not None and position != self._place_of(self._going):
            self._going = None
        if position >= bar.maximum() > 0:
            return
        edge = position + theme().px(80)
        above = [index for index, (_icon, section) in enumerate(self._sections) if section.y() <= edge]
        self._names.show_chosen(above[-1] if above else 0)


class _Names(Restyled, QWidget):
    """The sections by name."""

    def __init__(self, names: list[tuple[str, str]]) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "names")
        self.setAccessibleName(_("Sections"))
        self._column = QVBoxLayout(self)
        self._title = Title(_("Settings"))
        self._column.addWidget(self._title)
        self.buttons = [_Name(icon, name) for icon, name in names]
        for button in self.buttons:
            self._column.addWidget(button)
        self._column.addStretch(1)
        self.restyle()

    def show_chosen(self, index: int) -> None:
        """Light one name."""
        for own, button in enumerate(self.buttons):
            button.setChecked(own == index)

    def restyle(self) -> None:
        """Take the sizes from the theme."""
        look = theme()
        widest = max(button.sizeHint().width() for button in self.buttons)
        self.setFixedWidth(max(look.px(_NAMES_PX), widest + look.px(33)))
        top = look.px(TOP_MARGINS[breakpoint(self)])
        self._column.setContentsMargins(*sides(look.px(16), top, look.px(17), look.px(16)))
        self._column.setSpacing(look.px(2))
        self._title.setContentsMargins(*sides(look.px(12), 0, 0, look.px(16)))


class _Name(NameButton):
    """One name."""

    def __init__(self, icon_name: str, name: str) -> None:
        super().__init__(name, icon_name)
        self.setText("  " + name.replace("&", "&&"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.restyle()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the height of a name, lit or not; in a low window it may be less."""
        return QSize(self.whole_width, theme().px(_NAME_PX))

    @property
    def whole_width(self) -> int:
        """How wide it is when it is lit, which weighs more."""
        heavier = QFont(self.font())
        heavier.setWeight(QFont.Weight.DemiBold)
        now, lit = (QFontMetrics(font).horizontalAdvance(self.text()) for font in (self.font(), heavier))
        return super().sizeHint().width() + lit - now

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the least that can be clicked with ease."""
        return QSize(self.whole_width, theme().px(_LEAST_NAME_PX))

    def _show_state(self, checked: bool) -> None:
        super()._show_state(checked)
        self.setFixedHeight(theme().px(38))
