"""What each column of a table becomes: chosen column by column, or by a mapping file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from kapjournal.domain.measure import Measure
from kapjournal.exchange.draft import (
    DATE,
    DATE_FORMATS,
    LEFT_OUT,
    NOTE,
    TAGS,
    TIME,
    TIME_FORMATS,
    Draft,
    with_ends,
)
from kapjournal.exchange.survey import Survey
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.cards import Hairline
from kapjournal.ui.shared.dialog import Dialog
from kapjournal.ui.shared.fields import Choice, NumberField
from kapjournal.ui.shared.text import Body, Caption, Strong
from kapjournal.ui.shared.theme import theme
from kapjournal.words.import_look import format_words
from kapjournal.words.language import _, ngettext
from kapjournal.words.measures import measure_name
from kapjournal.words.numbers import number

_EXAMPLES = 3
MOST_SHOWN = 100
"""So many columns stand here: a table may have thousands, and each is a row with its own choices."""
_CHOICE_PX, _MORE_PX, _END_PX = 200, 190, 64
_ONLY_ONCE = (DATE, TIME, NOTE)


class ColumnRow(QWidget):
    """One column: its name, what stands in it, what it becomes, and how that is to be read."""

    changed = Signal()

    def __init__(self, column: str, found: Survey, draft: Draft, measures: Sequence[Measure]) -> None:
        super().__init__()
        self.column = column
        self._found = found
        self._measures = {measure.key: measure for measure in measures}
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Strong(column))
        examples = [value for value, _count in found.values[column].most_common(_EXAMPLES)]
        words.addWidget(Caption(_(", ").join(examples) if examples else _("nothing stands in it"), "ink2"))
        name = _("“{column}” becomes").format(column=column)
        value = draft.becomes.get(column, LEFT_OUT)
        self.meaning = Choice(_meanings(measures), accessible_name=name, value=value)
        self.meaning.setFixedWidth(theme().px(_CHOICE_PX))
        self.meaning.changed.connect(lambda _value: self._meaning_changed())
        self.form = Choice((), accessible_name=_("How “{column}” is written").format(column=column))
        self.low, self.high = (
            NumberField(low=-1e6, high=1e6, digits=2),
            NumberField(low=-1e6, high=1e6, digits=2),
        )
        for end, said in ((self.low, _("Lowest of “{column}”")), (self.high, _("Highest of “{column}”"))):
            end.setAccessibleName(said.format(column=column))
            end.setFixedWidth(theme().px(_END_PX))
        self._to = Body(_("to"), "ink2", wrap=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme().px(8), 0, theme().px(8))
        row.setSpacing(theme().px(8))
        row.addLayout(words, 1)
        row.addWidget(self.meaning)
        more = QWidget()
        more.setFixedWidth(theme().px(_MORE_PX))
        how = QHBoxLayout(more)
        how.setContentsMargins(0, 0, 0, 0)
        how.setSpacing(theme().px(8))
        for widget in (self.form, self.low, self._to, self.high):
            how.addWidget(widget)
        how.addStretch(1)
        row.addWidget(more)
        self._show_more(draft)

    def show_meaning(self, meaning: str) -> None:
        """Let it become something else."""
        self.meaning.value = meaning
        self._show_more(Draft())

    def _meaning_changed(self) -> None:
        self._show_more(Draft())
        self.changed.emit()

    def _show_more(self, draft: Draft) -> None:
        meaning = str(self.meaning.value)
        is_measure = meaning in self._measures
        written = meaning in (DATE, TIME)
        self.form.setVisible(written)
        for widget in (self.low, self._to, self.high):
            widget.setVisible(is_measure)
        if written:
            forms = DATE_FORMATS if meaning == DATE else TIME_FORMATS
            now = draft.date_format if meaning == DATE else draft.time_format
            self.form.set_options([(form, format_words(form)) for form in forms], now)
        if is_measure:
            guessed = with_ends(
                replace(draft, becomes={self.column: meaning}), self._found, self._measures.values()
            )
            low, high = guessed.ends[self.column]
            self.low.set_value(low)
            self.high.set_value(high)

    @property
    def ends(self) -> tuple[float, float] | None:
        """The ends of the scale; None where they are none."""
        low, high = self.low.value, self.high.value
        understood = self.low.understood and self.high.understood
        return (low, high) if understood and low is not None and high is not None and low < high else None


class ColumnsDialog(Dialog):
    """A row for each column; the same meaning is given once."""

    changed = Signal(object)
    """A Draft."""
    mapping_chosen = Signal(object)
    """The path of a mapping file."""

    def __init__(self, found: Survey, draft: Draft, measures: Sequence[Measure], parent: QWidget) -> None:
        super().__init__(_("What the columns become"), parent, width=860)
        self._draft, self._found, self._measures = draft, found, measures
        self.rows: list[ColumnRow] = []
        self.body.addWidget(
            Body(
                _(
                    "The day is needed, and one column more. The numbers say from where to where a scale goes."
                ),
                "ink2",
            )
        )
        column = QVBoxLayout()
        column.setSpacing(0)
        shown = _shown(found, draft)
        for name in shown:
            row = ColumnRow(name, found, draft, measures)
            row.changed.connect(self._only_once)
            if self.rows:
                column.addWidget(Hairline())
            column.addWidget(row)
            self.rows.append(row)
        self.body.addLayout(column)
        left = len(found.columns) - len(shown)
        if left:
            text = ngettext(
                "And {n} column more, which a mapping file reaches.",
                "And {n} columns more, which a mapping file reaches.",
                left,
            )
            self.body.addWidget(Caption(text.format(n=number(left)), "ink2"))
        by_file = Button(_("Use a mapping file"), "quiet", "open_folder", flush="begin")
        by_file.clicked.connect(self._ask_mapping)
        self.keep_button = Button(_("Read it like this"), "primary")
        self.keep_button.clicked.connect(self.keep)
        self.foot.addWidget(by_file, 0, Qt.AlignmentFlag.AlignVCenter)
        self._says = Caption("", "ink2")
        self.foot.addWidget(self._says, 1)
        leave = Button(_("Leave it"), "quiet")
        leave.clicked.connect(self.close_dialog)
        self.foot.addWidget(leave, 0, Qt.AlignmentFlag.AlignVCenter)
        self.foot.addWidget(self.keep_button, 0, Qt.AlignmentFlag.AlignVCenter)

    def keep(self) -> None:
        """Read the table by what stands here; a scale without two ends changes nothing."""
        becomes: dict[str, str] = {}
        ends: dict[str, tuple[float, float]] = {}
        formats = {DATE: self._draft.date_format, TIME: self._draft.time_format}
        own = {measure.key for measure in self._measures}
        for row in self.rows:
            meaning = str(row.meaning.value)
            if meaning in own:
                if row.ends is None:
                    self._says.setText(_("A scale goes from a lower to a higher number."))
                    row.low.setFocus(Qt.FocusReason.OtherFocusReason)
                    return
                ends[row.column] = row.ends
            elif meaning in formats:
                formats[meaning] = str(row.form.value)
            if meaning != LEFT_OUT:
                becomes[row.column] = meaning
        made = replace(
            self._draft, becomes=becomes, ends=ends, date_format=formats[DATE], time_format=formats[TIME]
        )  # fmt: skip
        if not made.can_be_read:
            self._says.setText(_("The day is needed, and one column more."))
            return
        self.close_dialog()
        self.changed.emit(with_ends(made, self._found, self._measures))

    def _only_once(self) -> None:
        """What can stand in one column alone is left out of the others."""
        changed = self.sender()
        assert isinstance(changed, ColumnRow)
        meaning = str(changed.meaning.value)
        alone = (*_ONLY_ONCE, *(measure.key for measure in self._measures))
        for row in self.rows:
            if row is not changed and meaning in alone and row.meaning.value == meaning:
                row.show_meaning(LEFT_OUT)

    def _ask_mapping(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileName(
            self, _("Use a mapping file"), str(self._found.path.parent), _("Mapping (*.toml)")
        )
        if chosen:
            self.close_dialog()
            self.mapping_chosen.emit(Path(chosen))


def _shown(found: Survey, draft: Draft) -> tuple[str, ...]:
    """The columns that become something already, and as many of the others as there is room for, in their order."""
    room = max(0, MOST_SHOWN - len(draft.becomes))
    others = set(islice((name for name in found.columns if name not in draft.becomes), room))
    return tuple(name for name in found.columns if name in draft.becomes or name in others)


def _meanings(measures: Sequence[Measure]) -> list[tuple[object, str]]:
    """What a column may become."""
    return [
        (LEFT_OUT, _("leave it out")),
        (DATE, _("the day")),
        (TIME, _("the time")),
        *((measure.key, measure_name(measure)) for measure in measures),
        (TAGS, _("tags")),
        (NOTE, _("the note")),
    ]
