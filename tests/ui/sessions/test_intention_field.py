"""The intention as it is written."""

from PySide6.QtWidgets import QApplication

from kapjournal.ui.sessions.intention_field import IntentionField
from kapjournal.ui.shared.theme import theme


def test_the_signs_of_markdown_are_quiet_and_what_they_mean_is_shown(app: QApplication) -> None:
    field = IntentionField()
    told: list[str] = []
    field.changed.connect(lambda: told.append(field.text))
    field.setPlainText("to listen for *enough*")
    assert field.text == "to listen for *enough*"
    assert told == [field.text]
    ink3 = theme().color("ink3")
    shown = [
        (
            field.text[run.start :][: run.length],
            run.format.foreground().color() == ink3,
            run.format.fontItalic(),
        )
        for run in field.document().firstBlock().layout().formats()
    ]
    assert [(words, is_quiet) for words, is_quiet, _leans in shown if words == "*"] == [("*", True)] * 2
    assert ("enough", False, True) in shown
    field.restyle()
    assert told == [field.text]
