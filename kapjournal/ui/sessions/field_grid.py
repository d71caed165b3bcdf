"""Fields side by side, in fewer columns where there is less room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from kapjournal.ui.shared.fields import Field
from kapjournal.ui.shared.theme import Restyled, theme


class FieldGrid(Restyled, QWidget):
    """A grid of equal columns."""

    def __init__(
        self, widgets: Sequence[QWidget], columns: int = 3, parent: QWidget | None = None, *, gap: int = 16
    ) -> None:
        super().__init__(parent)
        self._widgets = list(widgets)
        self._gap = gap
        self._columns = 0
        for widget in self._widgets:
            # Equal columns, however long the words in them are.
            policy = widget.sizePolicy()
            policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
            widget.setSizePolicy(policy)
            if isinstance(widget, Field):
                widget.let_label_wrap()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.set_columns(columns)
        self.restyle()

    def set_columns(self, columns: int) -> None:
        """Place the widgets in this many columns."""
        if columns == self._columns:
            return
        for widget in self._widgets:
            self._grid.removeWidget(widget)
        for column in range(max(columns, self._columns)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._columns = columns
        for index, widget in enumerate(self._widgets):
            place = divmod(index, columns)
            self._grid.addWidget(widget, place[0], place[1], Qt.AlignmentFlag.AlignTop)

    def restyle(self) -> None:
        """Take spacing from the theme."""
        self._grid.setHorizontalSpacing(theme().px(self._gap))
        self._grid.setVerticalSpacing(theme().px(14))
