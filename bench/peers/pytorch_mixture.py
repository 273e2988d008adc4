"""The mixture of Gaussians in PyTorch: all points and all components at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import torch

from engine.op import Array


def objective(
    values: Mapping[str, Array], wrt: Sequence[str], constant: float
) -> Callable[[], tuple[float, dict[str, Array]]]:
    """Value and gradients by name; the prior as in `bench.mixture`, with its usual parameters."""
    v = {name: torch.tensor(value, requires_grad=name in wrt) for name, value in values.items()}
    points, axes = values["x"].shape
    columns, rows = torch.triu_indices(axes, axes, 1)  # below the diagonal, column by column

    def find() -> tuple[float, dict[str, Array]]:
        diagonal, below = v["icf"][:, :axes], v["icf"][:, axes:]
        matrices = torch.diag_embed(diagonal.exp())
        matrices[:, rows, columns] = below
        apart = torch.einsum("kij,nkj->nki", matrices, v["x"][:, None, :] - v["means"])
        inner = v["alphas"] + diagonal.sum(1) - 0.5 * (apart * apart).sum(2)
        seen = inner.logsumexp(1).sum() - points * v["alphas"].logsumexp(0)
        prior = 0.5 * (diagonal.exp().square().sum() + below.square().sum())
        value = seen + prior + constant
        found = torch.autograd.grad(value, [v[name] for name in wrt])
        return value.item(), {name: each.numpy() for name, each in zip(wrt, found, strict=True)}

    return find
