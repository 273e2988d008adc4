"""The table of questions: for each kind where it can be asked, what is true, and what goes wrong.

Their sentences stand in the catalogue under quiz_<kind>, quiz_<kind>_hint_1 … and quiz_<kind>_why.
"""

from __future__ import annotations

from engine.quiz import gradients, structure, values, wholes
from engine.quiz.probes import of_gradient, of_local
from engine.quiz.question import Kind

ROWS = (
    Kind("value", "number", "node", values.places, values.truth, values.probes, values.fields),
    Kind(
        "local",
        "number",
        "edge",
        gradients.edges,
        gradients.slope,
        of_local,
        gradients.slope_fields,
    ),
    Kind(
        "gradient",
        "number",
        "node",
        gradients.reached,
        gradients.truth,
        of_gradient,
        gradients.fields,
    ),
    Kind("sum", "number", "node", gradients.joined, gradients.truth, of_gradient, gradients.fields),
    Kind(
        "sign",
        "choice",
        "node",
        gradients.reached,
        gradients.sign,
        gradients.sign_probes,
        gradients.fields,
        gradients.sign_choices,
    ),
    Kind(
        "next",
        "choice",
        "step",
        structure.moments,
        structure.next_edge,
        structure.next_probes,
        structure.next_fields,
        structure.edge_choices,
        structure.may_come_next,
    ),
    Kind(
        "paths",
        "number",
        "node",
        structure.sources,
        structure.count,
        structure.count_probes,
        structure.count_fields,
    ),
    Kind(
        "mode",
        "choice",
        "program",
        structure.whole,
        structure.mode,
        structure.mode_probes,
        structure.mode_fields,
        structure.mode_choices,
    ),
    Kind(
        "wrong",
        "choice",
        "program",
        wholes.few,
        wholes.culprit,
        wholes.innocent,
        wholes.wrong_fields,
        wholes.suspects,
    ),
    Kind(
        "shape",
        "shape",
        "node",
        structure.tensors,
        structure.shape,
        structure.shape_probes,
        structure.shape_fields,
    ),
    Kind(
        "backward",
        "edges",
        "program",
        wholes.all_numbers,
        wholes.every_edge,
        wholes.no_probes,
        wholes.edges_fields,
        by_chance=False,
    ),
)
KINDS = {row.name: row for row in ROWS}
