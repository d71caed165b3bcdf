"""Draws every page of the sample journal as PNG, for eyes: each theme, large text, narrow, long texts, long words,
and as in a mirror.

python -m tests.gallery OUT              everything
python -m tests.gallery OUT today share  only these pages
python -m tests.gallery --readme         the pictures of the README, into docs/pictures
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

# Where no screen is, one as wide as the widest window: menus and months are put where there is room on it.
if os.environ.get("QT_QPA_PLATFORM", "offscreen") == "offscreen":
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={Path(__file__).with_name('wide_screen.json')}"

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QWidget

from kapjournal.clock import FixedClock
from kapjournal.demo.shown_sample import ShownSample
from kapjournal.domain.backup import BackupReason
from kapjournal.domain.kap_session import KapSession, SessionKind, SessionStatus
from kapjournal.domain.moment import moment_at
from kapjournal.domain.scale import ScaleAnswer, ScaleForm
from kapjournal.domain.timeline import TimelineFilter
from kapjournal.journal import Journal, KdfCost
from kapjournal.settings import SettingsStore
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.restyling import apply_theme
from kapjournal.ui.shared.wishes import (
    CaptureWanted,
    CheckInWanted,
    LaterLooksWanted,
    LayOutWanted,
    ReflectionWanted,
    ScaleWanted,
    SessionWanted,
    ShowPage,
    VersionsWanted,
)
from kapjournal.ui.shared.worker import Worker
from kapjournal.ui.window_inside import Inside
from kapjournal.words import language
from kapjournal.words.language import _
from tests import pseudo
from tests.gallery_places import small_ways

ROOT = Path(__file__).resolve().parent.parent
SAMPLE_DAY = datetime(2026, 10, 23, 9, 42, tzinfo=ZoneInfo("Europe/London"))
SETTLE_MS = 350
PAGES = ("today", "journal", "sessions", "integrate", "trends", "share", "support", "settings")
LONG_WORDS = "Zwischenmenschlichkeitsvorstellungen and the long way round by the canal on a wet Thursday "


@dataclass(frozen=True)
class Look:
    """One way of looking at a page."""

    name: str
    theme: str = "light"
    scale: float = 1.0
    width: int = 1280
    height: int = 800
    longest: bool = False
    pseudo: bool = False
    mirrored: bool = False


LOOKS = (
    Look("light"),
    Look("dark", theme="dark"),
    Look("200", scale=2.0),
    Look("1024x700", width=1024, height=700),
    Look("1024x700-150", scale=1.5, width=1024, height=700),
    Look("2560x1440", width=2560, height=1440),
    Look("longest", longest=True),
    Look("pseudo", pseudo=True),
    Look("mirrored", mirrored=True),
    Look("mirrored-200", scale=2.0, mirrored=True),
)


def settle(ms: int = SETTLE_MS) -> None:
    """Let the event loop and the worker finish what they are doing."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


def shows(place: Place) -> dict[str, Callable[[Inside], None]]:
    """What to do in the window for each picture."""
    ways: dict[str, Callable[[Inside], None]] = {name: _page(name) for name in PAGES}
    left_open = place.journal.reflections.left_open()
    ways["journal-search"] = _search
    ways["reflection"] = lambda inside: inside._follow(
        ReflectionWanted(left_open[0].id if left_open else None)
    )
    if left_open:
        ways["versions"] = lambda inside: inside._follow(
            VersionsWanted(written_twice(place, left_open[0].id))
        )
    ways["backups"] = lambda inside: show_backups(place, inside)
    ways["scales"] = lambda inside: inside._follow(ScaleWanted())
    ways["scale-entry"] = lambda inside: draw_scale(inside, place, reached=8)
    ways["scale-entry-all"] = lambda inside: draw_scale(inside, place, reached=8, all_items=True)
    ways["scale-result"] = lambda inside: inside._follow(
        ScaleWanted(place.journal.scales.forms("phq9")[-1].id)
    )
    ways["scale-result-skipped"] = lambda inside: inside._follow(ScaleWanted(skipped_form(place).id))
    ways["support-offered"] = lambda inside: draw_scale(inside, place, reached=10, done=True)
    ways |= session_ways(place)
    ways["import"] = lambda inside: show_import(place, inside)
    ways["columns"] = lambda inside: show_import(place, inside, columns=True)
    ways["find-action"] = lambda inside: inside.find_action()
    ways["check-in"] = lambda inside: inside._follow(CheckInWanted(latest_check_in(place)))
    ways |= small_ways(place)
    # Last, since no other picture should miss what is put away here.
    ways["trash"] = lambda inside: (fill_trash(place), inside._follow(ShowPage("trash")))[1]
    return ways


