"""The table of all nodes: value, gradient, and how the gradient of each input is confirmed."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from engine.phrases import Phrases
from server.commands import show
from server.commands.program import Asking

MOST_ROWS = 40  # nodes that are worth a line each; more are better read as JSON
NUMBERS = (2, 3)  # columns that end at the right
Run = dict[str, Any]


def node_table(asking: Asking, run: Run, gradients: dict[str, Any]) -> str:
    """One line for each node but the written constants."""
    nodes = [node for node in run["graph"]["nodes"] if node["kind"] != "constant"]
    phrases = Phrases(asking.compute.programs.graph(asking.typed.source))
    sums = _sums(asking, run)
    rows = [
        [
            phrases.name(node["id"]),
            _operation(asking, phrases, node),
            show.figures(run["values"][node["id"]]),
            _gradient(run, node, gradients),
            sums.get(node["id"], ""),
        ]
        for node in nodes[:MOST_ROWS]
    ]
    output = phrases.name(run["graph"]["output"])
    named = ("name", "op", "value")
    heads = [show.word(key, asking.language) for key in named] + [f"∂{output}/∂·", ""]
    found = show.grid(heads, rows, right=NUMBERS)
    left = len(nodes) - MOST_ROWS
    return f"{found}\n{show.word('more', asking.language, n=left)}" if left > 0 else found


def _operation(asking: Asking, phrases: Phrases, node: dict[str, Any]) -> str:
    if node["op"] is None:
        return show.word("input", asking.language)
    return phrases.formula(phrases.graph.nodes[node["id"]])


def _gradient(run: Run, node: dict[str, Any], gradients: dict[str, Any]) -> str:
    """An input's is the one that was asked for, in the mode that was asked for."""
    return show.figures(gradients.get(node["name"], run["gradients"][node["id"]]))


def _sums(asking: Asking, run: Run) -> dict[int, str]:
    """`= 3 (via d) + 2 (via c)`, for nodes whose gradient has several contributions."""
    arrived: dict[int, list[str]] = defaultdict(list)
    graph = run["graph"]
    for step in run["steps"]:
        if step["kind"] == "pull":
            target = graph["nodes"][graph["edges"][step["edge"]]["target"]]["name"]
            share = show.figures(step["contribution"])
            arrived[step["node"]].append(show.word("via", asking.language, v=share, x=target))
    return {node: "= " + " + ".join(shares) for node, shares in arrived.items() if len(shares) > 1}
