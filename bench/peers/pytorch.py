"""PyTorch, eager: every operation makes a small tensor and a node of its own graph."""

from __future__ import annotations

import numpy as np
import torch

from bench.peers import Gradient
from bench.peers.spelled import functions, run
from engine import Graph
from engine.op import Array

torch.set_num_threads(1)


def gradient(graph: Graph) -> Gradient:
    """Of single numbers."""
    table = functions(graph, "torch", {"torch": torch})

    def find(point: Array) -> tuple[float, Array]:
        inputs = [torch.tensor(x, dtype=torch.float64, requires_grad=True) for x in point.tolist()]
        output = run(graph, table, inputs)
        found = torch.autograd.grad(output, inputs)
        return output.item(), np.array([each.item() for each in found])

    return find


def batch(graph: Graph) -> Gradient:
    """Of many points at once, one column of numbers in each tensor."""
    table = functions(graph, "torch", {"torch": torch})

    def find(points: Array) -> tuple[Array, Array]:
        inputs = [torch.tensor(column, requires_grad=True) for column in points.T]
        output = run(graph, table, inputs)
        found = torch.autograd.grad(output.sum(), inputs)
        return output.detach().numpy(), np.stack([each.numpy() for each in found], axis=1)

    return find
