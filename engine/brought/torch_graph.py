"""A loss of PyTorch as a program: its record for the way back is walked, with values and gradients.

PyTorch itself is not needed here: the tensors that are handed over know all there is to know.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from engine.brought.program import Brought, Program, numbers, tried
from engine.brought.torch_steps import Row, row_of, saved
from engine.errors import BadValue
from engine.mathematics import Value

Step = Any  # a node of the record; PyTorch is not imported to say so


def from_torch(loss: Any, /, **named: Any) -> Brought:
    """The program that made a tensor: `from_torch(loss, w=w, x=x)` names its inputs.

    What has no counterpart becomes an input with the value that it had, and stands in `missing`.
    """
    if getattr(loss, "grad_fn", None) is None:
        raise BadValue("no_history")
    return _Walk(loss, named).brought()


def _worth(tensor: Any) -> Value:
    return numbers(tensor.detach().cpu())


class _Walk:
    """From the leaves to the loss."""

    def __init__(self, loss: Any, named: dict[str, Any]) -> None:
        self.loss, self.named = loss, named
        self.program = Program(named)
        self.texts: dict[Step, str] = {}
        self.steps = list(inputs_first(loss.grad_fn))
        self.kept = {loss.grad_fn: _worth(loss)} | dict(self._kept())
        self.leaves: dict[str, Any] = {}

    def brought(self) -> Brought:
        for step in self.steps:
            self.texts[step] = self._leaf(step) if hasattr(step, "variable") else self._line(step)
        slopes = {name: leaf.grad for name, leaf in self.leaves.items() if leaf.grad is not None}
        found = {name: _worth(slope) for name, slope in slopes.items()}
        return self.program.done(self.texts[self.loss.grad_fn], found)

    def _kept(self) -> Iterator[tuple[Step, Value]]:
        """What steps saved of their operands and results tells what those were worth."""
        for step in self.steps:
            row = row_of(step.name())
            if hasattr(saved(step, "result"), "detach"):
                yield step, _worth(saved(step, "result"))
            known = row.operands if row else ()
            for name, (operand, _) in zip(known, step.next_functions, strict=False):
                if operand is not None and hasattr(saved(step, name), "detach"):
                    yield operand, _worth(saved(step, name))

    def _leaf(self, step: Step) -> str:
        leaf = step.variable
        names = (name for name, tensor in self.named.items() if tensor is leaf)
        name = next(names, None) or self.program.fresh("x")
        self.leaves[name] = leaf
        return self.program.input(name, _worth(leaf))

    def _line(self, step: Step) -> str:
        row = row_of(step.name())
        operands = [] if row is None else self._operands(step, row)
        expression = None
        if row is not None and all(text is not None for text in operands):
            expression = row.says(step, *operands)
        bound = expression if expression in operands else tried(self.program, expression)
        return bound or self.program.give_up(step.name(), self.kept.get(step))

    def _operands(self, step: Step, row: Row) -> list[str | None]:
        """Each as a name or a number; None where nothing is left of it."""
        before = [operand for operand, _ in step.next_functions]
        if not row.operands:  # as many as there are
            return [self.texts.get(operand) for operand in before]
        before += [None] * (len(row.operands) - len(before))
        texts = [None if operand is None else self.texts[operand] for operand in before]
        return [
            self._constant(step, row, texts, which) if text is None else text
            for which, text in enumerate(texts)
        ]

    def _constant(self, step: Step, row: Row, texts: list[str | None], which: int) -> str | None:
        """An operand without a gradient: saved, or found from the value that was computed."""
        kept = saved(step, row.operands[which])
        if kept is not None:
            return self.program.constant(_worth(kept) if hasattr(kept, "detach") else float(kept))
        others = [text for at, text in enumerate(texts) if at != which]
        if row.lost is None or len(others) != 1 or step not in self.kept:
            return None
        other = self.program.worth.get(others[0] or "")
        return None if other is None else self._found(row, self.kept[step], other, which)

    def _found(self, row: Row, value: Value, other: Value, which: int) -> str:
        assert row.lost is not None
        return self.program.constant(numbers(row.lost(value, other, which)))


def inputs_first(end: Step) -> Iterator[Step]:
    """Every step after those it reads; however deep they nest."""
    waiting: list[tuple[Step, bool]] = [(end, False)]
    seen: set[Step] = set()
    while waiting:
        step, ready = waiting.pop()
        if ready:
            yield step
        elif step not in seen:
            seen.add(step)
            waiting.append((step, True))
            before = (operand for operand, _ in step.next_functions if operand is not None)
            waiting += [(operand, False) for operand in reversed(list(before))]
