"""POST /trace: the graph, its numbers, and every step of the animation."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import repeat
from typing import Any

from fastapi import APIRouter

from engine.errors import TooManySteps
from engine.examples import EXAMPLES
from engine.explain import Narration
from engine.grouping import Gathering
from engine.op import elements
from engine.tape import Tape
from engine.trace import Step, Trace, trace_tape
from engine.words import Language
from server import wire
from server.compute import Compute, Computes
from server.language import Speaks
from server.limits import Limits
from server.prepare import Prepared, passes_of, prepare, require_affordable, require_sendable
from server.refusals import REFUSALS
from server.schemas.trace import TraceAnswer, TraceRequest
from server.strict_json import Answer
from server.web.body import StrictRoute
from server.worked import Worked

router = APIRouter(route_class=StrictRoute, tags=["compute"])
PLAIN = ("phase", "kind", "node", "edge", "complete")
CARRIED = ("contribution", "total")
NUMBERS = ("value", "upstream", *CARRIED)
PER_NODE = 3  # its value, its gradient, and the step that computed it
PER_PULL = 3  # upstream, contribution and total of a step that carries a derivative


@router.post("/trace", response_model=TraceAnswer, responses=REFUSALS)
def trace(asked: TraceRequest, compute: Computes, language: Speaks) -> Answer:
    """The graph with values, local derivatives and gradients, and every step that made them.

    A group's `derivatives` have a row for each of its `outputs` and an entry for each of its
    `inputs`: the slope of the whole call or round, as `local` has it for an edge.
    """
    return Answer(answer(asked, compute, language))


def answer(asked: TraceRequest, compute: Compute, language: Language) -> dict[str, Any]:
    """What the call answers; the command line prints the same."""
    prepared = prepare(asked, compute.programs, asked.output)
    gathering = compute.programs.gathering(asked.source) if asked.fold else None
    run = _run(asked, prepared, gathering, compute.limits)
    local = [wire.local(each) for each in run.local]
    steps = _range(run.steps, asked)
    found = {
        "graph": _graph(asked, run, gathering, language),
        "inputs": wire.inputs(run.graph, run.tape.shapes),
        "values": [wire.value(each) for each in run.values],
        "local": local,
        "gradients": [wire.value(each) for each in run.gradients],
        "steps": _steps(steps, local, asked),
        "cost": {mode: cost._asdict() for mode, cost in run.cost.items()},
        "defaulted": prepared.defaulted,
        "warnings": wire.warnings(run.notices, language),
    }
    if "tangent" in asked.modes:
        found["tangents"] = [wire.value(each) for each in run.tangents]
    if asked.words and asked.form == "steps":
        _narrate(found, steps, Narration(run, language))
    return found


def worked(compute: Compute) -> Iterator[Worked]:
    """The seed example, for the reference."""
    seed = EXAMPLES[0]
    asked = TraceRequest(source=seed.source, values=seed.values, modes=["forward", "reverse"])
    yield Worked("/trace", answer(asked, compute, "en"), asked)


def _run(
    asked: TraceRequest, prepared: Prepared, gathering: Gathering | None, limits: Limits
) -> Trace:
    """All of it, once it is known not to be too much."""
    tape, known, _ = prepared
    require_affordable(tape, passes_of(tape), limits)
    require_sendable(numbers(tape, asked.modes), limits)
    _require_few_steps(asked, tape, limits)
    groups = None if gathering is None else gathering.groups
    modes = tuple(asked.modes)
    return trace_tape(tape, known, modes, asked.tangent_of, given=asked.values, groups=groups)


def _graph(
    asked: TraceRequest, run: Trace, gathering: Gathering | None, language: Language
) -> dict[str, Any]:
    """The graph, and for each group what its folded edges carry."""
    tape = run.tape
    groups = tape.graph.groups if gathering is None else gathering.groups
    tables = [table and [[*map(wire.local, row)] for row in table] for table in run.groups]
    derivatives = {group.id: table for group, table in zip(groups, tables, strict=True)}
    if not asked.structure:
        return wire.slopes(tape.output, derivatives)
    found = wire.graph(tape.graph, tape.shapes, tape.output)
    if gathering is not None:
        found = wire.gathered(found, gathering, language)
    for group in found["groups"]:
        group["derivatives"] = derivatives[group["id"]]
    return found


def _range(steps: Sequence[Step], asked: TraceRequest) -> Sequence[Step]:
    """Steps `start` to `stop`, both included; they are numbered from 1."""
    return steps[asked.start - 1 : asked.stop]


def _narrate(found: dict[str, Any], steps: Sequence[Step], narration: Narration) -> None:
    for each, step in zip(found["steps"], steps, strict=True):
        each["words"] = narration.sentence(step)
    found["closing"] = narration.closing()


def _require_few_steps(asked: TraceRequest, tape: Tape, limits: Limits) -> None:
    """How many there will be is known from the edges that carry a derivative."""
    steps = {
        "forward": sum(node.kind != "constant" for node in tape.graph.nodes),
        "reverse": 1 + len(tape.pulls),
        "tangent": 1 + len(tape.crossings),
    }
    whole = sum(steps[mode] for mode in set(asked.modes))
    wanted = len(range(whole)[asked.start - 1 : asked.stop])
    most = limits.steps if asked.form == "columns" else limits.told_steps
    if wanted > most:
        raise TooManySteps("too_many_steps", n=wanted, max=most)


def numbers(tape: Tape, modes: Collection[str] = ()) -> int:
    """How many numbers a run holds, each tensor several times."""
    nodes = sum(map(elements, tape.shapes))
    carried = sum(elements(tape.shapes[pull.source]) for pull in tape.pulls)
    if "tangent" in modes:
        carried += sum(elements(tape.shapes[push.target]) for push in tape.crossings)
    return PER_NODE * nodes + PER_PULL * carried


def _steps(steps: Sequence[Step], local: Sequence[Any], asked: TraceRequest) -> Any:
    if asked.form == "steps":
        return [_object(step, local) for step in steps]
    return _columns(steps, local) if asked.structure else _carried(steps)


def _object(step: Step, local: Sequence[Any]) -> dict[str, Any]:
    """One step with the fields that its kind has."""
    found: dict[str, Any] = {
        "index": step.number,
        "phase": step.phase,
        "kind": step.kind,
        "node": step.node,
    }
    if step.edge is None:
        found["gradient" if step.kind == "seed" else "value"] = wire.value(step.value)
        return found
    found["edge"] = step.edge
    found["upstream"] = wire.value(step.upstream)
    found["local"] = local[step.edge]
    found["contribution"] = wire.value(step.contribution)
    found["total"] = wire.value(step.total)
    found["complete"] = step.complete
    return found


def _columns(steps: Sequence[Step], local: Sequence[Any]) -> dict[str, list[Any]]:
    """The same as one list for each field, without words: for large graphs."""
    fields = zip(*steps, strict=True) if steps else repeat(())
    column = dict(zip(Step._fields, fields, strict=False))
    numbers = {name: [*map(wire.value, column[name])] for name in NUMBERS}
    edges = [None if edge is None else local[edge] for edge in column["edge"]]
    plain = {name: list(column[name]) for name in PLAIN}
    return {"index": list(column["number"])} | plain | numbers | {"local": edges}


def _carried(steps: Sequence[Step]) -> dict[str, list[Any]]:
    """Of the columns, those that neither the structure nor the other lists of the answer tell."""
    return {name: [wire.value(getattr(step, name)) for step in steps] for name in CARRIED}
