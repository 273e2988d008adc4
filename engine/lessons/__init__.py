"""The lessons: thirteen files in texts/, each with its programs, its states and its questions."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from engine.lessons.glossary import GLOSSARY, Term
from engine.lessons.lesson import Block, Lesson
from engine.lessons.numbers import filled
from engine.lessons.reader import read
from engine.lessons.runs import Run, plain, runs

TEXTS = Path(__file__).parent / "texts"

__all__ = ["GLOSSARY", "Block", "Lesson", "Run", "Term", "filled", "lessons", "plain", "runs"]


@cache
def lessons() -> dict[str, Lesson]:
    """All lessons in their order, by name."""
    found = (read(file) for file in sorted(TEXTS.glob("*.md")))
    return {lesson.id: lesson for lesson in found}
