"""What nodes of ONNX are here: those that work along axes."""

from __future__ import annotations

from engine.brought.onnx.step import Says, Step, real_axis


def _reduced(function: str, *, mean: bool = False, before: str = "{}") -> Says:
    """Of everything, or along one axis after another, the last first."""

    def says(step: Step) -> str | None:
        axes, shape = step.listed("axes", 1), step.shape()
        keeps = bool(step.settings.get("keepdims", 1))
        if (mean and step.whole[0]) or (step.has(1) and axes is None):
            return None
        text = before.format(step.texts[0])
        if not axes:
            nothing = bool(step.settings.get("noop_with_empty_axes", 0))
            return text if nothing else f"{function}({text}{', keepdims=True' if keeps else ''})"
        if len(axes) > 1 and shape is None:
            return None
        places = sorted((real_axis(axis, shape) for axis in axes), reverse=True)
        for axis in places:
            text = f"{function}({text}, axis={axis}{', keepdims=True' if keeps else ''})"
        return text

    return says


def _softmax(function: str) -> Says:
    """Before version 13 all axes from the given one on were taken as one."""

    def says(step: Step) -> str | None:
        new = step.version >= 13
        axis = step.axis(-1 if new else 1)
        if new or axis == real_axis(-1, step.shape()):
            return f"{function}({step.texts[0]}, axis={axis})"
        return None

    return says


def _running(step: Step) -> str | None:
    axis = step.numbers(1)
    plain = step.set_to(exclusive=0, reverse=0) and axis is not None and len(axis) == 1
    return f"cumsum({step.texts[0]}, axis={axis[0]})" if plain and axis else None


ALONG_AXES: dict[str, Says] = {
    "ReduceSum": _reduced("sum"),
    "ReduceMean": _reduced("mean", mean=True),
    "ReduceMax": _reduced("max"),
    "ReduceMin": _reduced("min"),
    "ReduceProd": _reduced("prod"),
    "ReduceL1": _reduced("sum", before="abs({})"),
    "ReduceL2": _reduced("norm"),
    "ReduceSumSquare": _reduced("sum", before="{} ^ 2"),
    "ReduceLogSumExp": _reduced("logsumexp"),
    "Softmax": _softmax("softmax"),
    "LogSoftmax": _softmax("log_softmax"),
    "CumSum": _running,
}
