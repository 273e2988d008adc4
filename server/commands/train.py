"""chainlight train: a program's parameters walk downhill; a model can be made from a few words."""

from __future__ import annotations

import math
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from numpy.linalg import norm

from engine.figures import figure
from engine.train.data import DATA_SETS
from engine.train.initializers import INITIALIZERS
from engine.train.models import ACTIVATIONS, MODELS
from engine.train.optimizers import OPTIMIZERS
from engine.train.schedules import SCHEDULES
from engine.words import Language
from server import wire
from server.commands import program, show
from server.commands.bar import Bar
from server.commands.plot import plotted
from server.commands.program import Unclear
from server.commands.setting import chosen, examples_of, numbers_of, tables_of
from server.compute import Compute
from server.schemas.lab import LookRequest
from server.schemas.train import TrainRequest
from server.settings import read_settings
from server.strict_json import NotStrict, read, write
from server.terminal import tell
from server.training import lab, prepare_run
from server.training.outcome import shown
from server.training.runs import job
from server.words import sentence

HELP = "train a program's parameters, or a model made from a few words"


def declare(parser: ArgumentParser) -> None:
    program.declare(parser)
    _declare_subject(parser)
    _declare_model(parser)
    _declare_walk(parser)
    _declare_files(parser)


def _declare_subject(parser: ArgumentParser) -> None:
    """What is trained, and on what."""
    add, sets = parser.add_argument, ", ".join(DATA_SETS)
    rows = f"rows for an input; with --model a set ({sets}), or one or two files"
    add("--model", choices=MODELS, help="make a program from a few words instead")
    add("--data", action="append", default=[], metavar="x=@x.npy", help=rows)
    add("--parameters", type=program.names, help="the inputs that may change; all without data")
    add("--loss", help="the node to make small; the last line if not given")


def _declare_model(parser: ArgumentParser) -> None:
    """The few words of a model."""
    add = parser.add_argument
    add("--widths", type=numbers_of, help="hidden layers of the model: 16,16")
    add("--activation", choices=ACTIVATIONS, default="tanh")
    add("--init", choices=INITIALIZERS, default="xavier", help="how weights are drawn")
    add("--gain", type=float, help="of those weights")
    add("--l2", type=float, default=0.0, help="of the model's weights, in its loss")
    add("--examples", type=int, help="how many to draw")
    add("--noise", type=float, help="how much noise they have")


def _declare_walk(parser: ArgumentParser) -> None:
    """How to walk, and when to stop."""
    add, settings = parser.add_argument, "NAME[:setting=number]"
    optimizers = f"{', '.join(OPTIMIZERS)}; for example adam:learning_rate=0.01,beta1=0.8"
    add("--optimizer", default="sgd", metavar=settings, help=optimizers)
    add("--rate", type=float, help="the learning rate")
    add("--schedule", metavar=settings, help=", ".join(SCHEDULES))
    add("--steps", type=int, default=100)
    add("--batch", type=int, help="examples at each step; all if not given")
    add("--seed", type=int, default=0)
    add("--clip", type=float, help="the longest that a gradient may be")
    add("--clip-value", type=float, help="the largest that an entry of a gradient may be")
    add("--decay", type=float, help="pull of every parameter towards zero (L2)")
    add("--decay-l1", type=float, help="the same by the sign alone (L1)")
    add("--every", type=int, help="steps between reports")
    add("--goal", type=float, help="stop at this loss")
    add("--patience", type=int, help="stop after so many reports without a better loss")


def _declare_files(parser: ArgumentParser) -> None:
    """What is kept."""
    add = parser.add_argument
    add("--state", type=Path, help="go on from the state in this file, if there is one")
    add("--save", type=Path, help="write the state to this file")
    add("--plot", type=Path, help="write the loss curve to this SVG file")


def run(options: Namespace) -> int:
    """Train, then show what became of the loss and of every parameter."""
    language: Language = options.lang
    compute = Compute(read_settings())
    made = _made(options, compute)
    request = TrainRequest.model_validate(_asked(options, made, compute))
    ready = prepare_run(request, compute)
    bar = Bar(request.steps, language)
    unhurried = ready.wanted._replace(seconds=math.inf)  # whoever waits can interrupt it
    done = job(unhurried, bar.show)
    bar.end()
    answer = shown(request, ready, done, language)
    if options.json:
        show.as_json(answer)
    else:
        begun = wire.values(unhurried.known) if request.state is None else request.state.parameters
        _tell(answer, begun, language)
        _scores(answer, made, compute, language)
        show.notes(answer, language)
    _keep(options, answer, language)
    return 0 if answer["diverged"] is None else 1


