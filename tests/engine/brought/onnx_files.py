"""Small ONNX files: one for every row of our tables, and networks of several nodes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from onnx import TensorProto, helper, numpy_helper

DRAWS = np.random.default_rng(5)
NEW = 21  # a version of the operators
ROW, TABLE, CUBE = (DRAWS.uniform(0.2, 0.9, size=size) for size in ((4,), (3, 4), (2, 3, 4)))
PICTURES = DRAWS.normal(size=(2, 4, 6, 8))
SIGNED = DRAWS.normal(size=(3, 4))


class File(NamedTuple):
    """A model, what goes into it, and what stands in it."""

    model: Any
    given: dict[str, Any]

    @property
    def letters(self) -> bytes:
        found: bytes = self.model.SerializeToString()
        return found


def file(
    nodes: Sequence[Any],
    given: Mapping[str, Any],
    weights: Mapping[str, Any] | None = None,
    *,
    outputs: Sequence[str] = ("y",),
    version: int = NEW,
) -> File:
    """A file of these nodes; `given` are its inputs and what they are worth."""
    inputs = [
        helper.make_tensor_value_info(name, helper.np_dtype_to_tensor_dtype(a.dtype), a.shape)
        for name, a in ((name, np.asarray(each)) for name, each in given.items())
    ]
    ends = [helper.make_tensor_value_info(name, TensorProto.DOUBLE, None) for name in outputs]
    held = [
        numpy_helper.from_array(np.asarray(each), name) for name, each in (weights or {}).items()
    ]
    graph = helper.make_graph(list(nodes), "graph", inputs, ends, held)
    opset = [helper.make_opsetid("", version), helper.make_opsetid("ai.onnx.ml", 3)]
    return File(helper.make_model(graph, opset_imports=opset), dict(given))


def one(
    kind: str,
    *given: Any,
    weights: Sequence[Any] = (),
    results: int = 1,
    version: int = NEW,
    between: Sequence[str] = (),
    **settings: Any,
) -> File:
    """A file of a single node; results of a split are put together again, the last one first."""
    inputs = {f"x{at}": np.asarray(each) for at, each in enumerate(given)}
    held = {f"w{at}": each for at, each in enumerate(weights) if each is not None}
    names = [f"w{at}" if each is not None else "" for at, each in enumerate(weights)]
    made = ["y"] if results == 1 else [f"part{at}" for at in range(results)]
    nodes = [helper.make_node(kind, [*inputs, *between, *names], made, **settings)]
    if results > 1:
        nodes.append(helper.make_node("Concat", made[::-1], ["y"], axis=settings.get("axis", 0)))
    return file(nodes, inputs, held, version=version)


def _compared(kind: str) -> File:
    nodes = [
        helper.make_node(kind, ["a", "b"], ["c"]),
        helper.make_node("Where", ["c", "a", "d"], ["e"]),
        helper.make_node("Cast", ["c"], ["f"], to=TensorProto.DOUBLE),
        helper.make_node("Add", ["e", "f"], ["y"]),
    ]
    return file(nodes, {"a": SIGNED, "b": SIGNED * [1, 1, -1, 2], "d": TABLE})


def _lengths() -> File:
    """What PyTorch writes for x.view(x.shape[0], -1): lengths that are worked out on the way."""
    nodes = [
        helper.make_node("Shape", ["x"], ["lengths"]),
        helper.make_node("Gather", ["lengths", "zero"], ["first"]),
        helper.make_node("Unsqueeze", ["first", "axes"], ["rows"]),
        helper.make_node("Concat", ["rows", "rest"], ["wanted"], axis=0),
        helper.make_node("Reshape", ["x", "wanted"], ["y"]),
    ]
    weights = {"zero": np.array(0), "axes": np.array([0]), "rest": np.array([-1])}
    return file(nodes, {"x": CUBE}, weights)


def _size() -> File:
    nodes = [
        helper.make_node("Size", ["x"], ["n"]),
        helper.make_node("Cast", ["n"], ["m"], to=TensorProto.DOUBLE),
        helper.make_node("Div", ["x", "m"], ["y"]),
    ]
    return file(nodes, {"x": CUBE})


def _filled() -> File:
    half = numpy_helper.from_array(np.array([0.5]))
    nodes = [
        helper.make_node("ConstantOfShape", ["lengths"], ["h"], value=half),
        helper.make_node("Mul", ["h", "x"], ["y"]),
    ]
    return file(nodes, {"x": CUBE}, {"lengths": np.array([2, 3, 4])})


def network() -> File:
    """A picture, a convolution, a layer: names as PyTorch writes them, two outputs."""
    nodes = [
        helper.make_node("Conv", ["input", "conv1.weight", "conv1.bias"], ["/conv1/Conv"],
                         pads=[1, 1, 1, 1]),
        helper.make_node("Relu", ["/conv1/Conv"], ["/Relu"]),
        helper.make_node("MaxPool", ["/Relu"], ["/Pool"], kernel_shape=[2, 2], strides=[2, 2]),
        helper.make_node("Flatten", ["/Pool"], ["/Flatten"]),
        helper.make_node("Gemm", ["/Flatten", "fc.weight", "fc.bias"], ["logits"], transB=1),
        helper.make_node("Softmax", ["logits"], ["probabilities"], axis=-1),
    ]  # fmt: skip
    weights = {
        "conv1.weight": DRAWS.normal(size=(2, 4, 3, 3)),
        "conv1.bias": DRAWS.normal(size=2),
        "fc.weight": DRAWS.normal(size=(3, 24)),
        "fc.bias": DRAWS.normal(size=3),
    }
    ends = ("probabilities", "logits")
    return file(nodes, {"input": PICTURES}, weights, outputs=ends)


def example() -> File:
    """A layer and its loss, small enough for a page: docs/examples/layer.onnx."""
    nodes = [
        helper.make_node("Gemm", ["x", "fc.weight", "fc.bias"], ["z"]),
        helper.make_node("Sigmoid", ["z"], ["h"]),
        helper.make_node("ReduceSum", ["h"], ["loss"], keepdims=0),
    ]
    weights = {"fc.weight": np.array([[0.5, -1.0], [2.0, 0.25]]), "fc.bias": np.array([0.5, 1.0])}
    return file(nodes, {"x": np.array([[1.0, 2.0]])}, weights, outputs=["loss"])


KERNELS, BIAS = DRAWS.normal(size=(2, 4, 3, 3)), DRAWS.normal(size=2)
APART = DRAWS.normal(size=(4, 2, 2, 3))  # two groups of two channels
AXES = np.array([0, -1])
PLAIN = """
    Abs Acos Asin Asinh Atan Atanh Ceil Cos Cosh Erf Exp Floor Log Relu Sigmoid Sign Sin Sinh
    Softplus Sqrt Tan Tanh Neg Reciprocal Softsign HardSwish Mish Identity Elu Celu Selu
    LeakyRelu HardSigmoid ThresholdedRelu Gelu Flatten Transpose Squeeze
