"""Comma-separated values as every spreadsheet reads them, whatever stands in a cell."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO


def separated(heads: Sequence[str], lines: Iterable[Sequence[object]]) -> str:
    kept = StringIO(newline="")
    rows = csv.writer(kept)
    rows.writerow(heads)
    rows.writerows(lines)
    return kept.getvalue()
