"""The dialogs about keys: another passphrase, a new code, a new key, the code once more from paper."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kapjournal.errors import KapjournalError
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.code_card import CodeCard
from kapjournal.ui.shared.dialog import Dialog
from kapjournal.ui.shared.fields import field
from kapjournal.ui.shared.passphrase import PassphraseField
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.speech import announce
from kapjournal.ui.shared.strength import StrengthHint
from kapjournal.ui.shared.text import Body, Caption
from kapjournal.ui.shared.worker import Cancel
from kapjournal.words.errors import sentence
from kapjournal.words.language import _
from kapjournal.words.numbers import number

_WIDE_PX = 592
"""So wide that the sentence beside the bars of a passphrase stands on one line."""


class KeyDialog(Dialog):
    """What both have: a line that says what stands in the way, two buttons, work behind the window."""

    def __init__(self, title: str, place: Place, parent: QWidget, go_on: str) -> None:
        super().__init__(title, parent, width=_WIDE_PX)
        self._place = place
        self._line = Caption("", "note")
        self._line.hide()
        self._leave = Button(_("Leave it"), "quiet")
        self._leave.clicked.connect(self.close_dialog)
        self._go_on = Button(go_on, "primary")
        self._go_on.clicked.connect(self._begin)
        self.foot.addStretch(1)
        self.foot.addWidget(self._leave)
        self.foot.addWidget(self._go_on)
        self.closed.connect(self.deleteLater)
        self._gone = False
        self._running: Cancel | None = None
        self.closed.connect(self._leave_it)

    def keep_open_until(self, running: Cancel) -> None:
        """Go on behind the window; closing the dialog stops the work, and nothing is changed then."""
        self._running = running

    def show_share(self, share: float) -> None:
        """Say how far the work is."""
        if not self._gone:
            self._line.setText(_("{percent} % done").format(percent=number(round(100 * share))))
            self._line.show()

    def is_there(self) -> bool:
        """Whether it is still open: what it asked for must not happen behind the back of who closed it."""
        return not self._gone

    def _leave_it(self) -> None:
        self._gone = True
        if self._running is not None:
            self._running.cancel()

    def _begin(self) -> None:
        raise NotImplementedError

    def _say(self, words: str) -> None:
        self._line.setText(words)
        self._line.setVisible(bool(words))
        announce(self._line, words)
        self._go_on.setEnabled(True)
        self.fit()

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, KapjournalError):
            raise error
        self._running = None
        if not self._gone:
            self._say(sentence(error))


class OtherPassphraseDialog(KeyDialog):
    """The passphrase as it is, and twice as it is to be."""

    def __init__(self, title: str, place: Place, parent: QWidget, go_on: str, words: str) -> None:
        super().__init__(title, place, parent, go_on)
        self._old, self._new, self._again = (PassphraseField() for _index in range(3))
        self._hint = StrengthHint()
        self._new.changed.connect(self._hint.show_for)
        self._again.entered.connect(self._begin)
        self._words = Body(words, "ink2")
        self._fields: list[QWidget] = [
            field(_("Passphrase as it is"), self._old),
            field(_("New passphrase"), self._new),
            self._hint,
            field(_("New passphrase, once more"), self._again),
        ]
        for widget in (self._words, *self._fields, self._line):
            self.body.addWidget(widget)

    def _begin(self) -> None:
        old, new = self._old.text(), self._new.text()
        if not old or not new:
            self._say(_("Both are needed: the passphrase as it is, and the new one."))
        elif new != self._again.text():
            self._say(_("The new ones are not the same yet."))
        else:
            self._go_on.setEnabled(False)
            self._change(old, new)

    def _change(self, old: str, new: str) -> None:
        """What is done with both, behind the window."""
        raise NotImplementedError


class PassphraseDialog(OtherPassphraseDialog):
    """Another passphrase from now on."""

    changed = Signal()

    def __init__(self, place: Place, parent: QWidget) -> None:
        words = _(
            "From now on the old one opens nothing here. Whoever kept an old copy of the journal’s folder still"
            " opens that copy with it, and backups of before keep it too."
        )
        super().__init__(_("Change the passphrase"), place, parent, _("Change"), words)

    def _change(self, old: str, new: str) -> None:
        keys = self._place.journal.keys
        self._place.worker.run(
            lambda: keys.change_passphrase(old, new, self.is_there), self._done, self._failed
        )

    def _done(self, _result: object) -> None:
        self.changed.emit()
        if not self._gone:
            self.close_dialog()


class FreshPassphraseDialog(KeyDialog):
    """After opening with the code: a passphrase that is known again."""

    changed = Signal()

    def __init__(self, place: Place, parent: QWidget) -> None:
        super().__init__(_("A new passphrase"), place, parent, _("Use it"))
        self._leave.set_text(_("Not now"))
        self._new, self._again = PassphraseField(), PassphraseField()
        self._hint = StrengthHint()
        self._new.changed.connect(self._hint.show_for)
        self._again.entered.connect(self._begin)
        words = _(
            "The recovery code opened it. Here you can choose a passphrase that you know; the code stays as it is."
        )
        self.body.addWidget(Body(words, "ink2"))
        self.body.addWidget(field(_("New passphrase"), self._new))
        self.body.addWidget(self._hint)
        self.body.addWidget(field(_("New passphrase, once more"), self._again))
        self.body.addWidget(self._line)

    def _begin(self) -> None:
        new = self._new.text()
        if not new or new != self._again.text():
            self._say(_("The new ones are not the same yet.") if new else _("A passphrase is needed here."))
            return
        self._go_on.setEnabled(False)
        keys = self._place.journal.keys
        self._place.worker.run(lambda: keys.new_passphrase(new, self.is_there), self._done, self._failed)

    def _done(self, _result: object) -> None:
        self.changed.emit()
        if not self._gone:
            self.close_dialog()


class RehearseCodeDialog(KeyDialog):
    """The code once more, from paper: found out now, not on the day it is needed."""

    rehearsed = Signal()

    def __init__(self, place: Place, parent: QWidget) -> None:
        super().__init__(_("Is the recovery code at hand?"), place, parent, _("Try it"))
        words = _(
            "Type it as it stands on your paper. If it is lost, a new one can be made here. Without passphrase and code"
            " nobody can open the journal, and neither can we."
        )
        self._code = PassphraseField()
        self._code.show_words(True)
        self._code.entered.connect(self._begin)
        self.body.addWidget(Body(words, "ink2"))
        self.body.addWidget(
            field(_("Recovery code"), self._code, _("Seven groups of four, with or without the hyphens."))
        )
        self.body.addWidget(self._line)

    def _begin(self) -> None:
        code = self._code.text()
        if not code:
            self._say(_("The code is needed here."))
            return
        self._go_on.setEnabled(False)
        keys = self._place.journal.keys
        self._place.worker.run(lambda: keys.is_recovery_code(code), self._done, self._failed)

    def _done(self, fits: bool) -> None:
        if fits:
            self.rehearsed.emit()
        if self._gone:
            return
        if fits:
            self.close_dialog()
        else:
            self._say(_("That is a code, but not the one of this journal. A new one can be made here."))


class AskPassphraseDialog(KeyDialog):
    """The passphrase as it is, and then the one thing that it is asked for: nobody who passes by does it."""

    def __init__(self, title: str, place: Place, parent: QWidget, go_on: str, words: str) -> None:
        super().__init__(title, place, parent, go_on)
        self._secret = PassphraseField()
        self._secret.entered.connect(self._begin)
        self._words = Body(words, "ink2")
        self._field = field(_("Passphrase"), self._secret)
        for widget in (self._words, self._field, self._line):
            self.body.addWidget(widget)

    def _begin(self) -> None:
        secret = self._secret.text()
        if not secret:
            self._say(_("The passphrase is needed here."))
            return
        self._go_on.setEnabled(False)
        self._place.worker.run(lambda: self._work(secret), self._done, self._failed)

    def _work(self, secret: str) -> object:
        """What is done with the passphrase, behind the window."""
        raise NotImplementedError

    def _done(self, result: object) -> None:
        raise NotImplementedError


class NewCodeDialog(AskPassphraseDialog):
    """The passphrase, then the new code."""

    made = Signal()

    def __init__(self, place: Place, parent: QWidget) -> None:
        words = _(
            "The code that you have now will open nothing any more, but for old copies of the folder and backups of"
            " before."
        )
        super().__init__(_("A new recovery code"), place, parent, _("Make a new code"), words)

    def _work(self, secret: str) -> str:
        return self._place.journal.keys.renew_recovery_code(secret, self.is_there)

    def _done(self, code: object) -> None:
        self.made.emit()
        if self._gone:
            return
        self._secret.clear()
        self._field.hide()
        self._line.hide()
        self._leave.hide()
        self._words.setText(_("This is the new code. The one before opens nothing any more."))
        self.body.addWidget(CodeCard(str(code)))
        self._go_on.set_text(_("Done"))
        self._go_on.setEnabled(True)
        self._go_on.clicked.disconnect(self._begin)
        self._go_on.clicked.connect(self.close_dialog)
        self.fit()
        self._go_on.setFocus()
