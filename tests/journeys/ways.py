"""Two ways of doing things, by the accessibility tree and by Tab and keys, and of seeing that they were done."""

from __future__ import annotations

from tests.journeys.acts import ESCAPE, SETTLED, Act, Control, control
from tests.journeys.conftest import Person
from tests.journeys.hands import HandsError

TOGGLES = ("check box", "check menu item")


class Way:
    """One way of doing things."""

    name = ""

    def __init__(self, person: Person) -> None:
        self.person = person

    def press(self, what: Control) -> None:
        """Use a button, a box, or an entry of a menu."""
        raise NotImplementedError

    def put(self, what: Control, words: str) -> None:
        """Write into a field."""
        raise NotImplementedError

    def step(self, what: Control) -> float:
        """Move a value by one step, and return which it is then."""
        raise NotImplementedError

    def choose(self, what: Control) -> None:
        """Choose one of several, and see that it is."""
        raise NotImplementedError

    def other_row(self, what: Control) -> None:
        """Choose another row, and see that it is."""
        raise NotImplementedError

    def do(self, act: Act) -> None:
        """Do it, and see the very thing that it is for."""
        person, what = self.person, control(act.control)
        if act.door:
            self.press(control(act.door))
        if act.rewrites:
            self._rewrite(act, what)
        elif act.changes_what_is_around:
            self._see(act, what)
        elif what.role in TOGGLES or act.taken_back:
            before = person.is_on(what.name, what.role)
            for on in (not before, before):
                self.press(what)
                person.wait_on(what.name, what.role, on)
        elif what.role in ("radio button", "page tab"):
            self.choose(what)
        elif what.role in ("slider", "spin button"):
            person.wait_value(what.name, what.role, self.step(what))
        elif what.role in ("text", "password text"):
            self.write(act, what)
        elif what.role in ("list", "combo box"):
            self.other_row(what)
        else:
            raise AssertionError(f"{act.control}: nothing says what it is for")

    def leave(self, what: Control) -> None:
        """Be done with a field that writes in its own way what was given."""

    def write(self, act: Act, what: Control) -> None:
        """Write, see it there, and let stand what stood there before."""
        person = self.person
        before = person.text(what.name, of_role=what.role)
        self.put(what, act.words)
        if act.reads:
            self.leave(what)
        if what.role == "text":
            person.wait_text(what.name, act.reads or act.words)
            person.set(what.name, before, of_role=what.role)
            person.wait_text(what.name, before)

    def _rewrite(self, act: Act, what: Control) -> None:
        person, text = self.person, control(act.rewrites)
        before = person.text(text.name, of_role=text.role)
        self.press(what)
        person.wait_other_text(text.name, before)
        person.key("ctrl+z")
        person.wait_text(text.name, before)

    def _see(self, act: Act, what: Control) -> None:
        person = self.person
        if act.anew:
            behind = control(act.anew)
            before = person.after(behind.name, behind.role, act.further)
        if act.told:
            person.hush()
        self.use(act, what)
        for step in act.then:
            self.take(step)
        if act.sees:
            seen = control(act.sees)
            person.wait(seen.name, of_role=seen.role)
        if act.gone:
            lost = control(act.gone)
            person.wait_gone(lost.name, of_role=lost.role)
        if act.anew:
            person.wait_other_words(behind.name, behind.role, act.further, before)
        if act.told:
            person.wait_told(act.told)
        for back in act.back:
            self.go_back(back, act)
        if act.back:
            door = control(act.door or act.control)
            person.wait(door.name, of_role=door.role)

    def use(self, act: Act, what: Control) -> None:
        """Press what the act is done with."""
        self.press(what)

    def take(self, step: str) -> None:
        """Take one step further; a label or a field is only waited for."""
        if step.startswith(("key:", "type:", "set:")):
            take(self.person, step)
            return
        wanted = control(step)
        self.person.wait(wanted.name, of_role=wanted.role)
        if wanted.role not in ("label", "text"):
            self.press(wanted)

    def go_back(self, step: str, act: Act) -> None:
        """Take one step of the way back."""
        take(self.person, step)
        if step == ESCAPE and act.sees:
            seen = control(act.sees)
            self.person.wait_gone(seen.name, of_role=seen.role)


