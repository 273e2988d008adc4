"""`python -m bench.layout`: our layout of small graphs beside that of Graphviz `dot`.

The same cards with the same room between them, from left to right, by the page's own code and by
`dot`, which has to be installed. With names of graphs, only these, and nothing is kept.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from math import exp, log
from pathlib import Path
from shutil import which
from signal import SIGKILL
from typing import Any, NamedTuple

import numpy as np

from bench.drawings import Count, Drawing, Points, counted, flattened
from bench.graphs import narrow, wide
from bench.rows import table
from engine import EngineError, Graph, parse
from engine.examples import EXAMPLES
from engine.lessons import lessons
from engine.shapes import outline
from server import wire
from tests.corpora import programs

HERE = Path(__file__).parent
RESULTS = HERE / "layout.md"
LEAST, MOST = 6, 300  # nodes
BANDS = ((6, 15), (16, 30), (31, 60), (61, 300))
RANDOM = (60, 100, 150, 200, 300)
HEAD = ("nodes", "graphs", "crossings", "dot", "in order", "over", "dot", "length", "area")
INCH = 72.0
PATIENCE = 15  # seconds of the processor for one graph
NOTE = """# Our layout beside that of Graphviz, as measured

One run of `python -m bench.layout`: {count} graphs of {least} to {most} nodes, each laid out flat,
from left to right, with the same cards and the same room between them, by the page's own layout
and by `dot` {version}. `dot` may turn any operands round. The page turns those of an operation that
commutes, as in `a + b`, and only where fewer edges cross then: in `a - b` the edge of `a` always
ends above that of `b`. *in order* is `dot` where it may turn none (`ordering=in`).

The set: the programs of the corpora, the gallery and the lessons, each graph once, and random ones
of {random} nodes. *Crossings* are pairs of edges that cross, *over* pairs of an edge and a card
under it, both summed over the graphs of a row. *Length* of all edges and *area* are ours to those
of `dot`, the geometric mean over these graphs: below 1 is better.

{table}

Left out, because `dot` did not end in {patience} s of the processor: {left} more.

Crossings, graph by graph: we have fewer than `dot` in {fewer}, as many in {same}, more in {more}.
"""


class Compared(NamedTuple):
    """One graph: ours, that of `dot`, and that of `dot` with operands in order."""

    name: str
    nodes: int
    ours: Count
    dot: Count
    ordered: Count


def standard() -> dict[str, Graph]:
    """Each graph of the set once, whatever it computes."""
    texts = [("corpus " + row["id"], row["program"]) for row in programs()]
    texts += [(f"gallery {each.id}", each.source) for each in EXAMPLES]
    for name, lesson in lessons().items():
        texts += [(f"lesson {name}/{on}", each.source) for on, each in lesson.programs.items()]
    graphs = [(name, graph) for name, text in texts for graph in _read(text)]
    for size in RANDOM:
        graphs += [(f"narrow {size}", narrow(size)), (f"wide {size}", wide(size))]
    alike = {_form(graph): (name, graph) for name, graph in reversed(graphs)}
    fits = [each for each in reversed(alike.values()) if LEAST <= len(each[1].nodes) <= MOST]
    return dict(fits)


def _read(text: str) -> Iterator[Graph]:
    try:
        yield parse(text)
    except EngineError:  # a corpus also has programs in other notations
        return


def _form(graph: Graph) -> tuple[Any, ...]:
    return tuple((node.kind, node.op) for node in graph.nodes), tuple(graph.edges)


def ours(graphs: Iterable[Graph]) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Each graph as the page has it, and where the page puts it."""
    asked = [wire.graph(graph, outline(graph, {})[0], graph.output) for graph in graphs]
    lines = "\n".join(json.dumps(each) for each in asked)
    found = _run(["node", str(HERE / "layout.mjs")], lines).splitlines()
    yield from zip(asked, map(json.loads, found), strict=True)


