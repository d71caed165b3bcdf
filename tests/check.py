"""Runs everything that must hold: formatting, lint, types, import contracts, tests. Exit 0 when all of it does.

A process of the tests that dies of itself (not a test that fails) ends them at once with its stack; they are then run
once more, and the death is told beside what came of that. A second death counts.

python tests/check.py            everything
python tests/check.py ui/today   everything, with the tests of one folder only
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
A_PROCESS_DIED = 70
"""What pytest's conftest ends with where a process of the tests died."""
BIN = Path(sys.executable).parent
WORKERS = max(1, min(4, os.cpu_count() or 1))


def steps(places: list[str]) -> list[tuple[str, list[str]]]:
    """Name and command of each step."""
    return [
        ("format", [str(BIN / "ruff"), "format", "--check", "--quiet", "."]),
        ("lint", [str(BIN / "ruff"), "check", "--quiet", "."]),
        ("types", [str(BIN / "mypy"), "--no-error-summary"]),
        ("imports", [str(BIN / "lint-imports"), "--no-cache"]),
        (
            "tests",
            [
                str(BIN / "python"),
                "-m",
                "pytest",
                "-n",
                str(WORKERS),
                "--dist",
                "loadfile",
                "--no-loadscope-reorder",  # journeys are long: before the many short tests of the window
                # WORKAROUND: pytest-xdist 3.8 waits without end once it has replaced a process that died.
                "--max-worker-restart=0",
                *(f"tests/{place}" for place in places),
            ],
        ),
    ]


def main(places: list[str]) -> int:
    """Run each step, go on past a failed one, and say what held."""
    subprocess.run([str(ROOT / "tests" / "on-screen"), "--install"], check=False)
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}
    failed = []
    for name, command in steps(places):
        began = time.monotonic()
        code = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
        if code == A_PROCESS_DIED:
            print(f"{name}: a process died after {time.monotonic() - began:.0f} s; once more", flush=True)
            code = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
        print(
            f"{name}: {'holds' if code == 0 else 'does not hold'} ({time.monotonic() - began:.0f} s)",
            flush=True,
        )
        if code:
            failed.append(name)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
