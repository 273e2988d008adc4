"""The whole derivation to read: as Markdown step by step, and as aligned equations of LaTeX."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, islice

from engine.export import escape
from engine.export.cards import small
from engine.export.frame import frames
from engine.export.shown import Shown
from engine.trace import Step
from engine.words import say


def markdown(shown: Shown) -> str:
    """The program, its numbers as a table, and every step as a sentence."""
    parts = [
        f"# {say('text_title', shown.language, {})}",
        escape.fenced(shown.source),
        "\n".join(_table(shown)),
        *_steps(shown),
    ]
    return "\n\n".join(parts) + "\n"


def _table(shown: Shown) -> Iterator[str]:
    words = (say(f"text_{key}", shown.language, {}) for key in ("node", "value", "gradient"))
    yield f"| {' | '.join(words)} |"
    yield "|---|---:|---:|"
    (frame,) = frames(shown, shown.step)
    for node, view in zip(shown.tape.graph.nodes, frame.nodes, strict=True):
        if node.kind != "constant":
            cells = (shown.phrases.name(node.id), small(view.value), small(view.gradient))
            yield f"| {' | '.join(map(escape.markdown, cells))} |"


def _steps(shown: Shown) -> Iterator[str]:
    """A list under a heading for each sweep; it goes as far as the step that is shown."""
    done = islice(zip(shown.run.steps, shown.sentences(), strict=True), shown.step)
    for phase, told in groupby(done, key=_phase):
        yield f"## {say(f'text_{phase}', shown.language, {})}"
        yield "\n".join(f"{step.number}. {escape.markdown(sentence)}" for step, sentence in told)


def _phase(told: tuple[Step, str]) -> str:
    return told[0].phase
