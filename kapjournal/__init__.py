"""Kap Journal."""

import os

__version__ = "0.1.0"

# numpy's linear algebra, of which nothing is used here, would start a thread for each core as it is loaded, and have
# them spin on what the window or the pages are waiting for.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
