"""Presses keys in a window and hears what it tells of them, as who listens to a screen reader does.

Runs under Debian's own Python, as `reader.py` does.
"""

from __future__ import annotations

import subprocess
import time

import pyatspi
from eyes import WORDS, Eyes, NotThereError
from gi.repository import GLib
from nodes import ITEMS, ONE_OF, children, has, matches, role, spoken, stop_of

FRAMES = ("application", "frame", "window", "dialog")
TOP_LEVEL = ("frame", "filler", "dialog")
HEARD_S = 2.0
ROUNDS = 4
MOST_SILENT = 3


class Ears(Eyes):
    """Hears what has the keyboard and what is said aloud."""

    def __init__(self):
        super().__init__()
        self.got_focus = []
        self.announced = []
        self.context = GLib.MainContext.default()
        pyatspi.Registry.registerEventListener(self.hear_focus, "object:state-changed:focused")
        pyatspi.Registry.registerEventListener(self.hear_words, "object:announcement")

    def hear_focus(self, event):
        if event.detail1:
            self.got_focus.append(event.source)

    def hear_words(self, event):
        self.announced.append(str(event.any_data))

    def focused(self):
        """[role, name] of the control that has the keyboard, or null.

        Qt says of the current item of every list and of every chosen tab that it has the keyboard; they count
        only where no control does.
        """
        holders = self.showing(states=[pyatspi.STATE_FOCUSED])
        controls = [seen.node for seen in holders if seen.role not in ITEMS and seen.name.strip()]
        found = (controls or [seen.node.parent for seen in holders] or [None])[0]
        return found and [role(found), found.name]

    def hear(self, key):
        """Presses a key and returns the stop that is told to have the keyboard then, or None."""
        node = self._where(key)
        return node and stop_of(node)

    def heard(self, key):
        """Presses a key and returns role and name of what has the keyboard then, or None."""
        node = self._where(key)
        return node and [role(node), node.name]

    def told(self, key):
        """Presses a key and returns what is said aloud then, or None."""
        self._listen(key, self.announced)
        return self.announced[-1] if self.announced else None

    def _where(self, key):
        """Presses a key and returns what has the keyboard then, of what is still there, or None."""
        self._listen(key, self.got_focus)
        nodes = [node for node in self.got_focus if role(node)]
        return nodes[-1] if nodes else None

    def hush(self):
        """Forgets what was said aloud until now."""
        self._hear_out()
        self.announced.clear()
        return True

    def wait_told(self, words):
        """Waits until such words are said aloud."""

        def said():
            self._hear_out()
            return any(matches(one, words) for one in self.announced)

        return self.until(said)

    def _listen(self, key, heard):
        """Presses a key and hears all that is told of it, or nothing for long enough."""
        self._hear_out()
        heard.clear()
        xdotool("key", "--delay", "0", key)
        deadline = time.monotonic() + HEARD_S
        while not heard and time.monotonic() < deadline:
            self.context.iteration(False) or time.sleep(0.002)
        self._hear_out()

    def _hear_out(self):
        """Hears all that the program has told until now: it answers after what it has told."""
        self.windows()
        while self.context.iteration(False):
            pass

    def stops(self):
        """Everything that can take the keyboard by Tab; radio buttons of one choice are one, as are rows of a list."""
        found = []
        for seen in self.showing(states=[pyatspi.STATE_FOCUSABLE, pyatspi.STATE_SENSITIVE]):
            if seen.role not in (*ITEMS, *FRAMES, *WORDS):
                stop = seen.node.parent if seen.role in ONE_OF else seen.node
                if stop not in found:
                    found.append(stop)
        return found

    def round(self, key, most):
        """Where a key leads to, from the first stop until it is there again."""
        self.hold_the_keyboard()
        found = []
        while len(found) <= most:
            stop = self.hear(key)
            if stop is not None and found and stop == found[0]:
                return found
            found.append(stop)
        raise NotThereError(f"{key} does not come back: {[spoken(stop) for stop in found[-12:]]}")

    def rounds(self):
        """What Tab misses or finds beyond the stops of the tree, and what Shift+Tab does not find the other way."""
        for _ in range(ROUNDS):
            stops, there, back = self.stops(), [], []
            try:
                there = self.round("Tab", len(stops) + 8)
                back = self.round("shift+Tab", len(stops) + 8)
            except NotThereError:
                if stops == self.stops():
                    raise
            if stops == self.stops():  # else something came to the page meanwhile, as what is read late does
                break
        return {
            "stops": len(stops),
            "missed": [spoken(stop) for stop in stops if stop not in there],
            "beyond": [spoken(stop) for stop in there if stop not in stops],
            "not back": [spoken(stop) for stop in there if stop not in back],
            "twice": len(there) - len(stops),
        }

    def tab_to(self, name, of_role=""):
        """Presses Tab until the control of that name has the keyboard."""
        if any(has(node, pyatspi.STATE_FOCUSED) for node in self.named(name, of_role)):
            return True
        self.hold_the_keyboard()
        self.until(lambda: self._can_be_used(name, of_role))
        first, silent = None, 0
        while (stop := self.hear("Tab")) != first or first is None:
            first = first or stop
            silent = 0 if stop is not None else silent + 1
            if silent > MOST_SILENT:
                raise NotThereError(f"Tab is no longer heard on the way to {name!r}")
            inside = [stop, *(children(stop) if stop is not None else ())]
            if any(matches(n.name, name) and of_role in ("", role(n)) for n in inside if n is not None):
                return True
        raise NotThereError(f"Tab does not come to {name!r}")

    def _can_be_used(self, name, of_role):
        """Whether Tab could come to what shows by that name: work behind the window may hold a button up."""
        found = self.named(name, of_role)
        return not found or any(has(node, pyatspi.STATE_SENSITIVE) for node in found)

    def hold_the_keyboard(self):
        """Waits until keys go to the window on top: one that was just opened, or closed, is not yet, or still there."""
        return self.holds_soon(self.keyboard_is_on_top, HEARD_S)

    def keyboard_is_on_top(self):
        shown = sum(
            role(window) in TOP_LEVEL and has(window, pyatspi.STATE_SHOWING)
            for app in self.windows()
            for window in children(app)
        )
        told = subprocess.run(
            ["xprop", "-root", "_NET_ACTIVE_WINDOW", "_NET_CLIENT_LIST_STACKING"],
            capture_output=True, text=True, check=True,
        ).stdout  # fmt: skip
        active, stacked = (line.partition("#")[2].replace(",", "").split() for line in told.splitlines())
        return len(stacked) == shown and stacked[-1:] == active

    def key(self, *keys):
        self.hold_the_keyboard()
        for key in keys:
            xdotool("key", key)
        return True


def xdotool(*words):
    subprocess.run(["xdotool", *words], check=True)
