"""chainlight health: the size of the gradient at every layer, and what that says.

With --sweep it looks at networks made for the purpose, one line each.
"""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from typing import Any

from engine.health.setups import choices
from engine.health.sweep import wished
from engine.health.table import of_rows
from server.commands import program, show
from server.compute import Compute
from server.gradient_health import findings, sweep
from server.routes import gradient_health
from server.schemas.gradient_health import HealthRequest
from server.settings import read_settings
from server.strict_json import NotStrict, read
from server.terminal import tell

HELP = "see where gradients vanish or explode"
HEADS = ("layer", "value_norm", "gradient_norm", "dead", "saturated")
NETWORK = ("at_the_input", "at_the_last", "update", "finding")


def declare(parser: ArgumentParser) -> None:
    program.declare(parser)
    parser.add_argument(
        "--sweep",
        nargs="+",
        type=_choice,
        metavar="FIELD=CHOICES",
        help="look at networks instead: depth=10,50 activation=relu,tanh seeds=3",
    )
    parser.add_argument("--csv", action="store_true", help="print a table for a spreadsheet")


def run(options: Namespace) -> int:
    """Print the answer of /gradient-health, or one line for each layer and each finding."""
    if options.sweep:
        return _sweep(options)
    asking = program.asking(options)
    asked = HealthRequest(**asking.request)
    if options.csv:
        tell(gradient_health.table(asked, asking.compute).rstrip("\r\n"))
        return 0
    answer = gradient_health.answer(asked, asking.compute, asking.language)
    if options.json:
        show.as_json(answer)
        return 0
    heads = [show.word(key, asking.language) for key in HEADS]
    lines = [_layer(layer) for layer in answer["layers"]]
    tell(show.grid(heads, lines, right=range(1, len(HEADS))))
    for found in answer["diagnoses"]:
        tell(f"{found['message']} {found['remedy']}")
    show.notes(answer, asking.language)
    return 0


def _layer(layer: dict[str, Any]) -> list[str]:
    numbers = (
        layer["value"]["norm"],
        layer["gradient"]["norm"],
        layer["dead"],
        layer["saturated"],
    )
    return [layer["name"], *map(show.figures, numbers)]


def _sweep(options: Namespace) -> int:
    """Every network in this process, one after the other."""
    compute = Compute(read_settings())
    asked = HealthRequest.model_validate({"sweep": dict(options.sweep)})
    found = sweep.wanted(asked, compute.limits)
    looked = [wished(each) for each in found]
    if options.csv:
        tell(of_rows(looked).rstrip("\r\n"))
        return 0
    rows = [findings.shown(k, each, options.lang) for k, each in enumerate(looked)]
    if options.json:
        show.as_json({"rows": rows, "choices": choices(), "kept": 0})
        return 0
    fields = [name for name in rows[0]["setup"] if name in _told(rows)]
    heads = [*fields, *(show.word(key, options.lang) for key in NETWORK)]
    lines = [_network(each, fields) for each in rows]
    tell(show.grid(heads, lines, right=range(len(fields), len(fields) + 3)))
    return 0


def _choice(text: str) -> tuple[str, Any]:
    """`depth=10,50` as a field and its choices."""
    name, equals, listed = text.partition("=")
    if not equals:
        raise ArgumentTypeError(f"{text}: write a field and its choices, as in depth=10,50")
    found = [_read(part) for part in listed.split(",")]
    return name, found[0] if len(found) == 1 else found


def _read(text: str) -> Any:
    """A number or a truth, as JSON has it; else a name."""
    try:
        return read(text.encode())
    except NotStrict:
        return text


def _told(rows: list[dict[str, Any]]) -> set[str]:
    """What differs between the networks, and what they are made of."""
    names = rows[0]["setup"]
    differing = {name for name in names if len({str(each["setup"][name]) for each in rows}) > 1}
    return differing | {"depth", "activation", "initializer"}


def _network(found: dict[str, Any], fields: list[str]) -> list[str]:
    ends = (found["gradients"][0], found["gradients"][-1], found["clipped"])
    codes = ", ".join(each["code"] for each in found["diagnoses"])
    return [*(str(found["setup"][name]) for name in fields), *map(show.figures, ends), codes]
