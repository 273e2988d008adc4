"""How high each slot of a layer stands: edges as level as can be, and nothing overlaps.

Layer after layer is moved to where its neighbours want it. With the order fixed, that is a least
squares fit with "each below the one before", which the pool of adjacent violators solves exactly.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

from engine.export.layout.order import Order, Slot

ROUNDS = 24
LEVEL = 4.0  # an edge that passes counts this much more: long edges run straight


def levels_of(order: Order, heights: dict[int, float], gap: dict[Slot, float]) -> dict[Slot, float]:
    """The middle of each slot; the highest card begins at 0."""
    high = {slot: 0.0 if slot.passing else heights[slot.node] for slot in gap}
    apart = {
        slot: (high[above] + high[slot]) / 2 + min(gap[above], gap[slot])
        for layer in order.layers
        for above, slot in pairwise(layer)
    }
    levels = dict.fromkeys(gap, 0.0)
    for layer in order.layers:
        _settle(layer, dict.fromkeys(layer, 0.0), apart, levels)
    pulls = _pulls(order, high)
    for turn in range(ROUNDS):
        for layer in order.layers[:: 1 if turn % 2 == 0 else -1]:
            wanted = {slot: _wish(pulls[slot], levels, levels[slot]) for slot in layer}
            _settle(layer, wanted, apart, levels)
    top = min((levels[slot] - high[slot] / 2 for slot in levels), default=0.0)
    return {slot: level - top for slot, level in levels.items()}


Pull = tuple[Slot, float, float]  # a neighbour, how far from its level, how strongly


def _pulls(order: Order, high: dict[Slot, float]) -> dict[Slot, list[Pull]]:
    found: dict[Slot, list[Pull]] = defaultdict(list)
    for left, right, port in order.links:
        below = (port - 0.5) * high[right]
        strength = LEVEL if left.passing and right.passing else 1.0
        found[left].append((right, below, strength))
        found[right].append((left, -below, strength))
    return found


def _wish(pulls: list[Pull], levels: dict[Slot, float], stays: float) -> float:
    weight = sum(strength for *_, strength in pulls)
    if not weight:
        return stays
    return sum((levels[slot] + off) * strength for slot, off, strength in pulls) / weight


def _settle(
    layer: list[Slot],
    wanted: dict[Slot, float],
    apart: dict[Slot, float],
    levels: dict[Slot, float],
) -> None:
    """As close to what is wanted as the order and the distances allow."""
    offsets, pools, total = [], [], 0.0
    for number, slot in enumerate(layer):
        total += apart[slot] if number else 0.0
        offsets.append(total)
        pools.append([wanted[slot] - total, 1])
        while len(pools) > 1 and pools[-2][0] >= pools[-1][0]:
            (later, n), (earlier, m) = pools.pop(), pools.pop()
            pools.append([(earlier * m + later * n) / (m + n), m + n])
    free = [level for level, count in pools for _ in range(int(count))]
    for slot, level, offset in zip(layer, free, offsets, strict=True):
        levels[slot] = level + offset
