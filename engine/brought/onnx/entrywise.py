"""What nodes of ONNX are here: those that work entry by entry."""

from __future__ import annotations

from engine.brought.onnx.step import Says, Step
from engine.brought.onnx.tensors import REAL

COMPARED = {"Less": "<", "Greater": ">", "LessOrEqual": "<=", "GreaterOrEqual": ">=", "Equal": "=="}
# those that are called here as there
NAMED = (
    "Abs", "Acos", "Acosh", "Asin", "Asinh", "Atan", "Atanh", "Ceil", "Cos", "Cosh", "Det", "Erf",
    "Exp", "Floor", "Log", "Relu", "Sigmoid", "Sign", "Sin", "Sinh", "Softplus", "Sqrt", "Tan",
    "Tanh",
)  # fmt: skip
WRITTEN = {
    "Add": "{0} + {1}",
    "Sub": "{0} - {1}",
    "Mul": "{0} * {1}",
    "Pow": "{0} ^ {1}",
    "Neg": "-{0}",
    "Reciprocal": "1 / {0}",
    "MatMul": "{0} @ {1}",
    "Softsign": "{0} / (1 + abs({0}))",
    "HardSwish": "{0} * clip({0} / 6 + 0.5, 0, 1)",
    "Mish": "{0} * tanh(softplus({0}))",
    "PRelu": "where({0} < 0, {1} * {0}, {0})",
}


def _written(template: str) -> Says:
    return lambda step: template.format(*step.texts)


def _set(template: str, **usual: float) -> Says:
    """With numbers that the node may set."""

    def says(step: Step) -> str:
        numbers = {name: step.settings.get(name, value) for name, value in usual.items()}
        return template.format(step.texts[0], **numbers)

    return says


def _quotient(step: Step) -> str | None:
    """Of whole numbers ONNX drops what is left over; we do not."""
    return None if all(step.whole) else f"{step.texts[0]} / {step.texts[1]}"


def _remainder(step: Step) -> str | None:
    return f"{step.texts[0]} % {step.texts[1]}" if step.set_to(fmod=0) else None


def _compared(step: Step) -> str:
    """It has a meaning inside of where() alone, and is written there."""
    return f"{step.texts[0]} {COMPARED[step.kind]} {step.texts[1]}"


def is_comparison(text: str) -> bool:
    return any(f" {sign} " in text for sign in COMPARED.values())


def _chosen(step: Step) -> str:
    condition, yes, no = step.texts
    condition = condition if is_comparison(condition) else f"{condition} != 0"
    return f"where({condition}, {yes}, {no})"


def _cast(step: Step) -> str | None:
    if is_comparison(step.texts[0]):
        return f"where({step.texts[0]}, 1, 0)"
    return step.texts[0] if step.settings.get("to") in REAL or step.whole[0] else None


def _dropped(step: Step) -> str | None:
    """Only training drops; a picture that is asked for later may not train."""
    training = step.numbers(2) if step.has(2) else (0,)
    return step.texts[0] if training == (0,) and step.results == 1 else None


def _folded(function: str) -> Says:
    def says(step: Step) -> str:
        parts = ", ".join(step.given)
        return step.texts[0] if len(step.given) == 1 else f"{function}({parts})"

    return says


def _sum(step: Step) -> str:
    return " + ".join(step.given)


def _mean(step: Step) -> str | None:
    return None if all(step.whole) else f"({_sum(step)}) / {len(step.given)}"


def _clipped(step: Step) -> str:
    """Bounds were settings once; either may be left out."""
    bounds = [
        step.text(at, repr(step.settings[name]) if name in step.settings else "")
        for at, name in ((1, "min"), (2, "max"))
    ]
    low, high = (f"({bound})" if bound.startswith("-") else bound for bound in bounds)
    x = step.texts[0]
    if low and high:
        return f"clip({x}, {low}, {high})"
    return f"maximum({x}, {low})" if low else f"minimum({x}, {high})" if high else x


def _gelu(step: Step) -> str | None:
    plain = step.settings.get("approximate", b"none") == b"none"
    return f"gelu({step.texts[0]})" if plain else None


ENTRYWISE: dict[str, Says] = {
    **{name: _written(f"{name.lower()}({{0}})") for name in NAMED},
    **{name: _written(template) for name, template in WRITTEN.items()},
    **dict.fromkeys(COMPARED, _compared),
    "Identity": lambda step: step.texts[0],
    "Div": _quotient,
    "Mod": _remainder,
    "Where": _chosen,
    "Cast": _cast,
    "Dropout": _dropped,
    "Max": _folded("max"),
    "Min": _folded("min"),
    "Sum": _sum,
    "Mean": _mean,
    "Clip": _clipped,
    "Gelu": _gelu,
    "LeakyRelu": _set("leaky_relu({0}, {alpha})", alpha=0.01),
    "Elu": _set("where({0} < 0, {alpha} * expm1({0}), {0})", alpha=1.0),
    "Celu": _set("max({0}, 0) + min({alpha} * expm1({0} / {alpha}), 0)", alpha=1.0),
    "Selu": _set(
        "{gamma} * where({0} < 0, {alpha} * expm1({0}), {0})",
        alpha=1.67326319217681884765625,
        gamma=1.05070102214813232421875,
    ),
    "HardSigmoid": _set("clip({alpha} * {0} + {beta}, 0, 1)", alpha=0.2, beta=0.5),
    "ThresholdedRelu": _set("where({0} > {alpha}, {0}, 0)", alpha=1.0),
    "Swish": _set("{0} * sigmoid({alpha} * {0})", alpha=1.0),
}
