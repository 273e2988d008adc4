"""The web face of Chainlight: it knows HTTP and decides nothing about mathematics."""

import os

# Before numpy is loaded, here and in every process that is started: a matrix is computed by one
# thread. Several would wait for one another on cores that other requests keep busy, and waiting
# takes fifty times as long as the product itself.
for _name in ("OPENBLAS_NUM", "MKL_NUM", "OMP_NUM", "VECLIB_MAXIMUM"):
    os.environ.setdefault(f"{_name}_THREADS", "1")
