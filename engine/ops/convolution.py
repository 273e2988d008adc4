"""Convolution: a small kernel slides over pictures."""

from __future__ import annotations

import numpy as np

from engine.mathematics import Value
from engine.op import Case, Op, Shape, Spelling, elements
from engine.ops.entries import by_arrays
from engine.ops.forms import bilinear
from engine.ops.needs import MATRIX, differ, unfit
from engine.words import Words

WINDOW = 30  # numpy takes a product of windows so many times more slowly than one of matrices


def conv2d(x: Value, k: Value) -> Value:
    """The kernel laid on every place where it fits, multiplied and summed (cross-correlation)."""
    return np.tensordot(_windows(x, np.shape(k)), k, 2)


def _windows(x: Value, size: Shape) -> Value:
    """Every place of a picture where a window fits; the window's own axes come last."""
    return np.lib.stride_tricks.sliding_window_view(x, size, axis=(-2, -1))


def conv2d_picture(g: Value, x: Value, k: Value) -> Value:
    """Each pixel gathers from all windows it lay in: the kernel turned by 180°, over a margin."""
    rows, columns = np.shape(k)
    margin = ((0, 0),) * (np.ndim(x) - 2) + ((rows - 1, rows - 1), (columns - 1, columns - 1))
    return conv2d(np.pad(g, margin), np.flip(k))


def conv2d_kernel(g: Value, x: Value, k: Value) -> Value:
    return np.tensordot(g, _windows(x, np.shape(k)), np.ndim(x))


def shape_of_conv2d(x: Shape, k: Shape) -> Shape:
    if len(x) < 2:
        raise unfit("conv2d", x, MATRIX)
    if len(k) != 2:
        raise differ("kernel_needed", x, k)
    if not all(1 <= small <= large for small, large in zip(k, x[-2:], strict=True)):
        raise differ("kernel_too_large", x, k)
    return (*x[:-2], x[-2] - k[0] + 1, x[-1] - k[1] + 1)


ROWS = (
    Op(
        name="conv2d",
        family="networks",
        glyph="conv",
        signature="X, K",
        whole=bilinear(conv2d, conv2d_picture, conv2d_kernel),
        shape=shape_of_conv2d,
        work=lambda out, _x, k: WINDOW * elements(out) * elements(k),
        symbolic=by_arrays(conv2d),
        latex=r"{0} \star {1}",
        pulls=(
            r"\operatorname{{pad}}({g}) \star \operatorname{{rot}}_{{180}}({1})",
            r"{0} \star {g}",
        ),
        spelling=Spelling(
            "np.tensordot(np.lib.stride_tricks.sliding_window_view("
            "{0}, {1}.shape, axis=(-2, -1)), {1}, 2)",
            "torch.tensordot({0}.unfold(-2, {1}.shape[0], 1).unfold(-2, {1}.shape[1], 1), {1}, 2)",
            "jnp.vectorize(lambda x, k: jax.scipy.signal.correlate2d(x, k, mode='valid'), "
            "signature='(a,b),(c,d)->(e,f)')({0}, {1})",
        ),
        pattern="mixer",
        cases=tuple(
            map(Case, (
                ((4, 5), (2, 3)), ((3, 3), (3, 3)), ((2, 3), (1, 1)), ((2, 3, 3), (2, 2)),
                ((0, 3, 3), (2, 2)),
            ))
        ),
        words=Words(
            "A small kernel slides over the picture; the kernel gathers the gradient from every "
            "place it was used, each pixel from every window it lay in.",
            "小卷积核滑过整幅图；卷积核从用到它的每个位置收集梯度，每个像素从包含它的每个窗口收集梯度。",
        ),
    ),
)  # fmt: skip
