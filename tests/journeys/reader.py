"""Reads and operates a window through the accessibility tree, as a screen reader does.

Runs under Debian's own Python (which has pyatspi), on the display that `tests/on-screen` made. It takes one JSON
request a line on standard input and answers one JSON line: {"ok": …} or {"fault": …}. `hands.py` is the other end.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time

import pyatspi
from ears import Ears, xdotool
from eyes import NotThereError
from nodes import children, has, is_on, matches, press, role, rows_of

OVER = ("dialog", "popup menu")
VALUED = ("slider", "spin button")


class Reader(Ears):
    """Does what can be done there."""

    def click(self, name, of_role=""):
        node = self.find(name, of_role=of_role)
        self.until(lambda: has(node, pyatspi.STATE_SENSITIVE))
        return press(node) or self.point(name, of_role)

    def choose_other(self, name, of_role):
        """Chooses a row that is not chosen, of a list or of a box that opens one, and waits until it is."""
        node = self.find(name, of_role=of_role)
        if of_role == "list":
            row = next(
                child for child in children(node) if not is_on(child) and has(child, pyatspi.STATE_SELECTABLE)
            )
            press(row)
            return self.until(lambda: is_on(row))
        was = node.name
        other = next(row.name for row in self.opened_rows(node) if row.name != was)
        for wanted in (other, was):
            press(next(row for row in self.opened_rows(node) if row.name == wanted))
            self.until(lambda wanted=wanted: node.name == wanted and not rows_of(node))
        return True

    def opened_rows(self, box):
        """The rows of a box to choose from, which is opened for it."""
        if not rows_of(box):
            press(box)
        self.until(lambda: rows_of(box))
        return rows_of(box)

    def arrow_to(self, name, of_role):
        """Presses Down until the entry of that name has the keyboard."""
        self.hold_the_keyboard()
        for _ in range(60):
            if any(
                matches(node.name, name) and has(node, pyatspi.STATE_FOCUSED)
                for node in self.named(name, of_role)
            ):
                return True
            self.hear("Down")
        raise NotThereError(f"Down does not come to {name!r}")

    def arrow_along(self, name):
        """Presses arrows in a row of tabs until the one of that name is chosen."""
        for key in ("Left",) * 6 + ("Right",) * 6:
            if self.is_on(name, "page tab"):
                return True
            self.hear(key)  # what an arrow chooses is chosen once it is heard
        raise NotThereError(f"no arrow chooses the tab {name!r}")

    def arrow_within(self, name):
        """Presses arrows in a choice of one until that of this name has the keyboard."""
        for key in ("Right",) * 8 + ("Left",) * 8:
            if matches((self.focused() or ["", ""])[1], name):
                return True
            self.hear(key)
        raise NotThereError(f"no arrow comes to {name!r}")

    def arrow_to_other(self, name, of_role):
        """Presses an arrow in a list, or in a box to choose from, until another is chosen."""
        node = self.find(name, of_role=of_role)
        chosen = (
            (lambda: node.name) if of_role != "list" else lambda: [c.name for c in children(node) if is_on(c)]
        )
        was = chosen()
        for there, back in (("Down", "Up"), ("Up", "Down")):
            self.key(there)
            if self.holds_soon(lambda: chosen() != was):
                self.key(back)
                return self.until(lambda: chosen() == was)
        raise NotThereError(f"no arrow chooses another in {name!r}")

    def point(self, name, of_role=""):
        """Clicks with the mouse in the middle of it."""
        box = self.find(name, of_role=of_role).queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
        xdotool("mousemove", str(box.x + box.width // 2), str(box.y + box.height // 2), "click", "1")
        return True

    def set(self, name, value, of_role=""):
        node = self.find(name, of_role=of_role)
        if role(node) == "password text":  # Qt lets nobody but the keyboard write a password
            node.queryComponent().grabFocus()
            self.key("ctrl+a")
            self.type(value)
            return self.until(lambda: node.queryText().characterCount == len(value))
        if isinstance(value, str) and role(node) not in VALUED:
            node.queryEditableText().setTextContents(value)
        else:
            node.queryValue().currentValue = float(value)
        return True

    def focus(self, name, of_role=""):
        return bool(self.find(name, of_role=of_role).queryComponent().grabFocus())

    def open_now(self):
        """How many menus and dialogs stand over the page."""
        return len(self.showing(OVER))

    def close_what_is_open(self):
        """Leaves menus and dialogs, whichever stand over one another."""
        for _ in range(4):
            open_now = self.open_now()
            if not open_now:
                return True
            self.key("Escape")
            self.holds_soon(lambda before=open_now: self.open_now() != before)
        raise NotThereError("something stays open")

    def type(self, text):
        self.hold_the_keyboard()
        xdotool("type", "--delay", "12", text)
        return True

    def pause(self, seconds):
        """What a person does who thinks before the next word."""
        time.sleep(seconds)
        return True

    def shot(self, path):
        subprocess.run(["import", "-window", "root", path], check=True)
        return True


def main():
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # what libraries and the program print is not an answer
    reader = Reader()
    for line in sys.stdin:
        request = json.loads(line)
        try:
            answer = {"ok": getattr(reader, request["do"])(*request.get("with", []), **request.get("by", {}))}
        except Exception as fault:
            answer = {"fault": f"{type(fault).__name__}: {fault}"}
        print(json.dumps(answer), file=answers, flush=True)
    if reader.running():
        reader.kill()


if __name__ == "__main__":
    main()
