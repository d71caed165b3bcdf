"""Looks at a window through the accessibility tree, and waits until it shows what it should.

Runs under Debian's own Python, as `reader.py` does.
"""

from __future__ import annotations

import os
import signal
import subprocess
import time
from contextlib import suppress
from pathlib import Path

import pyatspi
from asking import PATIENCE_MS, Asking
from gi.repository import GLib
from nodes import ROWS, is_on, list_shows, matches, role, says_what_for, showing_in, trail_to

OPERABLE = {
    "push button", "toggle button", "check box", "radio button", "slider", "spin button", "combo box", "text", "entry",
    "password text", "list", "table", "tree", "menu item", "check menu item", "page tab", "link", "list item",
}  # fmt: skip
ITEMS_OF_LISTS = (*ROWS, "link")
WORDS = ("label",)  # those that can be marked with the mouse say that they take the keyboard
POLL_S = 0.02
PATIENCE_S = 15.0
"""How long is waited for what must come: a machine with much to do may take its time."""
WORDS_AFTER_S = 0.3
"""A control may come into the tree a moment after the words beside it."""
SETTLED_S, MOST_MOMENTS = 0.3, 40
AT_REST_S = 0.06
"""How much of such a moment a program may work that has nothing to do: a caret that blinks, a note that fades."""
SOON_S = 1.5
"""How long is waited for what may come, or may not."""


class NotThereError(LookupError):
    """Nothing of that name is showing."""


