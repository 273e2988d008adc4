"""Columns of letters that line up, in Chinese too."""

from __future__ import annotations

from unicodedata import combining, east_asian_width


def width(text: str) -> int:
    """How many columns a text takes: Chinese characters take two, accents none."""
    return sum(
        0 if combining(character) else 2 if east_asian_width(character) in "WF" else 1
        for character in text
    )


def pad(text: str, columns: int, *, right: bool = False) -> str:
    """The text and as many spaces as it lacks, before it if it is to end at the right."""
    spaces = " " * (columns - width(text))
    return spaces + text if right else text + spaces
