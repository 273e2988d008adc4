"""Ratios against other libraries, and growth with size: `python -m bench`.

The page is measured by commands of its own: `python -m bench.page`, `bench.big`, `bench.layout`,
and `bench.beside` for others' viewers of graphs.

One thread each: libraries read these variables when they are loaded, so they are set here, first.
"""

from __future__ import annotations

import os

THREADS = ("OMP", "OPENBLAS", "MKL", "VECLIB_MAXIMUM", "NUMEXPR")
os.environ |= {f"{name}_NUM_THREADS": "1" for name in THREADS}
os.environ["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"
