"""Numbers that are written out: in rows for a program, as a table in LaTeX."""

from __future__ import annotations

from collections.abc import Iterable

from engine.node import Literals
from engine.writing.notation import number_latex, number_text


def bracketed(value: Literals) -> str:
    """Rows of numbers, nested as they are."""
    if isinstance(value, tuple):
        return f"[{', '.join(map(bracketed, value))}]"
    return number_text(value)


def tabled(value: Literals) -> str:
    """A vector as a column, rows of numbers as a matrix; anything deeper as a list of these."""
    if not isinstance(value, tuple):
        return number_latex(value)
    if any(isinstance(entry, tuple) and any(map(_is_row, entry)) for entry in value):
        return rf"\left[{', '.join(map(tabled, value))}\right]"
    return matrix(
        " & ".join(map(tabled, entry)) if isinstance(entry, tuple) else tabled(entry)
        for entry in value
    )


def listed(value: Literals) -> str:
    """The same where it is read again: a vector in one row between commas, which no matrix is."""
    if isinstance(value, tuple) and len(value) > 1 and not any(map(_is_row, value)):
        return rf"\left[{', '.join(map(tabled, value))}\right]"
    return tabled(value)


def _is_row(value: Literals) -> bool:
    return isinstance(value, tuple)


def matrix(rows: Iterable[str]) -> str:
    return rf"\begin{{bmatrix}}{NEXT_ROW.join(rows)}\end{{bmatrix}}"


NEXT_ROW = r" \\ "
