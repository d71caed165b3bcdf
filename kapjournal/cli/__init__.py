"""The same journal from a terminal; `main` runs one command line. No command loads Qt except to open the window."""

from kapjournal.cli.program import main
from kapjournal.cli.windows import Windows

__all__ = ["Windows", "main"]
