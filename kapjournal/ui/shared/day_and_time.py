"""Fields for a day and for a time: typed in many ways, or a day chosen from a month."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kapjournal.ui.shared.buttons import IconButton
from kapjournal.ui.shared.day_popup import DayPopup
from kapjournal.ui.shared.mirroring import put_at_end, sides
from kapjournal.ui.shared.text_field import TextField
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.language import _

# 'Sep' is enough for September; one letter less would make March of a misspelled day.
_LEAST_OF_A_MONTH = 3


class _TypedField(Restyled, QWidget):
    """A line of text with an icon at its end that is read as a value or as nothing."""

    changed = Signal(object)
    misread = Signal(bool)
    """Whether what stands there could not be read."""
    _value: Any = None

    def __init__(self, icon_name: str, button_name: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.edit = TextField(parent=self)
        self.button = IconButton(icon_name, button_name, self, bare=True, size="small")
        self.edit.editingFinished.connect(self._read)
        self.edit.put_in.connect(self._read)
        self.edit.paused.connect(self._read_so_far)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.edit)
        self.setFocusProxy(self.edit)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.restyle()

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 - Qt's name
        """Name the line itself: it has the focus."""
        self.edit.setAccessibleName(name)

    def setAccessibleDescription(self, description: str) -> None:  # noqa: N802 - Qt's name
        """Describe the line itself."""
        self.edit.setAccessibleDescription(description)

    def restyle(self) -> None:
        """Take font and margins from the theme."""
        look = theme()
        self.edit.setTextMargins(*sides(0, 0, look.px(26), 0))
        self._place_button()

    def resizeEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """Keep the icon where the line ends."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._place_button()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the icon in its place when sizes change."""
        super().changeEvent(event)
        if hasattr(self, "button"):
            self._place_button()

    def how_to_write(self) -> str:
        """Say what can be read here."""
        raise NotImplementedError

    def show_wrong(self, wrong: bool) -> None:
        """Show, or no longer show, that the text was not understood."""
        if bool(self.edit.property("wrong")) != wrong:
            self.misread.emit(wrong)
            self.edit.setProperty("wrong", wrong)
            self.edit.style().unpolish(self.edit)
            self.edit.style().polish(self.edit)

    def take_words(self, text: str) -> None:
        """Take words as if a person had written them."""
        self.edit.setText(text)
        self._read()

    def _place_button(self) -> None:
        put_at_end(self.button, self, theme().px(5))

    @property
    def understood(self) -> bool:
        """Whether the text can be read, or is empty."""
        return not self.edit.text().strip() or self._understand() is not None

    @property
    def meant(self) -> Any:
        """What the text says as it stands now, taken or not; None where it says nothing that can be read."""
        return self._understand()

    def put_back(self, value: Any) -> None:
        """Show a value without telling anybody, also over what is being typed."""
        self._value = value
        self._show_value()

    def _read_so_far(self) -> None:
        """Take what was typed before a pause; it stays as it was typed, for the person may go on."""
        if self.understood:
            self._take(self._understand())

    def _read(self) -> None:
        """Take what stands there and write it as everywhere; what cannot be read is told, and changes nothing."""
        value = self._understand()
        if not self.understood:
            self._value = None
            self.show_wrong(True)
            return
        before, self._value = self._value, value
        self._show_value()
        if value != before:
            self.changed.emit(value)

    def _take(self, value: Any) -> None:
        if value != self._value:
            self._value = value
            self.changed.emit(value)

    def _set(self, value: Any) -> None:
        # Whoever shows again what was just taken must not write over what is being typed.
        if value != self._value or not self.edit.hasFocus():
            self._value = value
            self._show_value()

    def _understand(self) -> Any:
        """Read the text; None where it is empty or cannot be read."""
        raise NotImplementedError

    def _show_value(self) -> None:
        """Write the value as everywhere."""
        raise NotImplementedError


