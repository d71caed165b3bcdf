"""What each page can do, done once through the accessibility tree and once by Tab and keys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tests.journeys.conftest import Person

BUTTON, TICK, TEXT, SLIDER, ONE_OF, MENU = (
    "push button", "check box", "text", "slider", "radio button", "menu item",
)  # fmt: skip


@dataclass(frozen=True)
class Act:
    """A control, what is seen after it (by default that it is chosen, or says something else), and the way back."""

    control: str
    sees: str = ""
    back: tuple[str, ...] = ()
    role: str = BUTTON


def press(control: str, sees: str, *back: str) -> Act:
    return Act(control, sees, back)


def menu(control: str, entry: str) -> Act:
    return Act(control, entry, ("key:Escape",))


def tick(control: str) -> Act:
    return Act(control, role=TICK)


def text(control: str) -> Act:
    return Act(control, role=TEXT)


def slider(control: str) -> Act:
    return Act(control, role=SLIDER)


def one_of(control: str) -> Act:
    return Act(control, role=ONE_OF)


HOME = {name: f"key:ctrl+{number}" for number, name in enumerate(
    ("Today", "Journal", "Sessions", "Integrate", "Trends", "Share"), 1
)}  # fmt: skip
ESCAPE = "key:Escape"
TODAY, JOURNAL, SESSIONS, INTEGRATE, SHARE = (
    HOME[name] for name in ("Today", "Journal", "Sessions", "Integrate", "Share")
)
ACTS: dict[str, tuple[Act, ...]] = {
    "Today": (
        press("New reflection", "text:Text", TODAY),
        press("Fill in a scale", "Begin PHQ-9", TODAY),
        press("Search the journal", "Search every word", TODAY),
        slider("How are you now?"),
        press("Make it a favourite", "?", "*avourite*"),
        press("Write about this", "You are answering", TODAY),
        press("Another", "?"),
        tick("Ten minutes outside"),
        press("Continue “The house*", "text:Text", TODAY),
        press("Begin GAD-7", "radio button:Not at all", TODAY),
    ),
    "Journal": (
        text("Search every word"),
        press("Go to a day", "?", ESCAPE),
        menu("Write something new", "Note an event"),
        menu("Kind", "Check-ins"),
        menu("Tag", "walk"),
        menu("Session", "*ession 4*"),
        menu("More", "Copy the text"),
        press("Mark to share", "Make private", "Make private"),
        press("Edit", "?", ESCAPE, JOURNAL),
        press("Move to the trash", "Undo", "Undo"),
        tick("Shared"),
    ),
    "Sessions": (
        press("The thread: from intention to days", "Back to the sessions", SESSIONS),
        menu("Add a session or an event", "Dosing session"),
        menu("More for this session", "menu item:*"),
        tick("Mark* to share"),
        slider("How deep it went"),
        press("Catch what came up", "Enough for now", ESCAPE),
        press("Later looks", "Back to the session", SESSIONS),
        press("Lay them out", "Later", SESSIONS),
        press("Side effects: say what there was", "Close", ESCAPE),
        text("mmHg, before"),
        tick("Calm"),
        menu("Add a session or an event", "Dosing session"),
        menu("More for this session", "menu item:*"),
    ),
    "Integrate": (
        press("Another three", "?"),
        press("Write", "You are answering", INTEGRATE),
        press("Not now", "?"),
        text("Find a prompt"),
        press("Add a question of your own", "Close", ESCAPE),
        one_of("Body*"),
        press("Add a practice", "Close", ESCAPE),
        press("Ten minutes outside*", "Close", ESCAPE),
        press("Show what is over*", "?", "Hide what is over*"),
    ),
    "Trends": (
        press("Fill in a scale", "Begin PHQ-9", HOME["Trends"]),
        one_of("6 weeks"),
        press("How this is computed: Mood", "From which days", ESCAPE),
        Act("Show the table: Mood", "The table behind it", ("Hide the table: Mood",), TICK),
        tick("Distress"),
        press("Choose", "Close", ESCAPE),
    ),
    "Share": (
        text("First day"),
        tick("Scales"),
        text("What I would like to talk about, 1"),
        press("Show * more", "?"),
        tick("Forgiven for something small*"),
        tick("Ten minutes outside"),
        text("For"),
        one_of("Letter"),
        press("Larger", "?"),
        menu("Data", "PDF with a password"),
    ),
    "Support": (
        press(
            "Edit “How I notice it building”",
            "Done with “How I notice it building”",
            "Done with “How I notice it building”",
        ),
        press("Copy 07700 900 112", "07700 900 112 is copied", "Copy 07700 900 148"),
        press("I looked it over today", "Looked over on*"),
        press("Another", "?"),
        press("Write about this", "You are answering", "Support"),
        press("Copy 999", "999 is copied", "Copy 116 123"),
        press("Change these lines", "text:Its name", ESCAPE),
    ),
    "Settings": (
        slider("Text size"),
        tick("Less motion"),
        one_of("Dark"),
        press("Rename Anxiety", "Close", ESCAPE),
        tick("Pain"),
        text("Your own measure"),
        press("Change “Before the first dose”", "Close", ESCAPE),
        tick("Trauma care"),
        press("Change the passphrase", "Close", ESCAPE),
        press("Make a new code", "Close", ESCAPE),
        press("Erase the journal", "Close", ESCAPE),
    ),
}


class Way:
    """One way of doing things, and of seeing that they were done."""

    def __init__(self, person: Person) -> None:
        self.person = person

    def press(self, act: Act) -> None:
        raise NotImplementedError

    def fill(self, act: Act) -> str:
        raise NotImplementedError

    def go(self, act: Act) -> None:
        """Do it, see it, and go back."""
        person = self.person
        if act.role == TEXT:
            before = person.text(act.control, of_role=TEXT)
            person.wait_text(act.control, self.fill(act))
            person.set(act.control, before, of_role=TEXT)
            return
        said = act.sees not in ("", "?")
        if not said:
            person.remember()
        self.press(act)
        if not said:
            person.wait_changed()
        else:
            role, _, name = act.sees.rpartition(":")
            person.wait(name, of_role=role)
        for step in act.back:
            if step.startswith("key:"):
                person.key(step.removeprefix("key:"))
            else:
                person.click(step)
        if act.back == (ESCAPE,) and not person.there_soon(act.control, act.role):
            person.key("Escape")  # the first came before what had opened had the keys
        if act.back:
            person.wait(act.control, of_role=act.role)


class ByTree(Way):
    """As a screen reader does."""

    def press(self, act: Act) -> None:
        if act.role == SLIDER:
            now = float(self.person.value(act.control, of_role=SLIDER))
            self.person.set(act.control, now + 1 if now < 5 else now - 1, of_role=SLIDER)
        else:
            self.person.click(act.control, of_role=act.role)

    def fill(self, act: Act) -> str:
        self.person.set(act.control, "12", of_role=TEXT)
        return "12"


class ByKeys(Way):
    """By Tab and keys alone."""

    def press(self, act: Act) -> None:
        self.person.tab_to(act.control, of_role=act.role)
        self.person.key({SLIDER: "Left", ONE_OF: "Left"}.get(act.role, "space"))

    def fill(self, act: Act) -> str:
        self.person.tab_to(act.control, of_role=TEXT)
        self.person.key("ctrl+a")
        self.person.type("34")
        return "34"


@pytest.fixture(scope="module")
def doer(screen_packages: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Person]:
    """Someone who tries everything in the sample journal."""
    someone = Person(tmp_path_factory.mktemp("doer"))
    someone.open_sample()
    someone.click("Close")
    yield someone
    someone.close()


# Sessions first: it opens at the session that matters now, and what the others write changes which that is.
@pytest.mark.parametrize("page", sorted(ACTS, key=lambda page: page != "Sessions"))
def test_each_action_is_done_by_the_tree_and_by_keys(doer: Person, page: str) -> None:
    doer.click(page)
    doer.settled()
    faults = []
    for act in ACTS[page]:
        for way in (ByTree(doer), ByKeys(doer)):
            try:
                way.go(act)
            except AssertionError as fault:
                faults.append(f"{type(way).__name__} {act.control}: {str(fault)[:160]}")
                doer.key("Escape", "Escape")
                doer.click(page)
                doer.settled()
    assert faults == []
