"""The convolutional layers of a small network, line by line: windows that slide over pictures.

Each neuron has a kernel for each picture of the layer before, and adds up what they see. Where the
outcome can be cut into small blocks, only the largest number of each block goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from itertools import pairwise

from engine.errors import BadArgument
from engine.op import Shape

WINDOW, POOL = 3, 2
MOST_KERNELS = 1_024  # each is a parameter of its own

Named = Callable[[str, Shape], str]


def convolved(
    widths: tuple[int, ...], sides: Shape, activation: str, weights: Named, zeros: Named
) -> Generator[str, None, tuple[list[str], Shape]]:
    """One line for each neuron; in the end their names, and the size of what each of them sees."""
    kernels = sum(before * after for before, after in pairwise((1, *widths)))
    if kernels > MOST_KERNELS:
        raise BadArgument("too_many_kernels", n=kernels, max=MOST_KERNELS)
    pictures = ["X"]
    for layer, width in enumerate(widths, 1):
        sides = tuple(side - WINDOW + 1 for side in sides)
        if min(sides) < 1:
            raise BadArgument("pictures_too_small", n=WINDOW, k=len(widths))
        pooled = not any(side % POOL for side in sides)
        names = [f"F{layer}_{number}" for number in range(1, width + 1)]
        for name in names:
            views = [
                f"conv2d({picture}, {weights(_kernel(name, number, pictures), (WINDOW, WINDOW))})"
                for number, picture in enumerate(pictures, 1)
            ]
            seen = f"{activation}({' + '.join(views)} + {zeros(f'c{name[1:]}', ())})"
            yield f"{name} = maxpool2d({seen}, {POOL})" if pooled else f"{name} = {seen}"
        pictures = names
        sides = tuple(side // POOL for side in sides) if pooled else sides
    return pictures, sides


def _kernel(neuron: str, number: int, pictures: list[str]) -> str:
    """K1_2 of the neuron F1_2; with more than one picture to look at, K2_2_1, K2_2_2 …"""
    name = f"K{neuron[1:]}"
    return name if len(pictures) == 1 else f"{name}_{number}"
