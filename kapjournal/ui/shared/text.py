"""Words on a page: a label for each style of type."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kapjournal.ui.shared.theme import Restyled, theme


class Words(Restyled, QLabel):
    """Plain text in one style of type and one role of colour; it wraps, and it is never read as markup."""

    style_name = "body"

    def __init__(
        self,
        text: str = "",
        role: str = "ink",
        parent: QWidget | None = None,
        *,
        style: str | None = None,
        wrap: bool = True,
    ) -> None:
        super().__init__(parent)
        self._style_name = style if style is not None else self.style_name
        self._role = role
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        self.setText(text)
        self.restyle()

    def set_role(self, role: str) -> None:
        """Show the text in another role of colour."""
        self._role = role
        self.restyle()

    def set_style(self, style: str) -> None:
        """Show the text in another style of type."""
        self._style_name = style
        self.restyle()

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Never measure the lines at more width than they may have: layouts forget the greatest width."""
        return super().heightForWidth(min(width, self.maximumWidth()))

    def restyle(self) -> None:
        """Take font and colour from the theme."""
        look = theme()
        self.setFont(look.font(self._style_name))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, look.color(self._role))
        palette.setColor(QPalette.ColorRole.Text, look.color(self._role))
        self.setPalette(palette)


class Title(Words):
    """The name of a page."""

    style_name = "title"


class Section(Words):
    """The name of a part of a page."""

    style_name = "section"


class Label(Words):
    """A short name in front of things."""

    style_name = "label"


class Strong(Words):
    """Body text that carries a name."""

    style_name = "body_strong"


class Body(Words):
    """Ordinary text."""

    style_name = "body"


class Caption(Words):
    """Small text beside things."""

    style_name = "caption"

    def __init__(
        self, text: str = "", role: str = "ink3", parent: QWidget | None = None, *, wrap: bool = True
    ) -> None:
        super().__init__(text, role, parent, wrap=wrap)


class Prompt(Words):
    """A question."""

    style_name = "prompt"


class Reading(Words):
    """Words a person wrote."""

    style_name = "reading"