""".split()  # noqa: SIM905  a list of words is read more easily so
CASES: dict[str, File] = {
    **{kind: one(kind, TABLE) for kind in PLAIN},
    **{f"{kind} of two": one(kind, TABLE, ROW) for kind in ("Add", "Sub", "Mul", "Div", "Pow")},
    **{kind: _compared(kind) for kind in
       ("Less", "Greater", "LessOrEqual", "GreaterOrEqual", "Equal")},
    **{kind: one(kind, TABLE, SIGNED, ROW) for kind in ("Max", "Min", "Sum", "Mean")},
    **{f"{kind} of one": one(kind, TABLE) for kind in ("Max", "Sum")},
    "Acosh": one("Acosh", TABLE + 1),
    "Det": one("Det", TABLE[:, :3]),
    "Elu set": one("Elu", SIGNED, alpha=0.5),
    "Celu set": one("Celu", SIGNED, alpha=0.7),
    "Selu below": one("Selu", SIGNED),
    "LeakyRelu set": one("LeakyRelu", SIGNED, alpha=0.25),
    "HardSigmoid set": one("HardSigmoid", SIGNED * 4, alpha=0.3, beta=0.25),
    "ThresholdedRelu set": one("ThresholdedRelu", SIGNED, alpha=0.5),
    "Swish": one("Swish", SIGNED, version=24, alpha=1.5),
    "PRelu": one("PRelu", SIGNED, weights=[ROW]),
    "Cast": one("Cast", TABLE, to=TensorProto.DOUBLE),
    "Cast whole": one("Cast", np.arange(4), to=TensorProto.DOUBLE),
    "Dropout": one("Dropout", TABLE),
    "Mod": one("Mod", np.array([-7, 7, 5]), np.array([3, -3, 2])),
    "Where": one("Where", np.array([True, False, True, False]), TABLE, SIGNED),
    "Clip": one("Clip", SIGNED, weights=[np.array(-0.5), np.array(0.75)]),
    "Clip below": one("Clip", SIGNED, weights=[np.array(-0.5)]),
    "Clip above": one("Clip", SIGNED, weights=[None, np.array(0.5)]),
    "Clip not": one("Clip", SIGNED),
    "Clip of old": one("Clip", SIGNED.astype(np.float32), version=10, min=-0.5, max=0.5),
    "MatMul": one("MatMul", CUBE, TABLE.T),
    "MatMul rows": one("MatMul", ROW, ROW),
    "Gemm": one("Gemm", TABLE, SIGNED, weights=[DRAWS.normal(size=(4, 4))], transA=1, alpha=0.5,
                beta=2.0),
    "Gemm alone": one("Gemm", TABLE, SIGNED, transB=1),
    **{kind: one(kind, CUBE) for kind in
       ("ReduceSum", "ReduceMean", "ReduceMax", "ReduceMin", "ReduceProd", "ReduceL1", "ReduceL2",
        "ReduceSumSquare", "ReduceLogSumExp")},
    **{f"{kind} along": one(kind, CUBE, weights=[AXES], keepdims=0) for kind in
       ("ReduceSum", "ReduceMean", "ReduceMax", "ReduceL1", "ReduceL2", "ReduceLogSumExp")},
    "ReduceMean of old": one("ReduceMean", CUBE, version=13, axes=[1, -1], keepdims=1),
    "ReduceSum of none": one("ReduceSum", CUBE, noop_with_empty_axes=1),
    "Softmax": one("Softmax", CUBE, axis=1),
    "Softmax of old": one("Softmax", TABLE, version=11),
    "LogSoftmax": one("LogSoftmax", CUBE),
    "CumSum": one("CumSum", TABLE, weights=[np.array(1)]),
    "Reshape": one("Reshape", CUBE, weights=[np.array([0, -1])]),
    "Reshape to one": one("Reshape", np.array([3.0]), weights=[np.array([], dtype=int)]),
    "Flatten far": one("Flatten", CUBE, axis=-1),
    "Squeeze one": one("Squeeze", CUBE[:, :1], weights=[np.array([1])]),
    "Squeeze of old": one("Squeeze", CUBE[:, :1], version=11, axes=[1]),
    "Unsqueeze": one("Unsqueeze", TABLE, weights=[np.array([0, -1])]),
    "Transpose back": one("Transpose", CUBE, perm=[2, 1, 0]),
    "Transpose not": one("Transpose", CUBE, perm=[0, 1, 2]),
    "Transpose row": one("Transpose", ROW),
    "Concat": one("Concat", TABLE, SIGNED, axis=-1),
    "Slice": one("Slice", CUBE, weights=[np.array([1, -3]), np.array([9, 2**62]),
                                         np.array([1, -1]), np.array([1, 2])]),
    "Slice of old": one("Slice", CUBE, version=9, starts=[0, 1], ends=[1, -1]),
    "Gather one": one("Gather", CUBE, weights=[np.array(-1)], axis=1),
    "Gather few": one("Gather", CUBE, weights=[np.array([2, 0])], axis=-1),
    "Split": one("Split", TABLE, weights=[np.array([1, 3])], results=2, axis=1),
    "Split evenly": one("Split", CUBE, results=2, axis=-1, num_outputs=2),
    "Expand": one("Expand", ROW, weights=[np.array([2, 3, 4])]),
    "ConstantOfShape": _filled(),
    "Shape": _lengths(),
    "Size": _size(),
    "Conv": one("Conv", PICTURES, weights=[KERNELS, BIAS]),
    "Conv padded": one("Conv", PICTURES, weights=[KERNELS], pads=[1, 0, 2, 1], strides=[2, 1]),
    "Conv same": one("Conv", PICTURES, weights=[KERNELS, BIAS], auto_pad="SAME_UPPER"),
    "Conv in groups": one("Conv", PICTURES, weights=[APART], group=2),
    "MaxPool": one("MaxPool", PICTURES, kernel_shape=[2, 2], strides=[2, 2]),
    "AveragePool": one("AveragePool", PICTURES, kernel_shape=[3, 3], strides=[3, 3]),
    "GlobalMaxPool": one("GlobalMaxPool", PICTURES),
    "GlobalAveragePool": one("GlobalAveragePool", PICTURES),
    "BatchNormalization": one("BatchNormalization", PICTURES, weights=[ROW, -ROW, ROW, ROW + 1]),
    "BatchNormalization of rows": one("BatchNormalization", TABLE,
                                      weights=[ROW, -ROW, ROW, ROW + 1], epsilon=0.01),
    "LayerNormalization": one("LayerNormalization", CUBE, weights=[ROW, -ROW]),
    "LayerNormalization bare": one("LayerNormalization", TABLE, weights=[ROW], epsilon=0.1),
}  # fmt: skip


SEED = file(
    [
        helper.make_node("Add", ["a", "b"], ["c"]),
        helper.make_node("Add", ["b", "one"], ["d"]),
        helper.make_node("Mul", ["c", "d"], ["e"]),
    ],
    {"a": np.array(2.0), "b": np.array(1.0)},
    {"one": np.array(1.0)},
    outputs=["e"],
)