def session_ways(place: Place) -> dict[str, Callable[[Inside], None]]:
    """The parts of a session, and the pages that begin at one."""
    dosing = [s for s in place.journal.kap_sessions.all() if s.kind is SessionKind.DOSING]
    last = next(s for s in reversed(dosing) if s.took_place)
    coming = next((s for s in dosing if s.status is SessionStatus.PLANNED), last)
    meetings = [s for s in place.journal.kap_sessions.all() if s.kind is SessionKind.INTEGRATION]

    def part(name: str, session: KapSession) -> Callable[[Inside], None]:
        def show(inside: Inside) -> None:
            page: Any = inside.show_page("sessions")
            page.show_session(session.id)
            page.session_pane.dosing.tabs.set_value(name)

        return show

    def side_effects(inside: Inside) -> None:
        page: Any = inside.show_page("sessions")
        page.show_session(last.id)
        page.session_pane.dosing.after.side_effects.wanted.emit()

    def course(inside: Inside) -> None:
        page: Any = inside.show_page("sessions")
        page.show_course()

    return {
        "sessions-before": part("before", coming),
        "sessions-during": part("during", last),
        "sessions-integration": part("integration", last),
        "sessions-meeting": lambda inside: inside._follow(SessionWanted(meetings[0].id)),
        "sessions-course": course,
        "side-effects": side_effects,
        "capture": lambda inside: inside._follow(CaptureWanted(last.id)),
        "lay-out": lambda inside: inside._follow(LayOutWanted(last.id)),
        "layers": lambda inside: inside._follow(LaterLooksWanted(dosing[1].id)),
        "thread": _page("thread"),
    }


def skipped_form(place: Place) -> ScaleForm:
    """A form with one question left open."""
    moment = moment_at(place.clock.now())
    values = (2, 1, 1, 1, None, 2, 1)
    answers = tuple(ScaleAnswer(f"gad7_{n}", value) for n, value in enumerate(values, 1))
    form = ScaleForm(moment=moment, instrument="gad7", name="GAD-7", answers=answers, finished=moment.instant)
    return place.journal.scales.keep(form)


def draw_scale(
    inside: Inside, place: Place, *, reached: int, done: bool = False, all_items: bool = False
) -> None:
    """Begin a PHQ-9, give its first answers, and go on to the next or be done."""
    inside._follow(ScaleWanted(instrument="phq9"))
    page: Any = inside.show_page("scale")
    items = page.definition.items[:reached]
    answers = tuple(ScaleAnswer(item.id, 1) for item in items)
    page._take(replace(page.form, answers=answers))
    page.open_for(ScaleWanted(page.form.id))
    if done:
        page._done()
    elif all_items:
        page._toggle_all()
    else:
        page.entry.cards[0].press_key("1")


def _page(name: str) -> Callable[[Inside], None]:
    def show(inside: Inside) -> None:
        inside.show_page(name)

    return show


def _search(inside: Inside) -> None:
    inside.show_page("journal")
    journal: Any = inside._pages["journal"]
    journal.search("water")