class ByTree(Way):
    """As a screen reader does."""

    name = "by the tree"

    def press(self, what: Control) -> None:
        self.person.click(what.name, of_role=what.role)

    def put(self, what: Control, words: str) -> None:
        self.person.set(what.name, words, of_role=what.role)

    def step(self, what: Control) -> float:
        now, step, most = self.person.scale(what.name, what.role)
        wanted = now + step if now + step <= most else now - step
        self.person.set(what.name, wanted, of_role=what.role)
        return float(wanted)

    def choose(self, what: Control) -> None:
        self.press(what)
        self.person.wait_on(what.name, what.role, True)

    def other_row(self, what: Control) -> None:
        self.person.choose_other(what.name, what.role)


class ByKeys(Way):
    """By Tab and keys alone."""

    name = "by keys"

    def use(self, act: Act, what: Control) -> None:
        if act.keys:
            self.person.key(*act.keys)
        else:
            self.press(what)

    def press(self, what: Control) -> None:
        if what.role == "page tab":
            self.person.tab_to(what.name, of_role=what.role)
            self.person.arrow_along(what.name)
        elif what.role.endswith("item"):
            self.person.arrow_to(what.name, what.role)
            self.person.key("Return")
        else:
            self.person.tab_to(what.name, of_role=what.role)
            if what.role == "radio button":  # Tab comes to the choice, whichever of it has the keyboard
                self.person.arrow_within(what.name)
            self.person.key("space")

    def put(self, what: Control, words: str) -> None:
        self.person.tab_to(what.name, of_role=what.role)
        self.person.key("ctrl+a")
        self.person.type(words)

    def leave(self, what: Control) -> None:
        self.person.key("Tab")

    def step(self, what: Control) -> float:
        self.person.tab_to(what.name, of_role=what.role)
        if what.role == "spin button":  # from nothing it goes to where most people are
            before = self.person.value(what.name, of_role=what.role)
            self.person.key("Up")
            self.person.wait_other_value(what.name, what.role, before)
        now, step, most = self.person.scale(what.name, what.role)
        up = now + step <= most
        self.person.key("Up" if up else "Down")
        return float(now + step if up else now - step)

    def choose(self, what: Control) -> None:
        """Away from it by an arrow, and back by the other; where an arrow only goes there, by a press."""
        person = self.person
        person.tab_to(what.name, of_role=what.role)
        for away, home in (("Left", "Right"), ("Right", "Left")):
            if self._by_arrow(away, what, False):
                if not self._by_arrow(home, what, True):
                    raise HandsError(f"{home} does not lead back to {what}")
                return
        raise HandsError(f"no arrow leads away from {what}")

    def _by_arrow(self, arrow: str, what: Control, on: bool) -> bool:
        self.person.heard(arrow)  # what it chose is chosen once it has told where the keyboard is
        if self.person.is_on(what.name, what.role) == on:
            return True
        self.person.key("space")
        return bool(self.person.is_soon(what.name, what.role, on))

    def other_row(self, what: Control) -> None:
        person = self.person
        person.tab_to(what.name, of_role=what.role)
        person.arrow_to_other(what.name, what.role)


def take(person: Person, step: str) -> None:
    """Take one step of a way: a key, words that are typed or set, or a control that is pressed."""
    kind, _, what = step.partition(":")
    if step == SETTLED:
        person.settled()
    elif kind == "key":
        person.key(what)
    elif kind == "type":
        person.type(what)
    elif kind == "set":
        name, _, words = what.partition("=")
        person.set(name, words, of_role="text")
    else:
        wanted = control(step)
        person.wait(wanted.name, of_role=wanted.role)
        person.click(wanted.name, of_role=wanted.role)
