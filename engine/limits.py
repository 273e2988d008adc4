"""How large a program may be, each number with its reason."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one program may ask of the machine; a public server makes stricter ones."""

    characters: int = 4 * 1024 * 1024  # a text is cut into tokens in one go
    depth: int = 1_000  # open brackets are kept on a stack; nobody reads a thousand of them
    nodes: int = 200_000  # every node is kept, named and sent; a call or a round counts as one
    elements: int = 20_000_000  # every number of every tensor takes eight bytes, and more
    nesting: int = 60  # calls within calls, repeats within repeats: each stands on our own stack