class DateField(_TypedField):
    """A day or nothing: '22 September 2026', '22/9/2026', '2026-09-22', or chosen from a month."""

    def __init__(
        self,
        value: date | None = None,
        parent: QWidget | None = None,
        *,
        placeholder: str = "",
        today: date | None = None,
        short: bool = False,
    ) -> None:
        self._value = value
        self._today = today
        self._short = short
        super().__init__("calendar", _("Choose a day"), parent)
        self.edit.setPlaceholderText(placeholder)
        self.button.clicked.connect(self._open_month)
        self._show_value()

    @property
    def value(self) -> date | None:
        """The day, or None."""
        day: date | None = self._value
        return day

    def set_value(self, value: date | None) -> None:
        """Show a day, or nothing, without telling anybody."""
        self._set(value)

    def _show_value(self) -> None:
        from kapjournal.words.dates import day_short, weekday_short

        if self._value is None:
            self.edit.clear()
        elif self._short:
            self.edit.setText(day_short(self._value, date.min))
            self.edit.setCursorPosition(0)
        else:
            # The year always, the month in short: the longest day fits a third of a card.
            self.edit.setText(f"{weekday_short(self._value)} {day_short(self._value, date.min)}")
            self.edit.setCursorPosition(0)
        self.show_wrong(False)

    def how_to_write(self) -> str:
        """Say it by an example: 22 Sep 2026."""
        from kapjournal.words.dates import day_short

        example = day_short(date(2026, 9, 22), date.min)
        return _("Not read as a day yet. It can be written like {example}.").format(example=example)

    def _understand(self) -> date | None:
        return read_day(self.edit.text(), self._today)

    def _open_month(self) -> None:
        popup = DayPopup(self._value, self._today or local_now().date(), self)
        popup.day_chosen.connect(self._choose)
        popup.open_under(self)

    def _choose(self, day: date) -> None:
        self.set_value(day)
        self.changed.emit(day)


class TimeField(_TypedField):
    """A time or nothing: '13:30', '1330', '1.30 pm'."""

    def __init__(
        self,
        value: time | None = None,
        parent: QWidget | None = None,
        *,
        placeholder: str = "",
        now: Callable[[], datetime] | None = None,
    ) -> None:
        """`now` is what its button takes: the wall clock, where nobody says otherwise."""
        self._value = value
        self._now = now if now is not None else local_now
        super().__init__("time", _("Now"), parent)
        self.edit.setPlaceholderText(placeholder)
        self.button.clicked.connect(self._take_now)
        self._show_value()

    @property
    def value(self) -> time | None:
        """The time, or None."""
        clock: time | None = self._value
        return clock

    def set_value(self, value: time | None) -> None:
        """Show a time, or nothing, without telling anybody."""
        self._set(value)

    def _show_value(self) -> None:
        from kapjournal.words.dates import clock_time

        self.edit.setText("" if self._value is None else clock_time(self._value))
        self.show_wrong(False)

    def how_to_write(self) -> str:
        """Say it by an example: 13:30."""
        from kapjournal.words.dates import clock_time

        example = clock_time(time(13, 30))
        return _("Not read as a time yet. It can be written like {example}.").format(example=example)

    def _understand(self) -> time | None:
        return read_time(self.edit.text())

    def _take_now(self) -> None:
        self.set_value(self._now().time().replace(second=0, microsecond=0))
        self.changed.emit(self._value)


def local_now() -> datetime:
    """Return the wall clock; only a suggestion in a field, so the program's own clock is not needed."""
    return datetime.now().astimezone()


def read_day(text: str, today: date | None = None) -> date | None:
    """Return the day a text names in the person's locale or as ISO, or None."""
    plain = text.strip()
    if not plain:
        return None
    year_now = (today or local_now().date()).year
    iso = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", plain)
    if iso:
        return _day_or_none(int(iso[1]), int(iso[2]), int(iso[3]))
    month = _named_month(plain)
    numbers = [int(part) for part in re.findall(r"\d+", plain)]
    if month is not None and numbers:
        small = [number for number in numbers if number <= 31]
        years = [number for number in numbers if number > 31]
        return _day_or_none(years[0] if years else year_now, month, small[0]) if small else None
    if len(numbers) in (2, 3) and month is None and not re.search(r"[^\d./\-\s]", plain):
        day, month_number = (numbers[1], numbers[0]) if _month_first() else (numbers[0], numbers[1])
        year = numbers[2] if len(numbers) == 3 else year_now
        return _day_or_none(year + 2000 if year < 100 else year, month_number, day)
    return None


def read_time(text: str) -> time | None:
    """Return the time a text names, or None."""
    found = re.fullmatch(r"(\d{1,2})(?:[:.h ]?(\d{2}))?\s*([ap])?\.?\s*(?:m\.?)?", text.strip().lower())
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3] and 1 <= hour <= 12:
        hour = hour % 12 + (12 if found[3] == "p" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _named_month(text: str) -> int | None:
    from kapjournal.words.language import current

    words = [word for word in re.findall(r"[^\W\d_]+", text.lower()) if len(word) >= _LEAST_OF_A_MONTH]
    for number, name in current().months["format"]["wide"].items():
        if any(name.lower().startswith(word) for word in words):
            return int(number)
    return None


def _month_first() -> bool:
    from kapjournal.words.language import current

    pattern = current().date_formats["short"].pattern.lower()
    return "m" in pattern and pattern.index("m") < pattern.index("d")


def _day_or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