def _made(options: Namespace, compute: Compute) -> dict[str, Any] | None:
    """The model that the words ask for, with its examples."""
    if options.model is None:
        return None
    if options.words:
        raise Unclear("give a program or --model, not both")
    options.source = ""
    return lab.model(examples_of(options), compute)


def _asked(options: Namespace, made: dict[str, Any] | None, compute: Compute) -> dict[str, Any]:
    """What the API would be asked."""
    if made is None:
        typed, data = program.typed(options), tables_of(options.data)
        free = [node.name or "" for node in compute.programs.graph(typed.source).inputs]
        asked: dict[str, Any] = {"source": typed.source, "values": typed.values, "data": data}
        asked["parameters"] = [name for name in free if name not in data]
    else:
        options.source = made["source"]
        asked = {key: made[key] for key in ("source", "values", "data", "parameters")}
    if options.parameters:
        asked["parameters"] = options.parameters
    return asked | _walk(options)


def _walk(options: Namespace) -> dict[str, Any]:
    """How to walk; what was not said is left out."""
    optimizer = chosen(options.optimizer)
    if options.rate is not None:
        optimizer["learning_rate"] = options.rate
    if options.schedule is not None:
        optimizer["schedule"] = chosen(options.schedule)
    said = {
        "loss": options.loss if options.loss is not None else options.output,
        "batch_size": options.batch,
        "clip": _of(norm=options.clip, value=options.clip_value),
        "decay": _of(l2=options.decay, l1=options.decay_l1),
        "report_every": options.every,
        "goal": options.goal,
        "patience": options.patience,
        "state": _state(options.state, options.lang),
    }
    said = {name: value for name, value in said.items() if value is not None}
    return said | {"optimizer": optimizer, "steps": options.steps, "seed": options.seed}


def _of(**sizes: float | None) -> dict[str, float] | None:
    """Those that were said; None if none was."""
    return {name: size for name, size in sizes.items() if size is not None} or None


def _state(path: Path | None, language: Language) -> Any:
    """What an earlier run wrote; nothing before the first."""
    if path is None or not path.exists():
        return None
    try:
        return read(path.read_bytes())
    except OSError as error:
        raise _unread(path, error.strerror or "", language) from None
    except NotStrict as error:
        raise _unread(path, sentence(error.reason, language, error.fields), language) from None


def _unread(path: Path, why: str, language: Language) -> Unclear:
    return Unclear(show.word("unread", language, file=path, why=why))


def _keep(options: Namespace, answer: dict[str, Any], language: Language) -> None:
    """The state and the curve, in files."""
    if options.save is not None:
        program.put(options.save, write(answer["state"]))
    if options.plot is not None:
        steps = answer["history"]["step"]
        losses = [float(wire.read_value("", loss)) for loss in answer["history"]["loss"]]
        titles = (show.word(key, language) for key in ("loss", "step"))
        program.put(options.plot, plotted(steps, losses, *titles).encode())


def _tell(answer: dict[str, Any], begun: Mapping[str, Any], language: Language) -> None:
    """The loss, and every parameter before and after the run."""
    first, last = (show.figures(loss) for loss in (answer["history"]["loss"][0], answer["loss"]))
    tell(show.word("trained", language, first=first, last=last, n=answer["steps"]))
    tell("")
    rows = [
        [name, _size(begun[name]), _size(after), _size(answer["gradients"][name])]
        for name, after in answer["parameters"].items()
    ]
    heads = [show.word(key, language) for key in ("name", "before", "after", "last_gradient")]
    tell(show.grid(heads, rows, right=(1, 2, 3)))
    if answer["diverged"] is not None:
        tell(answer["diverged"]["message"], sys.stderr)


def _size(value: Any) -> str:
    """A number itself; of a tensor how long it is."""
    found = wire.read_value("", value)
    return figure(found) if isinstance(found, float) else f"‖·‖ {figure(float(norm(found)))}"


def _scores(
    answer: dict[str, Any], made: dict[str, Any] | None, compute: Compute, language: Language
) -> None:
    """How many examples are right: of those trained on, and of those held out."""
    for key in ("data", "held_out"):
        if made is not None and made["truth"] is not None and made[key]:
            asked = LookRequest(
                source=made["source"],
                values=answer["parameters"],
                data=made[key],
                output=made["predicts"],
                reads=made["reads"],
                truth=made["truth"],
                points=2,
            )
            seen = lab.look(asked, compute)
            if seen["right"] is not None:
                tell(show.word(f"right_{key}", language, p=f"{100 * seen['right']:.1f}"))
