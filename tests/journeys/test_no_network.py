"""A tour of the whole window under strace: not one socket leads out; three programs show that one would be seen."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.journeys.conftest import Person

LEADS_OUT = re.compile(r"\bAF_INET6?\b|\bAF_PACKET\b")
LOCAL = re.compile(r"\bAF_UNIX\b")
PAGES = {
    "Journal": "Search every word",
    "Sessions": "The course",
    "Integrate": "Find a prompt",
    "Trends": "Own dates",
    "Share": "Save PDF",
    "Support": "Copy 999",
    "Settings": "Text size",
    "Today": "How are you now?",
}
"""Each page, and what is there once it is."""

CONTROLS = {
    "a socket of Python": "import socket; socket.socket().close()",
    "a socket of Qt": (
        "from PySide6.QtCore import QCoreApplication, QTimer\n"
        "from PySide6.QtNetwork import QTcpSocket\n"
        "app = QCoreApplication([])\n"
        "socket = QTcpSocket(); socket.errorOccurred.connect(app.quit)\n"
        "socket.connectToHost('127.0.0.1', 9)\n"
        "QTimer.singleShot(30_000, app.quit); app.exec()"
    ),
    "a program that it starts": (
        "import subprocess, sys; subprocess.run([sys.executable, '-c', 'import socket; socket.socket()'])"
    ),
}


def traced_command(log: Path) -> list[str]:
    """What to put before a command so that each socket which is made, bound or connected is written down."""
    # -D: the program itself keeps the process number that the display knows it by; --seccomp-bpf: it is stopped at
    # these calls only. What is sent and received is not looked at: nothing goes out without a socket made before.
    calls = "trace=socket,connect,bind"
    return ["strace", "-D", "-f", "--seccomp-bpf", "-e", calls, "-o", str(log)]


def assert_nothing_led_out(log: Path) -> None:
    """Local sockets were seen, which shows that it was traced, and none that leads out."""
    calls = log.read_text()
    assert LOCAL.search(calls)
    assert [line for line in calls.splitlines() if LEADS_OUT.search(line)] == []


@pytest.mark.parametrize("name", CONTROLS)
def test_a_socket_that_leads_out_would_be_seen(traced: Path, name: str) -> None:
    subprocess.run([*traced_command(traced), sys.executable, "-c", CONTROLS[name]], check=False, timeout=60)
    assert LEADS_OUT.search(traced.read_text())


def test_a_tour_of_the_window_opens_none(traced: Path, person: Person) -> None:
    person.open_sample(traced_command(traced))
    for page, there in PAGES.items():
        person.click(page)
        person.wait(there)
    person.key("ctrl+n")
    person.wait("Feelings", within=20)
    person.key("Escape")
    person.key("ctrl+r")
    person.wait("Text", within=20, of_role="text")
    person.key("ctrl+k")
    person.wait("Find any action", within=20)
    person.key("Escape", "ctrl+l")
    person.pause(3)
    assert_nothing_led_out(traced)