class Eyes:
    """One display, and the one program that is under test."""

    def __init__(self):
        self.program = None
        self.app = None
        # A window that takes another look does not answer meanwhile.
        pyatspi.setTimeout(PATIENCE_MS, PATIENCE_MS)
        self.asking = Asking()

    # the program

    def start(self, argv, env):
        self.app = None
        self.program = subprocess.Popen(argv, env={**os.environ, **env}, stderr=subprocess.PIPE, text=True)
        return self.program.pid

    def kill(self):
        os.kill(self.program.pid, signal.SIGKILL)
        self.program.wait()

    def quit(self):
        self.program.terminate()
        return self.program.wait(30)

    def running(self):
        return self.program is not None and self.program.poll() is None

    # looking

    def windows(self):
        """The program under test, once it is in the tree; all that it told before it was asked is there, too."""
        if self.app is None or not role(self.app):
            self.app = next(self._programs(), None)
        return [] if self.app is None else [self.app]

    def _programs(self):
        for app in pyatspi.Registry.getDesktop(0):
            try:
                if app is not None and self.program and app.get_process_id() == self.program.pid:
                    yield app
            except Exception:  # an application that is just leaving
                continue

    def showing(self, roles=(), states=()):
        """All that is showing, top down, of these roles and in these states."""
        return [
            seen
            for app in self.windows()
            for seen in self.in_sight(self.asking.seen(showing_in(app, roles, states)))
        ]

    def in_sight(self, found):
        """Those of them that are: rows say that they are showing in a closed list, too."""
        rows = [seen.node for seen in found if seen.role in ROWS]
        held_by = dict(zip(rows, self.asking.holders(rows), strict=True))
        shows = {}
        for seen in found:
            holder = held_by.get(seen.node)
            if holder is not None and holder not in shows:
                shows[holder] = list_shows(seen.node)
            if shows.get(holder, True):
                yield seen

    def named(self, name, of_role):
        """What is showing under that name."""
        found = []
        for app in self.windows():
            nodes = showing_in(app, [of_role] if of_role else [])
            names = self.asking.names(nodes)
            alike = [node for node, told in zip(nodes, names, strict=True) if matches(told, name)]
            found += [seen.node for seen in self.in_sight(self.asking.seen(alike))]
        return found

    def find(self, name, within=PATIENCE_S, of_role=""):
        """The first of that name; a control before the words beside it, which may come into the tree earlier."""
        began = time.monotonic()

        def found():
            nodes = self.named(name, of_role)
            controls = [node for node in nodes if of_role or role(node) in OPERABLE]
            return controls or (nodes if time.monotonic() - began > WORDS_AFTER_S else [])

        return self.once_there(found, name, within)[0]

    def wait(self, name, within=PATIENCE_S, of_role=""):
        return self.once_there(lambda: self.there(name, of_role), name, within)

    def once_there(self, found, name, within):
        """Waits for something of that name, and returns it."""
        try:
            return self.until(found, within)
        except NotThereError:
            raise NotThereError(f"nothing showing is named {name!r}") from None

    def there(self, name, of_role=""):
        return bool(self.named(name, of_role))

    def wait_gone(self, name, within=PATIENCE_S, of_role=""):
        try:
            return self.until(lambda: not self.there(name, of_role), within)
        except NotThereError:
            raise NotThereError(f"{name!r} is still showing") from None

    def text(self, name, of_role=""):
        node = self.find(name, of_role=of_role)
        try:
            return node.queryText().getText(0, -1)
        except NotImplementedError:
            return str(node.queryValue().currentValue)

    def wait_text(self, name, text):
        """Waits until these words stand there, or such where a '*' is in them."""

        def stands():
            words = self.text(name, of_role="text")
            return words == text or matches(words, text)

        return self.until(stands)

    def wait_other_text(self, name, before):
        """Waits until other words stand there."""
        return self.until(lambda: self.text(name, of_role="text") != before)

    def value(self, name, of_role=""):
        return self.find(name, of_role=of_role).queryValue().currentValue

    def is_on(self, name, of_role=""):
        """Whether it is ticked or chosen."""
        return is_on(self.find(name, of_role=of_role))

    def wait_on(self, name, of_role, on):
        return self.until(lambda: self.is_on(name, of_role) == on)

    def wait_value(self, name, of_role, value):
        return self.until(lambda: self.value(name, of_role) == value)

    def after(self, name, of_role="", further=0):
        """The words that stand behind a control or behind other words, and further ones behind those."""
        found, words = False, []
        for seen in self.showing([*WORDS, of_role] if of_role else []):
            if found and seen.role in WORDS and seen.name.strip():
                words.append(seen.name)
                if len(words) > further:
                    return words
            found = found or (matches(seen.name, name) and of_role in ("", seen.role))
        raise NotThereError(f"nothing stands behind {name!r}")

    def wait_other_value(self, name, of_role, before):
        return self.until(lambda: self.value(name, of_role) != before)

    def wait_other_words(self, name, of_role, further, before):
        """Waits until other words stand there than before."""

        def other():
            try:
                return self.after(name, of_role, further) != before
            except NotThereError:
                return False

        return self.until(other)

    def is_soon(self, name, of_role, on):
        """Whether it comes to be ticked or chosen, or no longer, within a moment."""
        return self.holds_soon(lambda: self.is_on(name, of_role) == on)

    def scale(self, name, of_role):
        """The value now, its step, and the greatest there can be."""
        value = self.find(name, of_role=of_role).queryValue()
        return value.currentValue, value.minimumIncrement or 1.0, value.maximumValue

    def description(self, name, of_role=""):
        return self.find(name, of_role=of_role).description

    def unnamed(self):
        """Controls that a screen reader could not announce, with where they are."""
        return [
            f"{seen.role} in {' > '.join(trail_to(seen.node))}"
            for seen in self.showing(OPERABLE)
            if not seen.name.strip() or (seen.role == "combo box" and not says_what_for(seen.node))
        ]

    def controls(self):
        """[role, name] of everything that is showing and can be operated now, from the top."""
        able = [kind for kind in OPERABLE if kind not in ITEMS_OF_LISTS]
        return [[seen.role, seen.name] for seen in self.showing(able, [pyatspi.STATE_SENSITIVE])]

    def tree(self):
        """Role and name of the program and of all that is showing in it, a line each."""
        nodes = [*self.asking.seen(self.windows()), *self.showing()]
        return [f"{seen.role} {seen.name!r}" for seen in nodes]

    def until(self, holds, within=PATIENCE_S):
        """Waits until something holds, and returns it; a window with much to do may not answer at once."""
        deadline = time.monotonic() + within
        while True:
            with suppress(GLib.Error):
                if held := holds():
                    return held
            if time.monotonic() > deadline:
                raise NotThereError("it did not come about")
            time.sleep(POLL_S)

    def holds_soon(self, holds, within=SOON_S):
        """Whether something comes about within a moment."""
        try:
            return self.until(holds, within)
        except NotThereError:
            return False

    def settled(self):
        """Waits until the tree stays the same for a moment, and the program has nothing to do."""
        before, works = None, True
        for _ in range(MOST_MOMENTS):
            now = self.tree()
            if now == before and not works:
                return True
            before = now
            spent = self.processor_s()
            time.sleep(SETTLED_S)
            works = self.processor_s() - spent > AT_REST_S
        if works:
            raise NotThereError("the program does not come to rest")
        return False

    def processor_s(self):
        """How long the program has kept processors busy until now."""
        words = Path(f"/proc/{self.program.pid}/stat").read_text("ascii").rpartition(")")[2].split()
        return sum(map(int, words[11:13])) / os.sysconf("SC_CLK_TCK")
