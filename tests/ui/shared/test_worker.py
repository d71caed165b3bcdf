"""The worker: answers arrive in the interface's thread, in order."""

import threading
import weakref
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from shiboken6 import delete

from kapjournal.errors import CancelledError
from kapjournal.ui.shared.worker import Worker
from tests.ui.waiting import wait_until


def test_results_and_errors_come_back_in_order(app: QApplication) -> None:
    worker, told = Worker(), []

    def fail() -> None:
        raise ValueError

    worker.run(threading.get_ident, lambda ident: told.append((ident, threading.get_ident())))
    worker.run(fail, None, lambda error: told.append(type(error)))
    wait_until(lambda: len(told) == 2)
    assert told[0][0] != told[0][1] == threading.get_ident()
    assert told[1] is ValueError
    assert not worker.busy
    worker.close()


def test_progress_and_cancel(app: QApplication) -> None:
    worker, shares, done, told = Worker(), [], [], threading.Event()

    def work(tell: Callable[[float], bool]) -> int:
        steps = 0
        while tell(0.5):
            steps += 1
            told.wait()
        return steps

    cancel = worker.run(work, done.append, None, shares.append)
    wait_until(lambda: bool(shares))
    cancel.cancel()
    told.set()
    wait_until(lambda: bool(done))
    assert (done, shares) == ([1], [0.5, 0.5])
    worker.close()


def test_work_that_was_stopped_by_somebody_who_has_gone_is_no_fault(
    app: QApplication, capsys: pytest.CaptureFixture[str]
) -> None:
    worker, may = Worker(), threading.Event()

    class Asking(QLabel):
        def say(self, error: object) -> None:
            self.setText(str(error))

    def work(tell: Callable[[float], bool]) -> None:
        may.wait()
        if not tell(1):
            raise CancelledError

    asking = Asking()
    worker.run(work, None, asking.say, asking.say).cancel()
    delete(asking)
    may.set()
    wait_until(lambda: not worker.busy)
    assert "CancelledError" not in capsys.readouterr().err
    worker.close()


def test_a_widget_that_is_gone_by_then_is_told_nothing(app: QApplication) -> None:
    worker, may, told = Worker(), threading.Event(), []

    class Shown(QLabel):
        def show_it(self, text: object) -> None:
            told.append(text)
            self.setText(str(text))

    asking = Shown()
    worker.run(may.wait, asking.show_it)
    worker.run(lambda tell: tell(0.5), asking.show_it, None, asking.show_it)
    worker.run(may.wait, lambda text: asking.show_it(f"{text}"))
    delete(asking)
    may.set()
    wait_until(lambda: not worker.busy)
    assert told == []
    worker.close()


@pytest.mark.parametrize("fails", [False, True])
def test_what_a_job_held_falls_apart_in_the_interfaces_thread(app: QApplication, fails: bool) -> None:
    worker, where = Worker(), []

    class Dialog:
        """Stands for a window: where it falls apart, its widgets would."""

        def work(self) -> None:
            if fails:
                raise ValueError

        def told(self, answer: object) -> None:
            """What came of it."""

    for _again in range(200):
        dialog = Dialog()
        weakref.finalize(dialog, lambda: where.append(threading.get_ident()))
        worker.run(dialog.work, dialog.told, dialog.told)
        del dialog
        wait_until(lambda: not worker.busy)
    worker.close()
    assert where == [threading.get_ident()] * 200
