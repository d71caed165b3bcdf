"""Why the window does without Python's collector.

It runs in whichever thread allocates: in the worker's it would destroy parts of widgets there, and the process dies.
What is not in a circle goes at once all the same; what is goes with the process, which every lock replaces.
A start without it is shorter too, by a twentieth: most of what is loaded stays.
"""

from __future__ import annotations

import gc


def collect_nothing() -> None:
    """Leave circles of objects alone for as long as this process runs."""
    gc.disable()
