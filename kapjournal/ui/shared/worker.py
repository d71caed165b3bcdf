"""The one thread for work that would hold up the interface."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from functools import partial
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
    """Runs one piece of work after another in one background thread; answers arrive in the interface's thread."""

    _finished = Signal(object, object)
    _raised = Signal(object, object)
    _progressed = Signal(object, float)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: deque[_Job] = deque()
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
        with self._wakes:
            self._jobs.append(job)
            self._wakes.notify()
        return job.cancel

    def _begin(self) -> None:
        from PySide6.QtCore import Qt  # not before the first paint

        if not self._heard:
            self._heard = True
            self._finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)
            self._raised.connect(self._on_raised, Qt.ConnectionType.QueuedConnection)
            self._progressed.connect(self._on_progressed, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._loop, name="kapjournal-worker", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Let the running work end and start no more."""
        with self._wakes:
            self._closing = True
            self._jobs.clear()
            self._wakes.notify()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _loop(self) -> None:
        while True:
            with self._wakes:
                while not self._jobs and not self._closing:
                    self._wakes.wait()
                if self._closing:
                    return
                job = self._jobs.popleft()
            self._do(job)

    def _do(self, job: _Job) -> None:
        try:
            result = job.work(partial(self._tell, job)) if job.progress is not None else job.work()
        except BaseException as error:
            self._raised.emit(job, error)
        else:
            self._finished.emit(job, result)

    def _tell(self, job: _Job, share: float) -> bool:
        self._progressed.emit(job, share)
        return not job.cancel.wanted

    def _on_finished(self, job: _Job, result: object) -> None:
        self._unanswered -= 1
        if job.done is not None and _is_there(job.done):
            job.done(result)

    def _on_raised(self, job: _Job, error: BaseException) -> None:
        from kapjournal.errors import KapjournalError  # not before the first paint

        self._unanswered -= 1
        if job.failed is None:
            raise error
        if _is_there(job.failed):
            job.failed(error)
        elif not isinstance(error, KapjournalError):
            # A stop, or a passphrase that does not fit, concerned only who asked and has gone; a fault stays one.
            raise error

    def _on_progressed(self, job: _Job, share: float) -> None:
        if job.progress is not None and _is_there(job.progress):
            job.progress(share)


def _is_there(told: Callable[..., None]) -> bool:
    """Whether who is to be told still is: a page may be closed while its work goes on."""
    held = [cell.cell_contents for cell in getattr(told, "__closure__", None) or ()]
    return all(isValid(one) for one in (getattr(told, "__self__", None), *held) if isinstance(one, QObject))
