"""PyTorch: the program forward, its gradients by autograd, and what they must be."""

from __future__ import annotations

from engine.export import file
from engine.export.file import Part
from engine.export.forward import Dialect, Forward
from engine.export.identifiers import Identifiers
from engine.export.shown import Shown

DIALECT = Dialect(
    library="torch",
    imports=(
        "import math",
        "from math import inf, nan",
        "",
        "import torch",
        "",
        "torch.set_default_dtype(torch.float64)",
    ),
    number="torch.tensor({})",
    tensor="torch.tensor({})",
    # most functions of PyTorch take tensors only
    takes_numbers=lambda row: bool(row.signs) and row.rule is not None,
)
CHECK = [
    "def check(name, found, shown):",
    "    shown = torch.tensor(shown)",
    "    agrees = torch.allclose(found, shown, rtol=1e-7, atol=1e-9, equal_nan=True)",
    "    assert agrees and found.shape == shown.shape, (name, found, shown)",
    "    print(name, '=', found.tolist())",
]


def pytorch_file(shown: Shown) -> str:
    """The file as text."""
    return file.joined(file.opening(shown, "PyTorch"), parts(shown))


def parts(shown: Shown) -> list[Part]:
    """The file under its headings."""
    names = Identifiers(shown.tape.graph)
    forward, graph = Forward(shown, names, DIALECT), shown.tape.graph
    output = names.of[shown.tape.output]
    found = {name: f"{names.of[node]}.grad" for name, (node, _) in shown.gradients().items()}
    # what no path leads to has no gradient in PyTorch; here it is 0
    asked = [f"{names.of[node]}.requires_grad_()" for node, _ in shown.gradients().values()]
    unreached = [
        f"{each} = torch.zeros({list(shown.tape.shapes[graph.find(name)])})"
        for name, each in found.items()
        if graph.find(name) not in file.reached(shown)
    ]
    back = [f"{output}.backward()"] if file.reached(shown) and shown.differentiated else []
    return [
        file.headed(shown, "code_imports", DIALECT.imports),
        file.headed(shown, "code_inputs", [*forward.inputs(), *asked]),
        file.headed(shown, "code_forward", forward.lines()),
        file.headed(shown, "code_autograd", [*back, *unreached]),
        file.headed(
            shown,
            "code_checks",
            [*CHECK, "", *file.checks(shown, f"{output}.detach()", found)],
        ),
    ]
