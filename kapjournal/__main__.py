"""python -m kapjournal."""

from __future__ import annotations

import sys

from kapjournal.main import main

if __name__ == "__main__":
    sys.exit(main())