def by_dot(graph: dict[str, Any], found: dict[str, Any], *, ordered: bool) -> Drawing | None:
    """The same cards, laid out by `dot`."""
    text = _run(["dot", "-Tplain"], _in_dot(graph, found, ordered))
    if not text:
        return None
    boxes = np.zeros((len(graph["nodes"]), 4))
    curves: dict[tuple[int, int], list[Points]] = {}
    for kind, *words in map(str.split, text.splitlines()):
        if kind == "node":
            x, y, width, height = (float(word) * INCH for word in words[1:5])
            boxes[int(words[0])] = (x - width / 2, y - height / 2, width, height)
        if kind == "edge":
            points = np.array(words[3 : 3 + 2 * int(words[2])], dtype=float).reshape(-1, 2) * INCH
            cubics = [points[k : k + 4] for k in range(0, len(points) - 1, 3)]
            pair = (int(words[0]), int(words[1]))
            curves.setdefault(pair, []).append(flattened([each.tolist() for each in cubics]))
    ends = _ends(graph)
    return Drawing(boxes, ends, [curves[each].pop() for each in ends])


def _in_dot(graph: dict[str, Any], found: dict[str, Any], ordered: bool) -> str:
    between = found["between"]
    lines = [
        "digraph {",
        f"rankdir=LR; ranksep={between['columns'] / INCH}; nodesep={between['cards'] / INCH};",
        "ordering=in;" if ordered else "",
        'node [shape=box, fixedsize=true, label=""]; edge [dir=none, headport=w, tailport=e];',
    ]
    for node, size in zip(graph["nodes"], found["sizes"], strict=True):
        lines.append(
            f"{node['id']} [width={size['width'] / INCH}, height={size['height'] / INCH}];"
        )
    lines += [f"{source} -> {target};" for source, target in _ends(graph)]
    return "\n".join([*lines, "}"])


def _ends(graph: dict[str, Any]) -> list[tuple[int, int]]:
    return [(edge["source"], edge["target"]) for edge in graph["edges"]]


def _run(command: list[str], text: str) -> str:
    """What a program says; nothing where it has worked for too long."""
    limited = ["prlimit", f"--cpu={PATIENCE}", *command] if command[0] == "dot" else command
    done = subprocess.run(limited, input=text, capture_output=True, check=False, encoding="utf-8")
    return "" if done.returncode == -SIGKILL else done.stdout


def compared(graphs: dict[str, Graph]) -> Iterator[Compared]:
    for name, (graph, found) in zip(graphs, ours(graphs.values()), strict=True):
        curves = [flattened(each) for each in found["curves"]]
        own = Drawing(np.array(found["boxes"]), _ends(graph), curves)
        free, ordered = (by_dot(graph, found, ordered=way) for way in (False, True))
        if free is None or ordered is None:
            print(name, len(graph["nodes"]), "is too much for dot", flush=True)
            continue
        yield Compared(name, len(graph["nodes"]), *map(counted, (own, free, ordered)))


def _table(found: Sequence[Compared]) -> str:
    bands = {
        f"{low} to {high}": [each for each in found if low <= each.nodes <= high]
        for low, high in (*BANDS, (LEAST, MOST))
    }
    return table(HEAD, [[band, *_cells(some)] for band, some in bands.items() if some])


def _cells(some: Sequence[Compared]) -> list[str]:
    crossings = [
        sum(count.crossings for count in way) for way in zip(*(e[2:] for e in some), strict=True)
    ]
    over = [sum(each.ours.over for each in some), sum(each.dot.over for each in some)]
    length = _mean([each.ours.length / each.dot.length for each in some])
    area = _mean([each.ours.area / each.dot.area for each in some])
    return [str(len(some)), *map(str, crossings + over), f"{length:.2f}", f"{area:.2f}"]


def _mean(ratios: Sequence[float]) -> float:
    return exp(sum(map(log, ratios)) / len(ratios))


def report(found: Sequence[Compared], left: int) -> str:
    less = [each.ours.crossings - each.dot.crossings for each in found]
    asked = [which("dot") or "dot", "-V"]
    told = subprocess.run(asked, capture_output=True, check=True, encoding="utf-8").stderr
    return NOTE.format(
        count=len(found),
        least=LEAST,
        most=MOST,
        patience=PATIENCE,
        left=left,
        version=told.split()[-2],
        random=", ".join(map(str, RANDOM)),
        table=_table(found),
        fewer=sum(each < 0 for each in less),
        same=less.count(0),
        more=sum(each > 0 for each in less),
    )


def main(wanted: list[str]) -> None:
    graphs = {name: graph for name, graph in standard().items() if not wanted or name in wanted}
    found = []
    for each in compared(graphs):
        print(each.name, each.nodes, each.ours[:2], each.dot[:2], each.ordered[:2], flush=True)
        found.append(each)
    text = report(found, len(graphs) - len(found))
    print(text)
    if not wanted:
        RESULTS.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
