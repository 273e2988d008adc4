"""The table of all nodes: value, gradient, formula, and what the gradient is the sum of."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import Any

from engine.errors import TooCostly
from engine.writing.phrases import Phrases
from server.commands import show
from server.commands.program import Asking
from server.routes import check, symbolic
from server.schemas.check import CheckRequest
from server.schemas.symbolic import SymbolicRequest

MOST_ROWS = 40  # nodes that are worth a line each; more are better read as JSON
NUMBERS = (2, 3)  # columns that end at the right


class NodeTable:
    """One line for each node but the written constants."""

    def __init__(self, asking: Asking, run: dict[str, Any], gradients: dict[str, Any]) -> None:
        self.asking = asking
        self.run = run
        self.gradients = gradients
        self.phrases = Phrases(asking.compute.programs.graph(asking.typed.source))

    def __str__(self) -> str:
        nodes = [node for node in self.run["graph"]["nodes"] if node["kind"] != "constant"]
        rows = [self._row(node) for node in nodes[:MOST_ROWS]]
        found = show.grid(self._heads(), rows, right=NUMBERS)
        left = len(nodes) - MOST_ROWS
        return f"{found}\n{self._word('more', n=left)}" if left > 0 else found

    def _heads(self) -> list[str]:
        output = self.phrases.name(self.run["graph"]["output"])
        name, op, value, *rest = map(self._word, ("name", "op", "value", "formula", "check"))
        return [name, op, value, f"∂{output}/∂·", *rest, ""]

    def _row(self, node: dict[str, Any]) -> list[str]:
        number = node["id"]
        return [
            self.phrases.name(number),
            self._operation(node),
            show.figures(self.run["values"][number]),
            # an input's is the one that was asked for, in the mode that was asked for
            show.figures(self.gradients.get(node["name"], self.run["gradients"][number])),
            *(("", "") if node["op"] else self._proof(node["name"])),
            self._sums.get(number, ""),
        ]

    def _operation(self, node: dict[str, Any]) -> str:
        if node["op"] is None:
            return self._word("input")
        return self.phrases.formula(self.phrases.graph.nodes[node["id"]])

    def _proof(self, name: str) -> tuple[str, str]:
        """An input's gradient as a formula, and whether four ways agree on its number."""
        return self._formulas.get(name, ""), self._verdicts.get(name, "")

    @cached_property
    def _verdicts(self) -> dict[str, str]:
        request = CheckRequest(**self.asking.request)
        try:
            found = check.answer(request, self.asking.compute, self.asking.language)
        except TooCostly:  # a check takes many times the work of the gradients themselves
            return {}
        return {name: "✓" if entry["agree"] else "✗" for name, entry in found["inputs"].items()}

    @cached_property
    def _formulas(self) -> dict[str, str]:
        """The closed form of each input's gradient, where there is one."""
        request = SymbolicRequest(**self.asking.request, form="as_typed")
        found = symbolic.answer(request, self.asking.compute, self.asking.language)
        return {name: form["text"] for name, form in found["derivatives"].items() if form}

    @cached_property
    def _sums(self) -> dict[int, str]:
        """`= 3 (via d) + 2 (via c)`, for nodes whose gradient has several contributions."""
        arrived: dict[int, list[str]] = defaultdict(list)
        edges = self.run["graph"]["edges"]
        for step in self.run["steps"]:
            if step["kind"] == "pull":
                target = self.phrases.name(edges[step["edge"]]["target"])
                share = self._word("via", v=show.figures(step["contribution"]), x=target)
                arrived[step["node"]].append(share)
        return {node: "= " + " + ".join(each) for node, each in arrived.items() if len(each) > 1}

    def _word(self, key: str, **fields: object) -> str:
        return show.word(key, self.asking.language, **fields)
