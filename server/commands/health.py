"""chainlight health: the size of the gradient at every layer, and what that says."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import Any

from server.commands import program, show
from server.routes import gradient_health
from server.schemas.gradient_health import HealthRequest
from server.terminal import tell

HELP = "see where gradients vanish or explode"
HEADS = ("layer", "value_norm", "gradient_norm", "dead", "saturated")
NUMBERS = range(1, len(HEADS))


def declare(parser: ArgumentParser) -> None:
    program.declare(parser)


def run(options: Namespace) -> int:
    """Print the answer of /gradient-health, or one line for each layer and each finding."""
    asking = program.asking(options)
    answer = gradient_health.answer(
        HealthRequest(**asking.request), asking.compute, asking.language
    )
    if options.json:
        show.as_json(answer)
        return 0
    heads = [show.word(key, asking.language) for key in HEADS]
    tell(show.grid(heads, [_row(layer) for layer in answer["layers"]], right=NUMBERS))
    for found in answer["diagnoses"]:
        tell(f"{found['message']} {found['remedy']}")
    show.notes(answer, asking.language)
    return 0


def _row(layer: dict[str, Any]) -> list[str]:
    numbers = (
        layer["value"]["norm"],
        layer["gradient"]["norm"],
        layer["dead"],
        layer["saturated"],
    )
    return [layer["name"], *map(show.figures, numbers)]
