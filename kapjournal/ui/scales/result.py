"""What a form adds up to: total and band in words, the change, and the days it asks about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kapjournal.domain.kap_session import KapSession
from kapjournal.domain.scale import (
    Baseline,
    ChangeTier,
    ScaleChange,
    ScaleDefinition,
    ScaleForm,
    ScaleScore,
)
from kapjournal.domain.support_plan import PlanContact
from kapjournal.guidance.concerns import Concern
from kapjournal.ui.scales import result_words as words
from kapjournal.ui.scales.band_strip import BandStrip
from kapjournal.ui.scales.recall_line import DoseOnLine, RecallLine
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.cards import Card, Hairline
from kapjournal.ui.shared.concern_card import ConcernCard
from kapjournal.ui.shared.icons import icon_pixmap
from kapjournal.ui.shared.text import Body, Caption, Label, Lead, Strong, Title
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.language import _
from kapjournal.words.numbers import number
from kapjournal.words.scales import (
    answer_text,
    credit_words,
    day_and_month,
    item_text,
    overlap_words,
    recall_first,
    recall_name,
    recall_span,
    result_title,
    scale_name,
    tier_name,
    tier_points,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultFacts:
    """Everything that the page of a result shows."""

    definition: ScaleDefinition
    form: ScaleForm
    score: ScaleScore | None
    baseline: Baseline | None
    change: ScaleChange | None
    previous: ScaleForm | None
    """The finished form of the same scale before this one."""
    doses: tuple[tuple[KapSession, int | None], ...]
    concerns: tuple[Concern, ...]
    clinic: PlanContact | None
    earlier_versions: tuple[tuple[str, str], ...] = ()
    """When the form was as it was before, and what it added up to then; the newest first."""


class ResultPart(Restyled, QWidget):
    """The result in cards."""

    support_wanted = Signal()
    answer_wanted = Signal(str)
    """The id of an item to answer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: ResultFacts | None = None
        self._answers_shown = False
        self._narrow = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._body = QWidget()
        self._column.addWidget(self._body)

    def show_facts(self, facts: ResultFacts) -> None:
        """Show a result; the answers are folded away at first."""
        self._facts = facts
        self._answers_shown = facts.score is None
        self._fill()

    def toggle_answers(self) -> bool:
        """Show the answers item by item, or fold them away; say whether they are shown."""
        self._answers_shown = not self._answers_shown
        self._fill()
        return self._answers_shown

    def set_narrow(self, narrow: bool) -> None:
        """Put the steps of change under each other."""
        if narrow != self._narrow:
            self._narrow = narrow
            self.restyle()

    def restyle(self) -> None:
        """Build it again in the sizes of the theme."""
        if self._facts is not None:
            self._fill()

    def _fill(self) -> None:
        facts = self._facts
        assert facts is not None
        look = theme()
        fresh = QWidget()
        column = QVBoxLayout(fresh)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(20))
        head = QVBoxLayout()
        head.setSpacing(look.px(6))
        head.addWidget(Title(_title(facts)))
        head.addWidget(Lead(_under_title(facts), "ink2"))
        column.addLayout(head)
        for concern in facts.concerns:
            if concern is not Concern.ITEM_OPEN:
                card = ConcernCard(concern, facts.clinic)
                card.support_wanted.connect(self.support_wanted)
                column.addWidget(card)
        if facts.score is not None:
            self._add_scored(column, facts, facts.score)
        if self._answers_shown:
            column.addWidget(_answers_card(facts))
        column.addWidget(_recall_card(facts))
        if facts.earlier_versions:
            column.addWidget(_pairs_card(_("Earlier versions of this form"), facts.earlier_versions))
        if facts.score is not None and facts.score.total is None:
            column.addWidget(
                Body(
                    _("No change is worked out: that is said only from one complete form to another."), "ink2"
                )
            )
        if Concern.ITEM_OPEN in facts.concerns:
            column.addLayout(self._quiet_line())
        column.addWidget(Caption(credit_words(facts.definition), "ink3"))
        self._column.replaceWidget(self._body, fresh)
        self._body.hide()
        self._body.deleteLater()
        self._body = fresh
        fresh.show()

    def _add_scored(self, column: QVBoxLayout, facts: ResultFacts, score: ScaleScore) -> None:
        card = Card(padding=(28, 15), spacing=12)
        baseline = facts.baseline
        shown = None
        if baseline is not None and baseline.scored.form.id != facts.form.id:
            total = baseline.scored.score.total
            assert total is not None
            day = day_and_month(baseline.scored.form.moment.day)
            shown = total, _("{total} on {day}").format(total=number(total), day=day)
        if score.answered:
            card.body.addWidget(BandStrip(facts.definition, score, shown))
        line = words.range_line(facts.definition, facts.form, score)
        if line:
            card.body.addWidget(Hairline())
            row = QHBoxLayout()
            sign = QLabel()
            sign.setPixmap(icon_pixmap("info", theme().color("ink2"), theme().px(18), 2))
            row.setSpacing(theme().px(10))
            row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Body(line, "ink2"), 1)
            card.body.addLayout(row)
        if score.answered or line:
            column.addWidget(card)
        if score.total is None:
            column.addWidget(self._open_card(facts))
        if facts.change is not None and baseline is not None and shown is not None:
            column.addWidget(self._change_card(facts, baseline, facts.change, score))
        if facts.definition.subscales and score.answered:
            column.addWidget(_pairs_card(_("Its parts"), words.part_lines(facts.definition, facts.form)))

    def _open_card(self, facts: ResultFacts) -> Card:
        card = Card(padding=(28, 16), spacing=4)
        row = QHBoxLayout()
        column = QVBoxLayout()
        column.setSpacing(theme().px(2))
        column.addWidget(Label(words.open_title(facts.definition, facts.form)))
        column.addWidget(Body(words.open_line(facts.definition, facts.form), "ink2"))
        first = words.open_items(facts.definition, facts.form)[0].id
        several = facts.score is not None and facts.score.of - facts.score.answered > 1
        answer = Button(_("Answer them") if several else _("Answer it"), "soft")
        answer.clicked.connect(lambda: self.answer_wanted.emit(first))
        row.addLayout(column, 1)
        row.addWidget(answer, 0, Qt.AlignmentFlag.AlignVCenter)
        card.body.addLayout(row)
        return card

    def _change_card(
        self, facts: ResultFacts, baseline: Baseline, change: ScaleChange, score: ScaleScore
    ) -> Card:
        card = Card(padding=(28, 18), spacing=4)
        card.body.addWidget(Label(words.change_title(baseline, change)))
        card.body.addWidget(Body(words.compared_line(baseline, score), "ink2"))
        card.body.addSpacing(theme().px(8))
        row = QBoxLayout(
            QBoxLayout.Direction.TopToBottom if self._narrow else QBoxLayout.Direction.LeftToRight
        )
        row.setSpacing(theme().px(8))
        for tier, share in zip(ChangeTier, (4, 3, 5), strict=True):
            row.addWidget(_step(facts.definition, tier, chosen=tier is change.tier), share)
        card.body.addLayout(row)
        card.body.addSpacing(theme().px(8))
        card.body.addWidget(
            Caption(
                _(
                    "Larger than measurement error means that chance in the answering alone is an unlikely reason. "
                    "It does not say what the reason is."
                )
            )
        )
        return card

    def _quiet_line(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(Caption(_("Support is there whenever you want it."), "ink2", wrap=False))
        link = Button(_("Open Support"), "text", size="small")
        link.clicked.connect(self.support_wanted)
        row.addWidget(link)
        row.addStretch(1)
        return row


def _title(facts: ResultFacts) -> str:
    if facts.score is None:
        return scale_name(facts.definition)
    return result_title(facts.definition, facts.score)


def _under_title(facts: ResultFacts) -> str:
    if facts.score is None:
        return _("It has no score. What is new in it is for your clinic to know.")
    return words.answered_line(facts.definition, facts.score)


def _step(definition: ScaleDefinition, tier: ChangeTier, *, chosen: bool) -> Card:
    card = Card(tone="selected" if chosen else "", padding=(14, 10), spacing=0)
    name, points = tier_name(tier), tier_points(definition, tier)
    row = QHBoxLayout()
    row.setSpacing(theme().px(6))
    if chosen:
        sign = QLabel()
        sign.setPixmap(icon_pixmap("kept_small", theme().color("accent"), theme().px(16), 2))
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(Strong(name) if chosen else Body(name, "ink2"), 1)
    card.body.addLayout(row)
    card.body.addWidget(Caption(points, "ink2"))
    spoken = _("{step}, {points}: this one") if chosen else _("{step}, {points}")
    card.setAccessibleName(spoken.format(step=name, points=points))
    return card


def _answers_card(facts: ResultFacts) -> Card:
    card = Card(padding=(28, 18), spacing=8)
    card.body.addWidget(Label(_("The answers")))
    for place, item in enumerate(facts.definition.items_for(facts.form), 1):
        card.body.addWidget(Hairline())
        row = QHBoxLayout()
        row.setSpacing(theme().px(16))
        name = item_text(item, facts.form.language)
        row.addWidget(Body(_("{number}. {item}").format(number=number(place), item=name), "ink2"), 3)
        row.addWidget(Strong(answer_text(facts.definition, facts.form, item.id)), 2)
        card.body.addLayout(row)
    return card


def _pairs_card(title: str, pairs: Iterable[tuple[str, str]]) -> Card:
    card = Card(padding=(28, 18), spacing=8)
    card.body.addWidget(Label(title))
    for what, result in pairs:
        row = QHBoxLayout()
        row.setSpacing(theme().px(16))
        row.addWidget(Body(what, "ink2"), 2)
        row.addWidget(Body(result), 3)
        card.body.addLayout(row)
    return card


def _recall_card(facts: ResultFacts) -> Card:
    definition, day = facts.definition, facts.form.moment.day
    first = recall_first(definition, day)
    held = [(s, n) for s, n in facts.doses if first <= s.moment.day <= day and s.took_place]
    card = Card(padding=(28, 18), spacing=4)
    card.body.addWidget(Label(recall_name(definition)))
    card.body.addWidget(Body(words.recall_line(definition, day, held), "ink2"))
    previous = facts.previous.moment.day if facts.previous is not None else None
    overlap = overlap_words(definition, day, previous)
    if overlap:
        card.body.addWidget(Body(overlap, "ink2"))
    doses = [DoseOnLine(s.moment.day, n, not s.took_place) for s, n in facts.doses]
    card.body.addWidget(RecallLine(first, day, recall_span(definition, day), doses))
    return card
