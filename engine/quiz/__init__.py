"""A question about any place of any program; the truth is what the engine computes there."""

from __future__ import annotations

from engine.quiz.asking import ask
from engine.quiz.judging import Verdict, choices, explanation, hint, judge, prompt
from engine.quiz.kinds import KINDS
from engine.quiz.question import HINTS, Question
from engine.quiz.reroll import reroll
from engine.quiz.scene import Scene

__all__ = [
    "HINTS",
    "KINDS",
    "Question",
    "Scene",
    "Verdict",
    "ask",
    "choices",
    "explanation",
    "hint",
    "judge",
    "prompt",
    "reroll",
]
