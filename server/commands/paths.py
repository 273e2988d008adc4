"""chainlight paths: a derivative as a sum over paths, and factored."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import Any

from engine import Graph
from engine.paths.labels import number
from engine.writing.phrases import Phrases
from server import wire
from server.commands import program, show
from server.commands.program import Asking, Unclear
from server.routes import paths
from server.schemas.paths import PathsRequest
from server.terminal import tell

HELP = "the paths from one node to another, largest first, and their sum"
MOST_NAMES = 2  # where they begin, and where they end
LONGEST = 9  # nodes of a path that are all named
LONGEST_FORMULA = 80  # characters


def declare(parser: ArgumentParser) -> None:
    program.declare(parser)
    parser.add_argument("--limit", type=int, default=50, help="how many paths to list (50)")
    parser.add_argument("--cursor", help="where the page before ended")


def run(options: Namespace) -> int:
    """Print the answer of /paths, or a table of the paths and what they add up to."""
    asking = program.asking(options, MOST_NAMES)
    if not asking.typed.names:
        raise Unclear("name the node where the paths begin, after the program")
    request = PathsRequest.model_validate(_body(asking, options))
    answer = paths.answer(request, asking.compute, asking.language)
    if options.json:
        show.as_json(answer)
    else:
        _show(asking, asking.compute.programs.graph(request.source), answer)
    return 0


def _body(asking: Asking, options: Namespace) -> dict[str, Any]:
    ends = dict(zip(("from", "to"), asking.typed.names, strict=False))
    source = _named(asking, ends.get("to", ""))
    rest = {"limit": options.limit, "cursor": options.cursor}
    return asking.request | ends | rest | {"source": source, "notation": "text"}


def _named(asking: Asking, name: str) -> str:
    """A bare expression may be given the name by which its end is asked for."""
    source = asking.typed.source.strip()
    graph = asking.compute.programs.graph(source)
    bare = "out" not in source and [binding.name for binding in graph.bindings] == ["out"]
    unknown = name.isidentifier() and name not in graph.ids
    return f"{name} = {source}" if bare and unknown else asking.typed.source


def _show(asking: Asking, graph: Graph, answer: dict[str, Any]) -> None:
    phrases = Phrases(graph)
    slope = phrases.derivative(answer["to"], answer["from"])
    listed = len(answer["items"])
    key = "one_path" if answer["count"] == "1" else "paths"
    key = "largest_paths" if answer["next_cursor"] and listed else key
    tell(show.word(key, asking.language, slope=slope, n=answer["count"], k=listed))
    if listed:
        tell(_table(asking, phrases, answer))
    tell("")
    for line in _formula(slope, answer):
        tell(line)
    tell(_work("work_of_paths", asking, answer["cost"]))
    short = answer["cost"]["without_ones"]
    if short is not None and short["listed"] != answer["cost"]["listed"]:
        tell(_work("work_without_ones", asking, short))
    show.notes(answer, asking.language)


def _work(key: str, asking: Asking, costs: dict[str, Any]) -> str:
    """Multiplications and additions, every path written out and factored."""
    listed, factored = costs["listed"], costs["factored"]
    return show.word(
        key,
        asking.language,
        m=listed["multiplications"],
        a=listed["additions"],
        fm=factored["multiplications"],
        fa=factored["additions"],
    )


def _table(asking: Asking, phrases: Phrases, answer: dict[str, Any]) -> str:
    rows = [[_route(phrases, item), _product(item)] for item in answer["items"]]
    if answer["sum"] is not None and answer["next_cursor"] is None:
        rows.append([show.word("sum_of_paths", asking.language), show.figures(answer["sum"])])
    heads = [show.word("path", asking.language), show.word("contribution", asking.language)]
    return show.grid(heads, rows, right=())


def _route(phrases: Phrases, item: dict[str, Any]) -> str:
    """`b → d → e`; a long way by its ends."""
    names = [phrases.name(node) for node in item["nodes"]]
    if len(names) > LONGEST:
        names = [*names[:4], "…", *names[-4:]]
    return " → ".join(names)


def _product(item: dict[str, Any]) -> str:
    """`1 · 3 = 3`; between tensors there is no single number."""
    if item["product"] is None:
        return "–"
    factors = [number(float(wire.read_value("", factor))) for factor in item["factors"]]
    product = show.figures(item["product"])
    if not 1 < len(factors) <= LONGEST:
        return product
    return f"{' · '.join(factors)} = {product}"


def _formula(slope: str, answer: dict[str, Any]) -> list[str]:
    """The factored form, line by line: in names while that is short, by the rules, in numbers."""
    found = answer["factored"]
    shown = []
    for line in found["lines"] or [{"name": slope} | found]:
        text = line["text"] if len(line["text"] or "") <= LONGEST_FORMULA else None
        value = show.figures(line["value"])
        numbers = line["numbers"] if text else line["slopes_numbers"]
        parts = (line["name"], text, line["slopes"], numbers, value)
        written = list(dict.fromkeys(part for part in parts if part))
        if len(written) > 1:
            shown.append(" = ".join(written))
    return shown