def written_twice(place: Place, reflection_id: int) -> int:
    """Give a reflection an earlier version that differs from it in the middle and at its end."""
    reflections = place.journal.reflections
    now = reflections.get(reflection_id)
    if not reflections.versions(reflection_id):
        words = now.text.split(" ")
        before = " ".join([*words[:12], "and", "I", "was", "not", "sure", *words[16 : len(words) * 2 // 3]])
        reflections.keep(replace(now, text=before), by="gallery")
        reflections.keep(now, by="gallery, later")
    return reflection_id


def diary(folder: Path) -> Path:
    """Write a year of somebody's mood diary: words among the numbers, and rows that cannot be read."""
    rows = ["day;mood;sleep;activities"]
    day = date(2025, 1, 3)
    for number in range(392):
        mood = {5: "meh", 17: "ok-ish", 90: "wired"}.get(number % 97, str(1 + number * 7 % 10))
        rows.append(f"{day:%d.%m.%Y};{mood};{6 + number % 5 / 2:g};walk, friends".replace(".5;", ",5;"))
        day += timedelta(days=1 if number % 14 else 0)
    rows[88] = "31.02.2025;meh;6,5;"
    rows[140] = "07.04.2025;14;7;"
    rows[203] = rows[204] = "19.06.2025;;;"
    path = folder / "mood-diary-2025.csv"
    path.write_text("\n".join(rows) + "\n", "utf-8")
    return path


def show_import(place: Place, inside: Inside, *, columns: bool = False) -> None:
    """Look at a diary before it is imported."""
    page: Any = inside.show_page("settings")
    page.show_import(diary(place.settings._path.parent))
    settle(1500)
    view = page.importing
    if columns:
        view._ask_columns()
        return
    view._take_word("meh", 4.0)
    settle(1500)
    view._take_word("wired", "as_tag")
    settle(1500)


def show_backups(place: Place, inside: Inside) -> None:
    """Make two backups and show them."""
    if not place.journal.backups.all():
        place.journal.backups.make()
        place.journal.backups.make(BackupReason.LOCK)
    page = inside.show_page("settings")
    settle()
    assert page is not None
    next(action for action in page.actions() if action.icon == "backups").run()


def fill_trash(place: Place) -> None:
    """Put one of the latest entries of each kind into the trash."""
    latest = place.journal.timeline.page(TimelineFilter(), limit=60).items
    for item in {item.kind: item for item in reversed(latest)}.values():
        place.journal.timeline.trash(item.id)


def latest_check_in(place: Place) -> int | None:
    """The check-in that the sample made last."""
    latest = place.journal.check_ins.latest()
    return latest.id if latest is not None else None


def lengthen(journal: Journal) -> None:
    """Put the longest texts that a person might write where lists and headings show them."""
    for reflection in journal.reflections.left_open():
        journal.reflections.keep(replace(reflection, title=LONG_WORDS * 3, tags=(LONG_WORDS.strip(), "home")))
    for session in journal.kap_sessions.all():
        journal.kap_sessions.keep(replace(session, dose_text=LONG_WORDS * 2, intention=LONG_WORDS * 4))
    latest = journal.check_ins.latest()
    if latest is not None:
        journal.check_ins.keep(replace(latest, note=LONG_WORDS * 12, tags=(LONG_WORDS.strip(),)))


@contextmanager
def sample() -> Iterator[Place]:
    """The sample journal, open, with settings of its own."""
    with tempfile.TemporaryDirectory() as folder, ShownSample(FixedClock(SAMPLE_DAY)) as shown:
        settings = SettingsStore(Path(folder) / "settings.toml")
        settings.change(country="GB")
        worker = Worker()
        yield Place(shown.journal, FixedClock(SAMPLE_DAY), settings, worker)
        worker.close()


@contextmanager
def new_journal() -> Iterator[Place]:
    """A journal that was just made, with settings of its own."""
    clock = FixedClock(SAMPLE_DAY)
    with tempfile.TemporaryDirectory() as folder:
        cost = KdfCost(memory_kib=65536, passes=2, lanes=4)
        journal, _code = Journal.create(Path(folder) / "journal", "four plain words here", clock, cost=cost)
        settings = SettingsStore(Path(folder) / "settings.toml")
        settings.change(country="GB")
        worker = Worker()
        yield Place(journal, clock, settings, worker)
        worker.close()
        journal.close()


def grab(widget: QWidget, path: Path) -> None:
    """Save what a widget shows, with the menu or calendar that is open over it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    picture = widget.grab()
    over = QApplication.activePopupWidget()
    if over is not None:
        painter = QPainter(picture)
        painter.drawPixmap(widget.mapFromGlobal(over.pos()), over.grab())
        painter.end()
        over.close()
    picture.save(str(path))
    print(path)


def draw_inside(app: QApplication, out: Path, wanted: list[str], look: Look) -> None:
    """Draw the pages of the sample, and those of a journal without an entry, in one look."""
    apply_theme(app, look.theme, look.scale, less_motion=True)
    with sample() as place:
        if look.longest:
            lengthen(place.journal)
        draw_ways(app, place, shows(place), (out, wanted, look))
    with new_journal() as place:
        new = {f"new-{name}": _page(name) for name in (*PAGES, "trash", "thread")}
        draw_ways(app, place, new, (out, wanted, look))


def draw_ways(
    app: QApplication,
    place: Place,
    ways: dict[str, Callable[[Inside], None]],
    asked: tuple[Path, list[str], Look],
) -> None:
    """Draw each page of a journal that is asked for."""
    out, wanted, look = asked
    for name, show in ways.items():
        if wanted and name not in wanted:
            continue
        inside = Inside(place)
        inside.resize(look.width, look.height)
        inside.show()
        # The dim page has a look of its own, which the window gives it.
        inside.gentle_changed.connect(
            lambda gentle: apply_theme(app, "gentle" if gentle else look.theme, look.scale, less_motion=True)
        )
        inside.show_page("today")
        show(inside)
        settle()
        while place.worker.busy:
            settle(50)
        settle(50)
        grab(inside, out / look.name / f"{name}.png")
        inside.leave()
        place.journal._book._listeners.clear()  # a window that is gone hears nothing
        inside.close()
        inside.deleteLater()
        apply_theme(app, look.theme, look.scale, less_motion=True)
    settle(50)  # the journal closes after everything that shows it


def damaged() -> QWidget:
    """Unlock as it stands before a journal that is damaged, with a backup that can take its place."""
    from kapjournal.errors import JournalDamagedError
    from kapjournal.ui.unlock.view import UnlockView
    from kapjournal.words.errors import sentence

    view = UnlockView()
    view.stop(sentence(JournalDamagedError(backup=Path("backup"))), [_("Restore the newest backup")])
    return view


def welcome_at(step: str, view: Any) -> QWidget:
    """Go on to a step of Welcome without making a journal."""
    if step == "code":
        view.passphrase.show_code("7KQF-M2XA-9TRD-HV4C-KB8W-3NEY-6PJS")
        view._show_step()
    elif step != "1":
        view._to(int(step) - 1)
    return view


def draw_outside(app: QApplication, out: Path, wanted: list[str], look: Look) -> None:
    """Draw what is there before a journal is open."""
    from kapjournal.ui.unlock.support_view import LockedSupport
    from kapjournal.ui.unlock.view import UnlockView
    from kapjournal.ui.welcome.view import WelcomeView

    apply_theme(app, look.theme, look.scale, less_motion=True)
    with tempfile.TemporaryDirectory() as folder:
        settings = SettingsStore(Path(folder) / "settings.toml")
        settings.change(country="GB")
        worker = Worker()
        made: dict[str, Callable[[], QWidget]] = {
            "unlock": UnlockView,
            "unlock-damaged": damaged,
            "locked-support": lambda: LockedSupport(settings, locked=True),
            **{
                f"welcome-{step}": lambda step=step: welcome_at(
                    step,
                    WelcomeView(Path(folder) / "journal", FixedClock(SAMPLE_DAY), settings, worker),
                )
                for step in ("1", "code", "2", "3")
            },
        }
        for name, make in made.items():
            if wanted and name not in wanted:
                continue
            widget = make()
            widget.resize(look.width, look.height)
            widget.show()
            settle()
            grab(widget, out / look.name / f"{name}.png")
            widget.close()
            widget.deleteLater()
        worker.close()


def main(words: list[str]) -> int:
    """Draw what is asked for."""
    if not words or (words[0].startswith("-") and words != ["--readme"]):
        print(__doc__)
        return 2
    language.use("en_GB")
    app = QApplication(["gallery"])
    if words == ["--readme"]:
        draw_inside(app, ROOT / "docs" / "pictures", ["today", "trends", "journal"], Look("."))
        return 0
    out, wanted = Path(words[0]), words[1:]
    for look in LOOKS:
        if look.pseudo or look.mirrored:
            pseudo.speak(from_right=look.mirrored)
        ways = Qt.LayoutDirection
        app.setLayoutDirection(ways.RightToLeft if look.mirrored else ways.LeftToRight)
        draw_outside(app, out, wanted, look)
        draw_inside(app, out, wanted, look)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
