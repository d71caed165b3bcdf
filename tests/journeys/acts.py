"""The words in which the table of places tells what can be done there, and what is seen once it is done.

A control is named 'role:name', or by its name alone where it is a button; '*' stands for anything. A step is a control
that is pressed, 'key:…' for a key, 'type:…' for words that are typed, 'set:name=…' for words in a field, or SETTLED.
"""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase

BUTTON = "push button"
ESCAPE = "key:Escape"
SETTLED = "until it is settled"


@dataclass(frozen=True)
class Control:
    """A role and a name."""

    role: str
    name: str

    def is_like(self, role: str, name: str) -> bool:
        """Whether this is one of that role and name."""
        return self.role in ("", role) and any(fnmatchcase(name, wanted) for wanted in self.name.split("|"))

    def __str__(self) -> str:
        return f"{self.role}:{self.name}"


def control(named: str) -> Control:
    """Read 'role:name' or 'name'."""
    role, colon, name = named.partition(":")
    known = colon and role in ROLES
    return Control(role, name) if known else Control(BUTTON, named)


ROLES = (
    BUTTON, "check box", "radio button", "slider", "spin button", "combo box", "text", "password text", "list",
    "list item", "table", "page tab", "page tab list", "menu item", "check menu item", "chart", "label", "dialog", "",
)  # fmt: skip


@dataclass(frozen=True)
class Act:
    """A control, what is there after it was used, what no longer is, what says something else, and the way back."""

    control: str
    sees: str = ""
    gone: str = ""
    anew: str = ""
    """Behind this control stand other words than before."""
    back: tuple[str, ...] = ()
    further: int = 0
    """How many words behind it are passed over."""
    words: str = "12"
    """What is written into a text."""
    door: str = ""
    """The button that opens the menu in which it stands."""
    reads: str = ""
    """What stands in the text then, if not the words themselves."""
    keys: tuple[str, ...] = ()
    """The keys that do it where it is no stop of Tab."""
    taken_back: bool = False
    """One of several that may all be off."""
    then: tuple[str, ...] = ()
    """What is done besides, before it is seen."""
    rewrites: str = ""
    """The text whose words it changes, until they are taken back."""
    told: str = ""
    """What is said aloud to who listens."""

    @property
    def changes_what_is_around(self) -> bool:
        """Whether what it did is seen or heard elsewhere, and not at the control itself."""
        return bool(self.sees or self.gone or self.anew or self.told)


def sign(*names: str) -> tuple[Act, ...]:
    """Buttons that write the signs of Markdown."""
    return tuple(Act(name, rewrites="text:Text") for name in names)


def say(control: str, told: str) -> Act:
    """A button by which something is said aloud."""
    return Act(control, told=told)


def press(control: str, sees: str = "", *back: str, gone: str = "", anew: str = "") -> Act:
    """A button, and what shows that it did what it says."""
    return Act(control, sees, gone, anew, back)


def dialog(control: str, title: str) -> Act:
    """A button that opens a dialog of that title."""
    return Act(control, f"dialog:{title}", back=(ESCAPE,))


def entry(of_menu: str, name: str, sees: str, *back: str, gone: str = "", anew: str = "") -> Act:
    """An entry of a menu, which is opened for it."""
    return Act(f"menu item:{name}", sees, gone, anew, back, door=of_menu)


def menu(control: str, entry: str) -> Act:
    """A button that opens a menu."""
    return Act(control, f"menu item:{entry}", back=(ESCAPE,))


def file_dialog(control: str) -> Act:
    """A button that lets a file or a folder be chosen."""
    return Act(control, "text:File name:|Directory:", back=(ESCAPE,))


def tick(*names: str) -> tuple[Act, ...]:
    """Boxes that are on or off."""
    return tuple(Act(f"check box:{name}") for name in names)


def text(*names: str, words: str = "12") -> tuple[Act, ...]:
    """Fields that words can be written into."""
    return tuple(Act(f"text:{name}", words=words) for name in names)


def day(*names: str) -> tuple[Act, ...]:
    """Fields for a day, which write it in their own way."""
    return tuple(Act(f"text:{name}", words="2026-10-20", reads="*20 Oct*") for name in names)


def slider(*names: str) -> tuple[Act, ...]:
    """Values on a scale."""
    return tuple(Act(f"slider:{name}") for name in names)


def one_of(*names: str) -> tuple[Act, ...]:
    """One among several."""
    return tuple(Act(f"radio button:{name}") for name in names)


def one_or_none(*names: str) -> tuple[Act, ...]:
    """One among several, which can be taken back by the same press."""
    return tuple(Act(f"radio button:{name}", taken_back=True) for name in names)


def choice(*names: str) -> tuple[Act, ...]:
    """One of a list that opens."""
    return tuple(Act(f"combo box:{name}") for name in names)


@dataclass(frozen=True)
class Place:
    """Where one can be, the way there from anywhere, and all that can be done there."""

    name: str
    way: tuple[str, ...]
    shows: str
    acts: tuple[Act, ...]
    alike: tuple[str, ...] = ()
    """Controls of which one that is alike is done here, or which belong to another place of the table."""
    on: str = ""
    """The place on which this one stands: what is named there is named here too."""
    leave: tuple[str, ...] = ()
    made_by: tuple[str, ...] = ()
    """The pages and dialogs of the program that are walked here."""
