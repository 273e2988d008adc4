"""What is exported: a run of a program, the step it stands at, and how it is to look."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

from engine.explain import Narration
from engine.export.palette import PRINT
from engine.mathematics import Value
from engine.tape import Tape
from engine.trace import Phase, Trace, trace_tape
from engine.words import Language
from engine.writing.phrases import Phrases

Theme = Literal["light", "dark", "print"]
# with its sign, not inside of a name
NUMBER = re.compile(
    r"(?<![A-Za-z0-9_.\u0370-\u03ff])[-−]?(?:\d[\d.]*(?:e[+-]?\d+)?|inf|nan|∞)(?![A-Za-z_])"
)


@dataclass(frozen=True, kw_only=True)
class Shown:
    """What the page shows: everything an export needs."""

    run: Trace
    known: Mapping[str, Value]  # the value of every input
    step: int  # how many steps are done
    language: Language = "en"
    theme: Theme = "light"
    scale: float = 1.0
    colours: Mapping[str, str] = field(default_factory=lambda: PRINT)  # and fonts, by meaning
    state: str = ""  # what the page needs to open a picture again
    blanks: bool = False  # a handout: numbers that were computed are to be written in by hand

    @property
    def tape(self) -> Tape:
        return self.run.tape

    @property
    def source(self) -> str:
        """The program as it was typed."""
        return self.tape.graph.source.text

    @cached_property
    def phrases(self) -> Phrases:
        return Phrases(self.tape.graph)

    @cached_property
    def output(self) -> str:
        return self.phrases.name(self.tape.output)

    @property
    def differentiated(self) -> bool:
        """Is there a gradient to show at all?"""
        return self.run.gradients[self.tape.output] is not None

    def sentences(self) -> Iterator[str]:
        """Every step in words, from the first to the last."""
        narration = Narration(self.run, self.language)
        for step in self.run.steps:
            told = narration.sentence(step)
            yield told if step.kind == "input" or not self.blanks else blanked(told)

    def gradients(self) -> dict[str, tuple[int, Value]]:
        """The inputs that gradients are asked for, by name: node and gradient."""
        found = ((node, self.run.gradients[node]) for node in self.tape.wrt)
        names = self.tape.graph.names
        return {names[node]: (node, value) for node, value in found if value is not None}


def shown(
    tape: Tape, known: Mapping[str, Value], *, step: int | None = None, **looks: Any
) -> Shown:
    """Run a program for an export; an output with several entries has values and no gradients."""
    tensor = bool(tape.shapes[tape.output])
    modes: tuple[Phase, ...] = ("forward",) if tensor else ("forward", "reverse")
    run = trace_tape(tape, known, modes)
    last = len(run.steps)
    done = last if step is None else max(0, min(step, last))
    return Shown(run=run, known=known, step=done, **looks)


def blanked(sentence: str) -> str:
    """A sentence whose numbers are to be found out; the digits of a name stay."""
    return NUMBER.sub("___", sentence)
