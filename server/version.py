"""The version, which stands in pyproject.toml and nowhere else."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version


def _installed() -> str:
    try:
        return version("chainlight")
    except PackageNotFoundError:
        return "0+checkout"  # run straight from its folder, without having been installed


VERSION = _installed()
