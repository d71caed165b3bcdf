"""The time line: order, pages, filters, search as it is typed, the calendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from kapjournal.clock import FixedClock
from kapjournal.domain.check_in import CheckIn, CheckInType
from kapjournal.domain.event import Event, EventKind
from kapjournal.domain.kap_session import KapSession, SessionKind, SessionStatus, Severity, SideEffect
from kapjournal.domain.kinds import Kind
from kapjournal.domain.measure import DISTRESS, MOOD, MeasureValue
from kapjournal.domain.moment import moment_at, moment_on
from kapjournal.domain.prompt import AskedPrompt, PromptAnswer
from kapjournal.domain.reflection import Fragment, FragmentKind, Layer, Reflection
from kapjournal.domain.timeline import Snippet, TimelineFilter, TimelineItem
from kapjournal.journal import Journal

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 10, 23, 9, 42, tzinfo=LONDON)


def at(days_ago: int, hour: int = 9) -> datetime:
    return NOW.replace(hour=hour) - timedelta(days=days_ago)


def found(journal: Journal, text: str, **narrower: object) -> list[int]:
    page = journal.timeline.page(TimelineFilter(text=text, **narrower))  # type: ignore[arg-type]
    assert page.total == len(page.items)
    return [item.id for item in page.items]


def marked(snippet: Snippet) -> list[str]:
    return [snippet.text[start:end] for start, end in snippet.hits]


def test_newest_first_by_the_journals_day(journal: Journal) -> None:
    evening = journal.check_ins.keep(CheckIn(moment=moment_at(datetime(2026, 10, 24, 1, 30, tzinfo=LONDON))))
    no_time = journal.check_ins.keep(CheckIn(moment=moment_on(date(2026, 10, 24), NOW)))
    noon = journal.check_ins.keep(CheckIn(moment=moment_at(datetime(2026, 10, 23, 12, 0, tzinfo=LONDON))))
    morning = journal.check_ins.keep(CheckIn(moment=moment_at(datetime(2026, 10, 24, 7, 0, tzinfo=LONDON))))
    items = journal.timeline.page(TimelineFilter()).items
    assert [item.id for item in items] == [morning.id, no_time.id, evening.id, noon.id]
    assert [c.id for c in journal.check_ins.of_day(date(2026, 10, 23))] == [noon.id, evening.id]
    assert [c.id for c in journal.check_ins.of_day(date(2026, 10, 24))] == [no_time.id, morning.id]


def test_pages_join_without_gap_or_repetition(journal: Journal) -> None:
    ids = [journal.check_ins.keep(CheckIn(moment=moment_at(at(i // 3)), note="word")).id for i in range(25)]
    for text in ("", "word"):
        seen: list[int] = []
        after = None
        while True:
            page = journal.timeline.page(TimelineFilter(text=text), after, limit=4)
            assert page.total == 25
            seen += [item.id for item in page.items]
            after = page.following
            if after is None:
                break
        assert sorted(seen) == sorted(ids)
        assert len(seen) == 25
    days = [item.moment.day for item in journal.timeline.page(TimelineFilter()).items]
    assert days == sorted(days, reverse=True)


def test_a_page_begins_at_a_day_or_the_nearest_earlier_one(journal: Journal) -> None:
    for days_ago in (0, 5, 10):
        journal.check_ins.keep(CheckIn(moment=moment_at(at(days_ago))))
    page = journal.timeline.page_from(NOW.date() - timedelta(days=3), TimelineFilter())
    assert [item.moment.day for item in page.items] == [at(5).date(), at(10).date()]
    assert page.total == 3
    assert journal.timeline.page_from(date(2020, 1, 1), TimelineFilter()).items == ()


def test_what_the_list_shows(journal: Journal, clock: FixedClock) -> None:
    asked = AskedPrompt("p1", "What stayed with you?", "connection", "days")
    session = journal.kap_sessions.keep(
        KapSession(
            moment=moment_at(at(3)),
            kind=SessionKind.DOSING,
            status=SessionStatus.HELD,
            intention="Be with it",
            notes="Slow",
        )
    )
    check_in = journal.check_ins.keep(
        CheckIn(moment=moment_at(at(2)), values=(MeasureValue(MOOD, 6.0),), note="Rain", to_share=True)
    )
    reflection = journal.reflections.keep(
        Reflection(moment=moment_at(at(0)), title="Sea", text="It was wide", prompt=asked)
    )
    items = journal.timeline.page(TimelineFilter()).items
    assert items == (
        TimelineItem(
            id=reflection.id,
            kind=Kind.REFLECTION,
            moment=reflection.moment,
            title=Snippet("Sea"),
            preview=Snippet("It was wide"),
            detail="days",
            answered=asked.question,
        ),
        TimelineItem(
            id=check_in.id,
            kind=Kind.CHECK_IN,
            moment=check_in.moment,
            title=Snippet(""),
            preview=Snippet("Rain"),
            detail="ordinary",
            mood=6.0,
            to_share=True,
            added_later=True,
        ),
        TimelineItem(
            id=session.id,
            kind=Kind.KAP_SESSION,
            moment=session.moment,
            title=Snippet("Be with it"),
            preview=Snippet("Slow"),
            detail="dosing",
            number=1,
            added_later=True,
        ),
    )
    assert journal.prompts.answers() == (PromptAnswer(reflection.id, asked, reflection.moment),)
    assert journal.prompts.answers(last=at(1).date()) == ()


def test_filters(journal: Journal) -> None:
    session = journal.kap_sessions.keep(
        KapSession(moment=moment_at(at(4)), kind=SessionKind.DOSING, tags=("a",))
    )
    fragment = journal.fragments.keep(
        Fragment(moment=moment_at(at(3)), kind=FragmentKind.WORD, text="open word", kap_session_id=session.id)
    )
    about = journal.reflections.keep(
        Reflection(moment=moment_at(at(2)), text="a word", kap_session_id=session.id, tags=("a", "b"))
    )
    event = journal.events.keep(Event(moment=moment_at(at(1)), kind=EventKind.TRAVEL, text="word of travel"))
    journal.timeline.mark_to_share(about.id, to_share=True)
    assert found(journal, "", kap_session_id=session.id) == [about.id, fragment.id, session.id]
    assert found(journal, "word", kap_session_id=session.id) == [about.id, fragment.id]
    assert found(journal, "", kinds=(Kind.EVENT, Kind.FRAGMENT)) == [event.id, fragment.id]
    assert found(journal, "word", kinds=(Kind.EVENT,)) == [event.id]
    assert found(journal, "", tag="a") == [about.id, session.id]
    assert found(journal, "wor", tag="b") == [about.id]
    assert found(journal, "", only_to_share=True) == found(journal, "word", only_to_share=True) == [about.id]
    assert journal.timeline.tags() == ("a", "b")
    assert journal.check_ins.tags_used() == ("a", "b")
    assert tuple(journal.check_ins.tags_by_place().values()) == ("a", "b")
    assert all(place.replace(".", "").isdecimal() for place in journal.check_ins.tags_by_place())
    for place, tag in journal.check_ins.tags_by_place().items():
        assert journal.check_ins.tag_at(place) == tag
    assert journal.check_ins.tag_at("0.0") is None
    assert journal.check_ins.tag_at(f"{about.id}.0") is None, "no tag was given first there"
    days = {about.moment.day.toordinal(), session.moment.day.toordinal()}
    assert journal.check_ins.tag_days("a") == tuple(sorted(days))


def test_search_folds_accents_and_finds_beginnings_of_all_words(journal: Journal) -> None:
    kept = journal.reflections.keep(
        Reflection(moment=moment_at(at(0)), title="Über den Fluß", text="Der Körper war müde, don't ask")
    )
    for text in (
        "uber",
        "ÜBER fl",
        "korp mud",
        "mued"[:2] + "d",
        "don't",
        "KÖRPER",
        '"korper"',
        "mu*",
        "(korper",
    ):
        assert found(journal, text) == [kept.id], text
    for text in ("uber nichts", "orper", "korper OR xyz", "—", '"'):
        assert found(journal, text) == [], text
    item = journal.timeline.page(TimelineFilter(text="uber kor")).items[0]
    assert marked(item.title) == ["Über"]
    assert marked(item.preview) == ["Körper"]


def test_a_hit_far_into_a_text_is_shown(journal: Journal) -> None:
    journal.reflections.keep(
        Reflection(moment=moment_at(at(0)), text="filler " * 500 + "lighthouse " + "end " * 90)
    )
    item = journal.timeline.page(TimelineFilter(text="lightho")).items[0]
    assert marked(item.preview) == ["lighthouse"]
    assert len(item.preview.text) < 400


def test_every_word_that_was_written_is_found(journal: Journal) -> None:
    side_effects = (SideEffect("other", Severity.MILD, note="tinnitus"),)
    session = journal.kap_sessions.keep(
        KapSession(
            moment=moment_at(at(1)),
            kind=SessionKind.DOSING,
            intention="listening",
            music="cello",
            topics="childhood",
            agreed_step="walking",
            with_whom="Marten",
            notes="slow start",
            dose_text="as planned",
            status_reason="snow",
            side_effects=side_effects,
            tags=("winter",),
        )
    )
    words = [
        "listening",
        "cello",
        "childhood",
        "walking",
        "marten",
        "slow",
        "planned",
        "snow",
        "tinnitus",
        "winter",
    ]
    assert all(found(journal, word) == [session.id] for word in words)
    check_in = journal.check_ins.keep(CheckIn(moment=moment_at(at(0)), note="grey sky", feelings=("tender",)))
    assert found(journal, "tender") == found(journal, "sky") == [check_in.id]
    item = journal.timeline.page(TimelineFilter(text="tender")).items[0]
    assert marked(item.preview) == ["tender"]


def test_the_search_keeps_step_with_every_change(journal: Journal) -> None:
    kept = journal.check_ins.keep(CheckIn(moment=moment_at(at(0)), note="alpha", tags=("beta",)))
    changed = journal.check_ins.keep(
        replace(kept, note="gamma", tags=(), moment=moment_at(at(9))), "another page"
    )
    assert found(journal, "alpha") == found(journal, "beta") == []
    assert found(journal, "gamma") == [kept.id]
    journal.undo()
    assert found(journal, "alpha") == found(journal, "beta") == [kept.id]
    assert found(journal, "gamma") == []
    journal.redo()
    journal.timeline.trash(changed.id)
    assert found(journal, "gamma") == []
    assert found(journal, "gamma", trashed=True) == [kept.id]
    journal.timeline.restore(changed.id)
    assert found(journal, "gamma") == [kept.id]
    assert journal.verify().healthy


def test_erasing_leaves_no_word_and_no_version(journal: Journal) -> None:
    kept = journal.reflections.keep(Reflection(moment=moment_at(at(0)), text="alpha", tags=("beta",)))
    journal.reflections.keep(replace(kept, text="gamma"), "another page")
    journal.timeline.erase([kept.id])
    assert found(journal, "alpha") == found(journal, "gamma") == []
    assert journal.to_undo() is None
    with journal._book.reading() as tx:
        assert tx.exec_driver_sql("SELECT count(*) FROM version").scalar() == 0
        assert tx.exec_driver_sql("SELECT count(*) FROM entry_tag").scalar() == 0
    assert journal.verify().healthy


def test_the_trash_has_first_what_came_last(journal: Journal) -> None:
    one, two, three = (
        journal.events.keep(Event(moment=moment_at(at(days)), kind=EventKind.OTHER, text="")).id
        for days in (0, 1, 2)
    )
    for minute, id_ in enumerate((two, one, three)):
        journal._book.clock = FixedClock(at(0) + timedelta(minutes=minute))
        journal.timeline.trash(id_)
    assert [trashed.item.id for trashed in journal.timeline.in_trash()] == [three, one, two]


def test_what_lay_in_the_trash_for_its_thirty_days_is_erased_and_nothing_else(journal: Journal) -> None:
    kept, late, gone = (
        journal.events.keep(Event(moment=moment_at(at(40)), kind=EventKind.OTHER, text=text)).id
        for text in ("kept", "late", "gone")
    )
    for id_, minutes in ((gone, 1), (late, -1)):
        journal._book.clock = FixedClock(at(30) - timedelta(minutes=minutes))
        journal.timeline.trash(id_)
    for today, erased in ((at(1), 0), (at(0), 1)):  # the day before it is looked at the clock, to be believed
        journal._book.clock = FixedClock(today)
        assert journal.timeline.erase_expired() == erased
    assert [trashed.item.id for trashed in journal.timeline.in_trash()] == [late]
    assert journal.events.get(kept).text == "kept"
    with pytest.raises(KeyError):
        journal.events.get(gone)
    with journal._book.reading() as tx:
        assert "gone" not in str(tx.exec_driver_sql("SELECT before, after FROM version").all())
    assert journal.timeline.erase_expired() == 0


def test_erasing_a_session_keeps_what_was_written_about_it(journal: Journal) -> None:
    session = journal.kap_sessions.keep(KapSession(moment=moment_at(at(1)), kind=SessionKind.DOSING))
    fragment = journal.fragments.keep(
        Fragment(moment=moment_at(at(1)), kind=FragmentKind.WORD, text="sea", kap_session_id=session.id)
    )
    about = journal.reflections.keep(
        Reflection(moment=moment_at(at(0)), text="x", kap_session_id=session.id, fragment_ids=(fragment.id,))
    )
    edited = journal.reflections.keep(replace(about, text="y"), "another page")
    journal.timeline.erase([session.id])
    journal.timeline.erase([fragment.id])
    assert journal.reflections.get(about.id) == replace(edited, kap_session_id=None, fragment_ids=())
    journal.undo()
    as_before = journal.reflections.get(about.id)
    assert (as_before.text, as_before.kap_session_id, as_before.fragment_ids) == ("x", None, ())
    while journal.undo():
        pass
    assert journal.verify().healthy


def test_a_later_look_at_words_that_were_erased_can_still_be_undone(journal: Journal) -> None:
    session = journal.kap_sessions.keep(KapSession(moment=moment_at(at(3)), kind=SessionKind.DOSING))
    words = Fragment(moment=moment_at(at(3)), kind=FragmentKind.WORD, text="sea", kap_session_id=session.id)
    first = journal.fragments.keep(words)
    look = journal.fragments.keep(replace(words, layer=Layer.DAY, looks_at=first.id, text="a"))
    journal.fragments.keep(replace(look, text="b"), "another page")
    journal.undo()
    kept = journal.fragments.get(look.id)
    assert (kept.text, kept.looks_at, kept.kap_session_id) == ("a", first.id, session.id)
    journal.fragments.keep(replace(kept, text="c"), "another page")
    journal.timeline.erase([session.id])
    journal.timeline.erase([first.id])
    journal.undo()
    kept = journal.fragments.get(look.id)
    assert (kept.text, kept.looks_at, kept.kap_session_id) == ("a", None, None)


def test_the_calendar(journal: Journal) -> None:
    for mood, type_ in (
        (3.0, CheckInType.ORDINARY),
        (7.0, CheckInType.ORDINARY),
        (10.0, CheckInType.POST_SESSION),
    ):
        journal.check_ins.keep(
            CheckIn(moment=moment_at(at(2)), values=(MeasureValue(MOOD, mood),), type=type_)
        )
    journal.events.keep(Event(moment=moment_at(at(1)), kind=EventKind.OTHER, text=""))
    days = journal.timeline.days_with_entries(at(5).date(), at(0).date())
    assert days == {at(2).date(): 5.0, at(1).date(): None}
    assert journal.timeline.first_day() == at(2).date()
    assert journal.timeline.count() == 4


def test_values_are_columns_in_order_of_time(journal: Journal) -> None:
    late = moment_at(datetime(2026, 10, 24, 1, 30, tzinfo=LONDON))
    first = journal.check_ins.keep(CheckIn(moment=late, values=(MeasureValue(MOOD, 4.25),)))
    second = journal.check_ins.keep(
        CheckIn(
            moment=moment_at(at(0)),
            values=(MeasureValue(DISTRESS, 1.0), MeasureValue(MOOD, 7.0)),
            type=CheckInType.PRE_SESSION,
        )
    )
    third = journal.check_ins.keep(
        CheckIn(moment=moment_on(at(9).date(), NOW), values=(MeasureValue(MOOD, 2.0),))
    )
    journal.check_ins.keep(CheckIn(moment=moment_at(at(8))))
    columns = journal.check_ins.values(MOOD)
    assert list(columns.entry_ids) == [third.id, second.id, first.id]
    assert list(columns.days) == [d.toordinal() for d in (at(9).date(), NOW.date(), NOW.date())]
    assert list(columns.minutes) == [-1, 9 * 60 + 42, 25 * 60 + 30]
    assert list(columns.values) == [2.0, 7.0, 4.25]
    assert list(columns.ordinary) == [1, 0, 1]
    assert list(columns.added_later) == [1, 0, 0]
    assert list(journal.check_ins.values(MOOD, at(3).date()).values) == [7.0, 4.25]
    assert list(journal.check_ins.values(MOOD, last=at(3).date()).values) == [2.0]
    assert len(journal.check_ins.values("pain")) == 0
    assert journal.check_ins.count(NOW.date(), NOW.date()) == 2
    assert journal.check_ins.latest() == first
    assert journal.check_ins.latest(before=late.aware) == second


def test_feelings_used_most_come_first(journal: Journal) -> None:
    for feelings in (("calm", "sad"), ("calm",), ("tender", "calm"), ("tender",)):
        journal.check_ins.keep(CheckIn(moment=moment_at(at(0)), feelings=feelings))
    assert journal.check_ins.feelings_used(2) == ("calm", "tender")


def test_an_unknown_entry_is_a_key_error(journal: Journal) -> None:
    for ask in (
        journal.timeline.entry,
        journal.timeline.trash,
        lambda id_: journal.timeline.erase([id_]),
        journal.check_ins.get,
    ):
        with pytest.raises(KeyError):
            ask(99)
