"""No way out: what the filter refuses and lets through, and that nothing is loaded that could ask."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
from types import SimpleNamespace

import pytest

FAMILIES = """
import json, socket, subprocess, sys
from kapjournal.network_guard import guard_network
guarded = guard_network() if {guarded} else False
outcome = {{}}
for name, kind in (("INET", "DGRAM"), ("INET", "STREAM"), ("INET6", "STREAM"), ("PACKET", "RAW"), ("UNIX", "STREAM")):
    try:
        socket.socket(getattr(socket, "AF_" + name), getattr(socket, "SOCK_" + kind)).close()
        outcome[name + " " + kind] = 0
    except OSError as error:
        outcome[name + " " + kind] = error.errno
socket.socketpair()
child = subprocess.run([sys.executable, "-c", "import socket; socket.socket()"], stderr=subprocess.PIPE)
outcome["child"] = child.returncode
outcome["guarded"] = guarded
print(json.dumps(outcome))
"""
EACCES = 13

only_where_known = pytest.mark.skipif(
    sys.platform != "linux" or platform.machine() not in {"x86_64", "aarch64"},
    reason="no filter is made here",
)


def _outcome(*, guarded: bool) -> dict[str, int]:
    done = subprocess.run(
        [sys.executable, "-c", FAMILIES.format(guarded=guarded)], capture_output=True, text=True, check=True
    )
    found: dict[str, int] = json.loads(done.stdout)
    return found


@only_where_known
def test_sockets_that_lead_out_are_refused_and_local_ones_are_not() -> None:
    outcome = _outcome(guarded=True)
    assert outcome.pop("guarded")
    assert outcome.pop("UNIX STREAM") == 0
    assert outcome.pop("child") == 1, "what the program starts has no way out either"
    assert set(outcome.values()) == {EACCES}


@only_where_known
def test_without_the_filter_they_are_not_refused() -> None:
    outcome = _outcome(guarded=False)
    assert outcome["INET STREAM"] == outcome["INET DGRAM"] == outcome["child"] == 0


def test_elsewhere_nothing_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    from kapjournal.network_guard import guard_network

    monkeypatch.setattr(os, "uname", lambda: SimpleNamespace(machine="riscv64"), raising=False)
    assert guard_network() is False


LOADED = """
import sys
import importlib, pkgutil, kapjournal
for module in pkgutil.walk_packages(kapjournal.__path__, "kapjournal."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
ours = [name for name in sys.modules if name.startswith("PySide6.")]
others = {"requests", "urllib3", "httpx", "aiohttp", "ftplib", "smtplib"} & set(sys.modules)
print(*ours, *others)
"""


def test_no_part_of_the_program_loads_what_could_reach_out() -> None:
    done = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "PySide6.QtWidgets" in loaded, "the control: what is loaded is seen"
    allowed = {"QtCore", "QtGui", "QtWidgets", "QtDBus", "QtSvg", "QtPrintSupport", "support"}
    qt = {name.split(".")[1] for name in loaded if name.startswith("PySide6.")}
    assert qt - allowed - {"_config", "_git_pyside_version"} == set()
    assert {name for name in loaded if not name.startswith("PySide6.")} == set()
