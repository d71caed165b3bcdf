"""Where Tab leads: through what is showing, in the order in which it is read.

Qt goes by the order in which widgets were made. A part that is made anew while its page is shown would so come last,
or, put in its place by hand, out of the round altogether. Here the layouts say what comes after what.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QButtonGroup,
    QGridLayout,
    QLayout,
    QScrollArea,
    QWidget,
)

from kapjournal.ui.shared.held import Held, held

_BACKWARDS = (QBoxLayout.Direction.BottomToTop, QBoxLayout.Direction.RightToLeft)


def stops(root: QWidget) -> list[QWidget]:
    """Return what takes the keys by Tab inside a widget, in the order of reading."""
    return [widget for widget in _read(root) if _takes_keys(widget)]


def step(root: QWidget, *, forward: bool) -> bool:
    """Give the keys to the stop after the one that has them (or before it), round and round."""
    order = _read(root)
    places = {widget: place for place, widget in enumerate(order)}
    now: QWidget | None = root.window().focusWidget()
    while now is not None and now not in places:
        now = now.parentWidget()
    here = places[now] if now is not None else 0
    ahead = (
        [*order[here + 1 :], *order[: here + 1]] if forward else [*order[:here][::-1], *order[here:][::-1]]
    )
    target = next((widget for widget in ahead if _takes_keys(widget)), None)
    if target is None:
        return False
    target.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    return True


def _read(root: QWidget) -> list[QWidget]:
    """Return a widget and all that shows in it, in the order of reading."""
    found: dict[QWidget, None] = {}
    _read_on(root, found)
    return list(found)


def _read_on(widget: QWidget, found: dict[QWidget, None]) -> None:
    if widget in found:
        return
    found[widget] = None
    own = getattr(widget, "reading_order", None)
    """A widget may name what of it comes first, in its order, wherever that stands."""
    for child in (*(own() if callable(own) else ()), *_children(widget)):
        if child.isVisible():
            _read_on(child, found)


def _children(widget: QWidget) -> Iterator[QWidget]:
    """Yield what stands in a widget: by its layout, and then what floats over it."""
    if isinstance(widget, QScrollArea):
        yield from (inner for inner in [widget.widget()] if inner is not None)
        return
    layout = widget.layout()
    if layout is not None:
        yield from _laid_out(layout)
    yield from (child for child in widget.children() if isinstance(child, QWidget) and not child.isWindow())


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for inner in _in_reading_order(layout, held(layout)):
        if isinstance(inner, QLayout):
            yield from _laid_out(inner)
        else:
            yield inner


def _in_reading_order(layout: QLayout, inside: dict[int, Held]) -> list[Held]:
    """Return what a layout holds as the eye goes through it."""
    if isinstance(layout, QGridLayout):
        order = sorted(inside, key=lambda number: tuple(layout.getItemPosition(number))[:2])  # type: ignore[arg-type]
    else:
        backwards = isinstance(layout, QBoxLayout) and layout.direction() in _BACKWARDS
        order = sorted(inside, reverse=backwards)
    return [inside[number] for number in order]


def _takes_keys(widget: QWidget) -> bool:
    if not widget.isEnabled() or widget.focusProxy() is not None:
        return False
    if isinstance(widget, QAbstractButton) and widget.autoExclusive():
        chosen = _chosen_beside(widget)
        if chosen is not None:
            # Qt remembers which one had the keys last, whichever was chosen since.
            return chosen is widget
    by_tab = Qt.FocusPolicy.TabFocus
    return bool(widget.focusPolicy() & by_tab == by_tab)


def _chosen_beside(button: QAbstractButton) -> QAbstractButton | None:
    """Return the chosen one of the buttons of which this is one."""
    group: QButtonGroup | None = button.group()
    parent = button.parentWidget()
    beside = [button]
    if group is not None:
        beside = group.buttons()
    elif parent is not None:
        beside = parent.findChildren(QAbstractButton)
    return next((one for one in beside if one.autoExclusive() and one.isChecked() and one.isVisible()), None)
