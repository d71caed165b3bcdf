"""One side effect in the dialog: how strong it was, and whether it is gone."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from kapjournal.domain.kap_session import Onset, Severity, SideEffect
from kapjournal.ui.sessions.side_effects_card import effect_name
from kapjournal.ui.sessions.strength import strength_icon
from kapjournal.ui.shared.fields import Choice
from kapjournal.ui.shared.text import Caption, Name
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.ui.shared.unset_choice import UnsetChoice
from kapjournal.words.around_dose import onset_name
from kapjournal.words.dates import duration_min
from kapjournal.words.language import _
from kapjournal.words.names import severity_name

_GONE_AFTER_MIN = (30, 60, 120, 180, 300, 480, 720, 1440, 2880)
_NOT_SAID = "not_said"
_STILL = "still"
_GONE = "gone"
_GAP, _LEAST_NAME = 8, 100
BEGAN_WIDTH, NOW_WIDTH = 124, 136


def row_width(widths: tuple[int, int, int]) -> int:
    """How wide a row of columns of these widths is at least."""
    look = theme()
    return look.px(_LEAST_NAME) + sum(widths) + 3 * look.px(_GAP)


class SideEffectHeads(Restyled, QWidget):
    """The words above the columns of the rows."""

    def __init__(self, widths: tuple[int, int, int]) -> None:
        super().__init__()
        self._widths = widths
        self._strong, self._began, self._now = (
            Caption(words, wrap=False) for words in (_("how strong"), _("began"), _("now"))
        )
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addStretch(1)
        for word in (self._strong, self._began, self._now):
            self._line.addWidget(word)
        self.restyle()

    def restyle(self) -> None:
        """Take the widths of the columns."""
        self._line.setSpacing(theme().px(_GAP))
        for word, width in zip((self._strong, self._began, self._now), self._widths, strict=True):
            word.setFixedWidth(width)


class SideEffectRow(Restyled, QWidget):
    """Nothing chosen means not said; `changed` tells each change."""

    changed = Signal()

    def __init__(self, effect: SideEffect, *, said: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._effect = effect
        name = effect_name(effect)
        self._name = _Name(name)
        drawings = [
            None,
            *(partial(strength_icon, s) for s in (Severity.MILD, Severity.MODERATE, Severity.STRONG)),
        ]
        self.strength = UnsetChoice(
            [(s, severity_name(s)) for s in Severity], name, size="small", drawings=drawings
        )
        self.strength.set_value(effect.severity if said else None)
        self.now = Choice(
            self._gone_options(), value=self._gone_value(), accessible_name=_("{name} now").format(name=name)
        )
        self.began = Choice(
            [(None, _("not said")), *((o, onset_name(o)) for o in Onset)],
            value=effect.onset,
            accessible_name=_("{name} began").format(name=name),
        )
        for choice in (self.began, self.now):
            choice.setProperty("extent", "small")
            choice.restyle()
        self.began.changed.connect(self._tell)
        self.strength.changed.connect(self._strength_changed)
        self.now.changed.connect(self._tell)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addWidget(self._name, 1)
        self._line.addWidget(self.strength)
        self._end = QHBoxLayout()
        self._end.setContentsMargins(0, 0, 0, 0)
        self._end.addWidget(self.began)
        self._end.addWidget(self.now)
        self._line.addLayout(self._end)
        self._show_now()
        self.restyle()

    @property
    def effect(self) -> SideEffect | None:
        """What was said, or None."""
        severity = self.strength.value
        if not isinstance(severity, Severity):
            return None
        said = replace(self._effect, severity=severity, resolved=None, passed_after_min=None, onset=None)
        if severity is Severity.NONE:
            return said
        began = self.began.value
        said = replace(said, onset=began if isinstance(began, Onset) else None)
        now = self.now.value
        if now == _STILL:
            return replace(said, resolved=False)
        if now == _GONE:
            return replace(said, resolved=True)
        return replace(said, resolved=True, passed_after_min=now) if isinstance(now, int) else said

    @property
    def code(self) -> str:
        """Which one it is."""
        return self._effect.code

    @property
    def own_name(self) -> str:
        """What the person named it, where it is one of their own."""
        return self._effect.note

    @property
    def widths(self) -> tuple[int, int, int]:
        """How wide strength, began and now have to be for their words to stand whole."""
        look = theme()
        began = max(look.px(BEGAN_WIDTH), self.began.words_width)
        now = max(look.px(NOW_WIDTH), self.now.words_width)
        return self.strength.sizeHint().width(), began, now

    def arrange(self, widths: tuple[int, int, int], *, narrow: bool) -> None:
        """In columns of these widths, or under each other where there is little room."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._line.setDirection(down if narrow else across)
        self._end.setDirection(across)
        for choice, width in zip((self.began, self.now), widths[1:], strict=True):
            choice.setFixedWidth(width)
            # In columns the room of what is not asked stays; under each other it would be a hole.
            keeps_room = choice.sizePolicy()
            keeps_room.setRetainSizeWhenHidden(not narrow)
            choice.setSizePolicy(keeps_room)
        self._line.setAlignment(self._end, Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag(0))

    def restyle(self) -> None:
        """Take sizes from the theme."""
        look = theme()
        self._line.setSpacing(look.px(_GAP))
        self._end.setSpacing(look.px(_GAP))
        self._name.setMinimumWidth(look.px(_LEAST_NAME))

    def _gone_options(self) -> list[tuple[object, str]]:
        own = self._effect.passed_after_min
        lengths = sorted({*_GONE_AFTER_MIN, *([own] if own is not None else [])})
        return [
            (_NOT_SAID, _("not said")),
            (_STILL, _("still there")),
            (_GONE, _("gone")),
            *((m, _("gone after {time}").format(time=duration_min(m))) for m in lengths),
        ]

    def _gone_value(self) -> object:
        if self._effect.resolved is None:
            return _NOT_SAID
        if not self._effect.resolved:
            return _STILL
        return _GONE if self._effect.passed_after_min is None else self._effect.passed_after_min

    def _strength_changed(self) -> None:
        self._show_now()
        self._tell()

    def _show_now(self) -> None:
        there = self.strength.value not in (None, Severity.NONE)
        self.began.setVisible(there)
        self.now.setVisible(there)
        self._name.weigh(there=there)

    def _tell(self) -> None:
        self.changed.emit()


class _Name(Name):
    """Heavier where there was any."""

    _there = False

    def weigh(self, *, there: bool) -> None:
        """Show whether there was any."""
        self._there = there
        self.restyle()

    def restyle(self) -> None:
        """Take font and colour from the theme."""
        super().restyle()
        if self._there:
            self.setFont(theme().font("body_strong"))
