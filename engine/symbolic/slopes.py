"""The derivative on an edge as the rule says it, in the names of the operands, as text.

Between c*d and c stands d; between x^2 and x stands 2*x. The rule itself comes from the table.
"""

from __future__ import annotations

from functools import partial

from engine.graph import Graph
from engine.ops import row_of
from engine.parse.ranks import COMPARES
from engine.symbolic.rules import constants_of, letters, partial_graph
from engine.writing.formula import text_with
from engine.writing.notation import ATOM, Written
from engine.writing.phrases import Phrases

LONGEST = 24  # characters of a rule; a longer one is written f′(x)


def slope(graph: Graph, edge: int) -> Written | None:
    """The rule of one edge; none where sympy cannot say it."""
    _, _, target, port = graph.edges[edge]
    node = graph.nodes[target]
    rule = partial_graph(node.op or "", port, constants_of(graph, target))
    if rule is None:
        return None
    if len(rule.source.text) > LONGEST:
        among = ", ".join(map(Phrases(graph).name, node.inputs))
        return Written(f"{node.op}′({among})", ATOM)
    leaves = letters(rule, row_of(node), node.inputs, partial(_shown, graph))
    return text_with(rule, rule.output, leaves)


def _shown(graph: Graph, node: int) -> Written:
    """A node by its name; what has none is text that may need brackets."""
    phrases = Phrases(graph)
    name = phrases.name(node)
    return Written(name, ATOM if phrases.bracketed(node) == name else COMPARES)
