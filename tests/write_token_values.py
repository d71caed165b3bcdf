"""Writes the values of resources/design/tokens.toml as Python, which is loaded without being parsed again.

For whoever changes the design: python tests/write_token_values.py
"""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path
from pprint import pformat

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "resources" / "design" / "tokens.toml"
TARGET = ROOT / "kapjournal" / "token_values.py"
HEAD = '''"""The design's values, written by tests/write_token_values.py from tokens.toml: change that one."""

from __future__ import annotations

from typing import Any, Final

VALUES: Final[dict[str, Any]] = '''


def read_source() -> dict[str, object]:
    """The values as the one source has them."""
    return tomllib.loads(SOURCE.read_text("utf-8"))


if __name__ == "__main__":
    TARGET.write_text(HEAD + pformat(read_source(), sort_dicts=False, width=100) + "\n", "utf-8")
    subprocess.run([sys.executable, "-m", "ruff", "format", "--quiet", str(TARGET)], check=True)
