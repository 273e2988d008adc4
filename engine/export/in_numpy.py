"""NumPy alone: the program forward and backward, every line written out, and its own proof."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

import numpy as np

from engine.export import file
from engine.export.file import Part
from engine.export.forward import Dialect, Forward
from engine.export.identifiers import Identifiers
from engine.export.lines import Lines
from engine.export.literals import literal
from engine.export.shown import Shown
from engine.export.written import Written, named, worth_of, writing
from engine.mathematics import Value
from engine.node import Node
from engine.op import Op, unbroadcast
from engine.ops import row_of
from engine.tape import Crossing

DIALECT = Dialect(
    library="numpy",
    imports=("import math", "from math import inf, nan", "", "import numpy as np"),
    number="np.float64({})",
    tensor="np.array({})",
    takes_numbers=lambda row: row.rule is not None,
)
CHECK = [
    "def check(name, found, shown):",
    "    agrees = np.allclose(found, shown, rtol=1e-12, atol=1e-12, equal_nan=True)",
    "    assert agrees and np.shape(found) == np.shape(shown), (name, found, shown)",
    "    print(name, '=', found)",
]
# NumPy has no error function; Python's own is called entry by entry
LACKING = {name: f"{name} = np.vectorize(math.{name}, otypes=[float])" for name in ("erf", "erfc")}


def numpy_file(shown: Shown) -> str:
    """The file as text."""
    return file.joined(file.opening(shown, "NumPy"), parts(shown))


def parts(shown: Shown) -> list[Part]:
    """The file under its headings; a notebook has a cell for each."""
    names = Identifiers(shown.tape.graph)
    forward = Forward(shown, names, DIALECT)
    backward = Backward(shown, names, forward)
    back = list(backward.lines()) if shown.differentiated else []
    output = names.of[shown.tape.output]
    found = {name: backward.gradient(node) for name, (node, _) in shown.gradients().items()}
    extra = [line for name, line in LACKING.items() if any(f"{name}(" in each for each in back)]
    quiet = ["np.seterr(all='ignore')  # inf and nan are answers here, not accidents"]
    return [
        file.headed(shown, "code_imports", [*DIALECT.imports, "", *quiet, *extra]),
        file.headed(shown, "code_inputs", forward.inputs()),
        file.headed(shown, "code_forward", forward.lines()),
        file.headed(shown, "code_backward", back, y=shown.output),
        file.headed(
            shown, "code_checks", [*CHECK, "", *file.checks(shown, output, found, ours=True)]
        ),
    ]


class Backward:
    """The reverse sweep, written out: what every gradient hands to those before it."""

    def __init__(self, shown: Shown, names: Identifiers, forward: Forward) -> None:
        self.shown, self.names, self.forward = shown, names, forward
        self.gradients: dict[int, str] = {}

    def lines(self) -> Iterator[str]:
        yield f"{self._name(self.shown.tape.output)} = np.float64(1.0)"
        told: set[str] = set()
        for target, crossings in groupby(self.shown.tape.pulls, attrgetter("target")):
            yield ""
            yield from self._comment(target, told)
            yield from self._pulled(target, list(crossings))

    def gradient(self, node: int) -> str:
        """The text that a gradient is found by; 0 where none arrived."""
        return self.gradients.get(node) or f"np.zeros({self.shown.tape.shapes[node]})"

    def _comment(self, target: int, told: set[str]) -> Iterator[str]:
        """The line it goes back through, and for each operation once how a nudge travels."""
        node = self.shown.tape.graph.nodes[target]
        row = row_of(node)
        yield file.comment(self.forward.line(node))
        if row.name not in told:
            told.add(row.name)
            yield file.comment(row.words.in_language(self.shown.language))

    def _pulled(self, target: int, crossings: list[Crossing]) -> Iterator[str]:
        lines = Lines(self.names.fresh)
        with np.errstate(all="ignore"):
            shares = self._shares(target, crossings, lines)
        texts = lines.texts([self._total(*each) for each in zip(crossings, shares, strict=True)])
        yield from lines.lines
        for crossing, text in zip(crossings, texts, strict=True):
            yield f"{self._name(crossing.source)} = {text}"

    def _shares(self, target: int, crossings: list[Crossing], lines: Lines) -> list[Written]:
        """What each input gets, by the rule of the table."""
        node, tape = self.shown.tape.graph.nodes[target], self.shown.tape
        row, out = row_of(node), self._variable(target)
        xs = [self._operand(node, source) for source in node.inputs]
        arriving = named(self._name(target), self._gradient_of(target))
        if row.whole is not None:
            settings = dict(node.settings)
            pulled = [row.whole.pull(c.port, arriving, out, *xs, **settings) for c in crossings]
        else:
            pulled = self._elementwise(row, arriving, xs, crossings, lines)
        return [
            unbroadcast(_written(share), tape.shapes[crossing.source])
            for crossing, share in zip(crossings, pulled, strict=True)
        ]

    def _elementwise(
        self,
        row: Op,
        arriving: Written,
        xs: list[Value],
        crossings: list[Crossing],
        lines: Lines,
    ) -> list[Value]:
        assert row.rule is not None
        out, *partials = row.rule(writing, *xs)
        if isinstance(out, Written) and len(out.parts) > 1:  # tanh's slope is 1 - out * out
            lines.name(out, self.names.of[crossings[0].target])
        return [_product(arriving, partials[each.port], stops=row.stops) for each in crossings]

    def _operand(self, node: Node, source: int) -> Value:
        """A variable, or a number that stands in the line itself."""
        if self.forward.inline(node, source):
            return np.float64(self.shown.run.values[source])
        return self._variable(source)

    def _variable(self, node: int) -> Written:
        return named(self.names.of[node], self.shown.run.values[node])

    def _gradient_of(self, node: int) -> Value:
        return self.shown.run.gradients[node]

    def _total(self, crossing: Crossing, share: Written) -> Written:
        """What has arrived before, and this."""
        node = crossing.source
        before = self.gradients.get(node)
        self._name(node)
        if before is None:
            return share
        total: Written = named(before, np.zeros(self.shown.tape.shapes[node])) + share
        return total

    def _name(self, node: int) -> str:
        if node not in self.gradients:
            self.gradients[node] = self.names.gradient(node)
        return self.gradients[node]


def _product(arriving: Written, partial: Value, *, stops: bool) -> Value:
    """Gradient times local derivative; where a gate is shut, infinity does not pass either."""
    finite = np.all(np.isfinite(arriving.worth)) and np.all(np.isfinite(worth_of(partial)))
    if stops and not finite:
        return np.where(np.equal(partial, 0.0), 0.0, arriving * partial)
    return arriving * partial


def _written(share: Value) -> Written:
    """A share that no variable had a part in is a plain number."""
    return share if isinstance(share, Written) else Written(share, (literal(share),))
