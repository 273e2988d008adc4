"""A derivative as a sum over paths: how many, the largest, their sum, and the factored form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from engine.cost import Cost, costs_of
from engine.derivatives import by_reverse
from engine.function import tape_of
from engine.graph import Graph
from engine.local import LARGEST_JACOBIAN
from engine.mathematics import Value
from engine.op import elements
from engine.paths.factoring import Factored, factor
from engine.paths.formulas import Writing
from engine.paths.links import Network, network
from engine.paths.matrix_form import MatrixForm
from engine.paths.path_cost import (
    Work,
    factored,
    factored_without_ones,
    listed,
    listed_without_ones,
    unfolded,
)
from engine.paths.ways import Extent, Path, extent, largest
from engine.tape import Record, Tape
from engine.values import Given, resolve

FEW = 50  # paths that are listed unless more are asked for


@dataclass(frozen=True)
class Paths:
    """Everything between two nodes; what takes work is found when it is asked for."""

    tape: Tape  # of the one derivative
    record: Record
    network: Network

    @cached_property
    def extent(self) -> Extent:
        return extent(self.network)

    @property
    def count(self) -> int:
        return self.extent.paths

    @cached_property
    def sum(self) -> Value | None:
        """The gradient itself, by a reverse sweep; none where a Jacobian would be too large."""
        (source,) = self.tape.wrt
        entries = elements(self.tape.shapes[source]) * elements(self.tape.shapes[self.tape.output])
        if self.tape.shapes[self.tape.output] and entries > LARGEST_JACOBIAN:
            return None
        return by_reverse(self.tape, self._heard(source))[source]

    def _heard(self, source: int) -> Record:
        """The record, without the cells of the fast loops where those go by: they cross only
        what some input moves, and paths may begin at a constant."""
        inputs = tuple(node.id for node in self.tape.graph.inputs)
        moves = source in inputs or self.tape.asked(self.tape.output, inputs).varies[source]
        return self.record if moves else self.record._replace(cells=None)

    def items(self, limit: int = FEW, skip: int = 0) -> list[Path]:
        """The largest by absolute product; the rest is never listed."""
        return list(islice(largest(self.network), skip, skip + limit))

    @cached_property
    def factored(self) -> Factored | None:
        return factor(self.network)

    @cached_property
    def of_numbers(self) -> bool:
        """Whether every link carries a single number, so that there are products at all."""
        return all(link.factor is not None for link in self.network.links)

    @cached_property
    def writing(self) -> Writing:
        return Writing(self.network)

    @cached_property
    def matrix_form(self) -> MatrixForm:
        return MatrixForm(self.network, self.tape.shapes)

    @property
    def costs(self) -> dict[str, Work]:
        """Every path written out, against the factored form."""
        short = unfolded(self.network) if self.factored is None else factored(self.factored)
        return {"listed": listed(self.extent), "factored": short}

    @property
    def costs_without_ones(self) -> dict[str, Work] | None:
        """The same without factors that are always 1, where the factored form is known."""
        if self.factored is None:
            return None
        is_one = self.writing.is_one
        return {
            "listed": listed_without_ones(self.network, is_one),
            "factored": factored_without_ones(self.factored, is_one),
        }

    @property
    def sweeps(self) -> Mapping[str, Cost]:
        """What the two modes take for this one derivative."""
        return costs_of(self.tape)


def paths(
    graph: Graph,
    values: Mapping[str, Given],
    source: str | int,
    target: str | int,
    folded: Iterable[int] = (),
) -> Paths:
    """The paths from one node to another; `folded` groups are passed in one stride."""
    known = resolve(graph, values)
    tape = tape_of(graph, known, output=target)
    return paths_on(tape, tape.forward(known), graph.find(source), folded)


def paths_on(tape: Tape, record: Record, source: int, folded: Iterable[int] = ()) -> Paths:
    """The same on a tape that has run, to its own output."""
    single = tape.asked(tape.output, (source,))
    return Paths(single, record, network(single, record, folded))
