"""Compiled loops are kept on disk, in the user's cache folder: compiling them takes seconds."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from numba import njit
from numba.core import config

ENGINE = Path(__file__).parent.parent


def folder() -> Path:
    """Where this table's machine code is kept; another table gets another folder."""
    return _usual_folder() / "chainlight" / _digest()


def compiled(function: Callable[..., Any]) -> Any:
    """A function as machine code, compiled when it is first called, with IEEE arithmetic."""
    before, config.CACHE_DIR = config.CACHE_DIR, str(folder())
    try:
        made = njit(function, cache=True, nogil=True, error_model="numpy")
    except RuntimeError:  # nowhere to write: it is compiled once in each process then
        return njit(function, nogil=True, error_model="numpy")
    finally:
        config.CACHE_DIR = before
    _keep_if_there_is_room(made)
    return made


def _keep_if_there_is_room(made: Any) -> None:
    """A disk may fill later: the loops run all the same, and are compiled again the next time."""
    kept = made._cache  # numba has no other way to it
    save = kept.save_overload

    def try_to_save(*compiled: Any) -> None:
        with suppress(OSError):
            save(*compiled)

    kept.save_overload = try_to_save


def _usual_folder() -> Path:
    if os.environ.get("XDG_CACHE_HOME"):
        return Path(os.environ["XDG_CACHE_HOME"])
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", str(Path.home())))
    return Path.home() / ("Library/Caches" if sys.platform == "darwin" else ".cache")


def _digest() -> str:
    """Of everything that the machine code is made of: numba itself watches only the loops' file."""
    files = [*ENGINE.glob("ops/*.py"), *ENGINE.glob("machine/*.py"), ENGINE / "mathematics.py"]
    written = sha256()
    for file in sorted(files):
        written.update(file.read_bytes())
    return written.hexdigest()[:16]
