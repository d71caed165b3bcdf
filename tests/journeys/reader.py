"""Reads and operates a window through the accessibility tree, as a screen reader does.

Runs under Debian's own Python (which has pyatspi), on the display that `tests/on-screen` made. It takes one JSON
request a line on standard input and answers one JSON line: {"ok": …} or {"fault": …}. `hands.py` is the other end.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress

import pyatspi
from gi.repository import GLib
from nodes import (
    ITEMS,
    ROWS,
    children,
    has,
    in_sight,
    is_on,
    matches,
    press,
    role,
    rows_of,
    says_what_for,
    showing_in,
    spoken,
    stop_of,
    trail_to,
)  # fmt: skip

OPERABLE = {
    "push button", "toggle button", "check box", "radio button", "slider", "spin button", "combo box", "text", "entry",
    "password text", "list", "table", "tree", "menu item", "check menu item", "page tab", "link", "list item",
}  # fmt: skip
ITEMS_OF_LISTS = (*ROWS, "link")
FRAMES = ("application", "frame", "window", "dialog")
TOP_LEVEL = ("frame", "filler", "dialog")
OVER = ("dialog", "popup menu")
WORDS = ("label",)  # those that can be marked with the mouse say that they take the keyboard
POLL_S = 0.02
PATIENCE_S = 15.0
"""How long is waited for what must come: a machine with much to do may take its time."""
WORDS_AFTER_S = 0.3
"""A control may come into the tree a moment after the words beside it."""
SETTLED_S = 0.3
SOON_S = 1.5
"""How long is waited for what may come, or may not."""
HEARD_S = 2.0
ROUNDS = 4
MOST_SILENT = 3
PATIENCE_MS = 10_000
VALUED = ("slider", "spin button")


class NotThereError(LookupError):
    """Nothing of that name is showing."""


class Reader:
    """One display, and the one program that is under test."""

    def __init__(self):
        self.program = None
        self.got_focus = []
        self.context = GLib.MainContext.default()
        pyatspi.setTimeout(
            PATIENCE_MS, PATIENCE_MS
        )  # a window that takes another look does not answer meanwhile
        self.announced = []
        pyatspi.Registry.registerEventListener(self.hear_focus, "object:state-changed:focused")
        pyatspi.Registry.registerEventListener(self.hear_words, "object:announcement")

    def hear_focus(self, event):
        if event.detail1:
            self.got_focus.append(event.source)

    def hear_words(self, event):
        self.announced.append(str(event.any_data))

    # the program

    def start(self, argv, env):
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
        for app in pyatspi.Registry.getDesktop(0):
            try:
                if app is not None and self.program and app.get_process_id() == self.program.pid:
                    yield app
            except Exception:  # an application that is just leaving
                continue

    def showing(self, roles=(), states=()):
        """Yields all that is showing, top down, of these roles and in these states."""
        for app in self.windows():
            yield from (node for node in showing_in(app, roles, states) if in_sight(node))

    def named(self, name, of_role):
        """Yields what is showing under that name."""
        for app in self.windows():
            for node in showing_in(app, [of_role] if of_role else []):
                try:
                    if matches(node.name, name) and in_sight(node):
                        yield node
                except Exception:  # it went away while it was read
                    continue

    def find(self, name, within=PATIENCE_S, of_role=""):
        """The first of that name; a control before the words beside it, which may come into the tree earlier."""
        began = time.monotonic()

        def found():
            nodes = list(self.named(name, of_role))
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
        return next(self.named(name, of_role), None) is not None

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
        for node in self.showing([*WORDS, of_role] if of_role else []):
            if found and role(node) in WORDS and (node.name or "").strip():
                words.append(node.name)
                if len(words) > further:
                    return words
            found = found or (matches(node.name, name) and of_role in ("", role(node)))
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

    def focused(self):
        """[role, name] of the control that has the keyboard, or null.

        Qt says of the current item of every list and of every chosen tab that it has the keyboard; they count
        only where no control does.
        """
        holders = list(self.showing(states=[pyatspi.STATE_FOCUSED]))
        controls = [node for node in holders if role(node) not in ITEMS and (node.name or "").strip()]
        found = (controls or [node.parent for node in holders] or [None])[0]
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
        for app in self.windows():
            role(app)
        while self.context.iteration(False):
            pass

    def stops(self):
        """Everything that can take the keyboard by Tab; radio buttons of one choice are one, as are rows of a list."""
        found = []
        for node in self.showing(states=[pyatspi.STATE_FOCUSABLE, pyatspi.STATE_SENSITIVE]):
            if role(node) not in (*ITEMS, *FRAMES, *WORDS) and stop_of(node) not in found:
                found.append(stop_of(node))
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

    def unnamed(self):
        """Controls that a screen reader could not announce, with where they are."""
        missing = []
        for node in self.showing(OPERABLE):
            named = (node.name or "").strip() and (role(node) != "combo box" or says_what_for(node))
            if not named:
                missing.append(f"{role(node)} in {' > '.join(trail_to(node))}")
        return missing

    def controls(self):
        """[role, name] of everything that is showing and can be operated now, from the top."""
        able = [kind for kind in OPERABLE if kind not in ITEMS_OF_LISTS]
        return [[role(node), node.name] for node in self.showing(able, [pyatspi.STATE_SENSITIVE])]

    def tree(self):
        """Role and name of the program and of all that is showing in it, a line each."""
        nodes = [*self.windows(), *self.showing()]
        return [f"{role(node)} {node.name!r}" for node in nodes]

    # doing

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
            self.key(key)
            self.holds_soon(lambda: self.is_on(name, "page tab"))
        raise NotThereError(f"no arrow chooses the tab {name!r}")

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

    def focus(self, name, of_role=""):
        return bool(self.find(name, of_role=of_role).queryComponent().grabFocus())

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

    def open_now(self):
        """How many menus and dialogs stand over the page."""
        return sum(1 for _ in self.showing(OVER))

    def holds_soon(self, holds, within=SOON_S):
        """Whether something comes about within a moment."""
        try:
            return self.until(holds, within)
        except NotThereError:
            return False

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

    def settled(self):
        """Waits until the tree stays the same for a moment."""
        before = None
        for _ in range(40):
            now = self.tree()
            if now == before:
                return True
            before = now
            time.sleep(SETTLED_S)
        return False

    def pause(self, seconds):
        """What a person does who thinks before the next word."""
        time.sleep(seconds)
        return True

    def shot(self, path):
        subprocess.run(["import", "-window", "root", path], check=True)
        return True


def xdotool(*words):
    subprocess.run(["xdotool", *words], check=True)


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
