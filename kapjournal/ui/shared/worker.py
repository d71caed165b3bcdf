"""The one thread for work that would hold up the interface."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from functools import partial
from itertools import count
from typing import Any

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

Progress = Callable[[float], None]


class Cancel:
    """Set by the interface; asked by the work between its steps."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._event.set()

    @property
    def wanted(self) -> bool:
        """Whether the work should stop."""
        return self._event.is_set()


class _Job:
    """One piece of work and whom to tell."""

    def __init__(
        self,
        work: Callable[..., Any],
        done: Callable[[Any], None] | None,
        failed: Callable[[BaseException], None] | None,
        progress: Progress | None,
    ) -> None:
        self.work = work
        self.done = done
        self.failed = failed
        self.progress = progress
        self.cancel = Cancel()


class Worker(QObject):
    """Runs one piece of work after another in one background thread; answers arrive in the interface's thread.

    The thread knows a job by its number, and the interface keeps the job until it has been answered: what a job holds
    (a page, a dialog) must never fall apart in the thread, where Qt would take its widgets from under the interface.
    """

    _answered = Signal()
    _progressed = Signal(int, float)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = count()
        self._jobs: dict[int, _Job] = {}
        self._waiting: deque[int] = deque()
        self._answers: deque[tuple[int, object, BaseException | None]] = deque()
        self._wakes = threading.Condition()
        self._thread: threading.Thread | None = None
        self._closing = False
        self._heard = False
        self._unanswered = 0

    @property
    def busy(self) -> bool:
        """Whether any work is waiting, running or not yet answered."""
        return self._unanswered > 0

    def run(
        self,
        work: Callable[..., Any],
        done: Callable[[Any], None] | None = None,
        failed: Callable[[BaseException], None] | None = None,
        progress: Progress | None = None,
    ) -> Cancel:
        """Run `work()` behind the interface, then `done(result)` or `failed(error)`; return what cancels it.

        With `progress`, the work is called as `work(tell)`: tell(share 0..1) reaches `progress`, and answers whether
        the work should go on.
        Without `failed`, an error goes to the program's exception hook. What would tell a widget that is gone by then
        is not called, be it a method or a function within one.
        """
        job = _Job(work, done, failed, progress)
        self._unanswered += 1
        if self._thread is None:
            self._begin()
        number = next(self._numbers)
        self._jobs[number] = job
        with self._wakes:
            self._waiting.append(number)
            self._wakes.notify()
        return job.cancel

    def _begin(self) -> None:
        from PySide6.QtCore import Qt  # not before the first paint

        if not self._heard:
            self._heard = True
            self._answered.connect(self._on_answered, Qt.ConnectionType.QueuedConnection)
            self._progressed.connect(self._on_progressed, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._loop, name="kapjournal-worker", daemon=True)
        self._thread.start()

    def stop_long_work(self) -> None:
        """Ask whatever can be stopped to stop: who leaves does not wait for its end."""
        for job in self._jobs.values():
            job.cancel.cancel()

    def close(self) -> None:
        """Let the running work end and start no more."""
        with self._wakes:
            self._closing = True
            for number in self._waiting:
                del self._jobs[number]
            self._waiting.clear()
            self._wakes.notify()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _loop(self) -> None:
        while True:
            with self._wakes:
                while not self._waiting and not self._closing:
                    self._wakes.wait()
                if self._closing:
                    return
                number = self._waiting.popleft()
            self._answer(number)

    def _answer(self, number: int) -> None:
        try:
            self._answers.append((number, self._do(number), None))
        except BaseException as error:
            self._answers.append((number, None, error))
        # Not before nothing of the job or of its error is held here.
        self._answered.emit()

    def _do(self, number: int) -> object:
        job = self._jobs[number]
        return job.work(partial(self._tell, number)) if job.progress is not None else job.work()

    def _tell(self, number: int, share: float) -> bool:
        self._progressed.emit(number, share)
        return not self._jobs[number].cancel.wanted

    def _on_answered(self) -> None:
        number, result, error = self._answers.popleft()
        job = self._jobs.pop(number)
        self._unanswered -= 1
        if error is not None:
            self._on_raised(job, error)
        elif job.done is not None and _is_there(job.done):
            job.done(result)

    def _on_raised(self, job: _Job, error: BaseException) -> None:
        from kapjournal.errors import KapjournalError  # not before the first paint

        if job.failed is None:
            raise error
        if _is_there(job.failed):
            job.failed(error)
        elif not isinstance(error, KapjournalError):
            # A stop, or a passphrase that does not fit, concerned only who asked and has gone; a fault stays one.
            raise error

    def _on_progressed(self, number: int, share: float) -> None:
        job = self._jobs[number]
        if job.progress is not None and _is_there(job.progress):
            job.progress(share)


def _is_there(told: Callable[..., None]) -> bool:
    """Whether who is to be told still is: a page may be closed while its work goes on."""
    held = [cell.cell_contents for cell in getattr(told, "__closure__", None) or ()]
    return all(isValid(one) for one in (getattr(told, "__self__", None), *held) if isinstance(one, QObject))
