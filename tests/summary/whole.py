"""A course with something of everything in it, as plain records, and a choice that strikes a part of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kapjournal.domain.around_dose import Theme, VitalSigns, VitalTime, Welcome
from kapjournal.domain.check_in import CheckIn, CheckInType
from kapjournal.domain.course import CurrentMedicine
from kapjournal.domain.kap_session import Medicine
from kapjournal.domain.measure import MOOD, MeasureValue
from kapjournal.domain.practice import Practice, PracticeDay, Spell
from kapjournal.domain.reflection import Reflection
from kapjournal.domain.scale import ScaleAnswer, ScaleForm, ScoredForm
from kapjournal.domain.share import Part, SummaryChoice
from kapjournal.guidance.scale_definitions import built_in_one
from kapjournal.statistics.scale_scoring import score
from kapjournal.summary.contents import Material, gather_all
from kapjournal.summary.practices import PracticeRecord
from kapjournal.summary.scale_tables import ScaleRecord
from kapjournal.summary.strikes import lines
from tests.summary.samples import FRAGMENT, LAST, NOW, REFLECTION, at, choice, course, material

NOTE, PRACTICE, PHQ = 601, 701, 801


def phq9(id_: int, day: date, values: tuple[int | None, ...]) -> ScoredForm:
    return scored("phq9", id_, day, values)


def scored(scale: str, id_: int, day: date, values: tuple[int | None, ...]) -> ScoredForm:
    definition = built_in_one(scale)
    answers = tuple(
        ScaleAnswer(item.id, value) for item, value in zip(definition.scored_items, values, strict=True)
    )
    form = ScaleForm(
        id=id_,
        moment=at(day),
        instrument=scale,
        name=definition.name,
        answers=answers,
        finished=at(day).instant,
    )
    found = score(definition, form)
    assert found is not None
    return ScoredForm(form, found)


def everything() -> Material:
    made = material()
    taken = replace(course(), medicines=(CurrentMedicine("Tickedmedicine", "as told"),))
    note = CheckIn(
        id=NOTE, moment=at(date(2026, 10, 15)), values=(MeasureValue(MOOD, 5.0),), note="Untickednote here"
    )
    forms = (
        phq9(PHQ, date(2026, 9, 14), (2, 2, 2, 2, 1, 1, 2, 1, 1)),
        phq9(PHQ + 1, date(2026, 10, 19), (1, 1, 1, 1, 1, None, 1, 0, 1)),
    )
    days = (PracticeDay(practice_id=PRACTICE, day=LAST, note="Practicenote"),)
    practice = Practice(id=PRACTICE, name="Tenminutes", spells=(Spell(date(2026, 9, 29)),))
    return replace(
        made,
        course=taken,
        check_ins=(note,),
        scales=(ScaleRecord(built_in_one("phq9"), forms),),
        practices=(PracticeRecord(practice, days),),
        entries=(
            *made.entries,
            Reflection(
                id=REFLECTION + 100,
                moment=at(date(2026, 10, 18)),
                title="Keptheading",
                text="A keptline.\nA struckline.\n\nA struckparagraph.",
            ),
        ),
    )


def chosen(**values: object) -> SummaryChoice:
    made = choice(
        parts=tuple(Part),
        entry_ids=(REFLECTION, FRAGMENT, REFLECTION + 100),
        practice_ids=(PRACTICE,),
        talking_points=("Pointkept", "Pointstruck"),
    )
    made = replace(made, **values)  # type: ignore[arg-type]
    struck = [
        line.key
        for line in lines(gather_all(made, everything(), NOW))
        if "struck" in line.text.lower() or "2 of 4" in line.text
    ]
    return replace(made, struck=(*made.struck, *struck))


def with_details() -> Material:
    """A dose with an intention, themes, vital signs that read as numbers and some that do not, and marks around it."""
    made = everything()
    first = replace(
        made.kap_sessions[0],
        intention="Aimticked to let go",
        themes=(Theme("calm", 2, Welcome.WELCOME),),
        vital_signs=(
            VitalSigns(VitalTime.BEFORE, "128 / 82", "72", "98 %"),
            VitalSigns(VitalTime.HIGHEST, "a bit up, they said", "400", ""),
        ),
        felt_safe=9,
        medicine=Medicine.RACEMIC_KETAMINE,
        duration_min=50,
    )
    day = first.moment.day
    around = (
        CheckIn(id=611, moment=at(day, 12), type=CheckInType.PRE_SESSION, values=(MeasureValue(MOOD, 3.0),)),
        CheckIn(id=612, moment=at(day, 18), type=CheckInType.POST_SESSION, values=(MeasureValue(MOOD, 7.0),)),
    )
    return replace(
        made,
        kap_sessions=(first, *made.kap_sessions[1:]),
        check_ins=(*around, *made.check_ins),
        entries=(*made.entries, first),
    )
