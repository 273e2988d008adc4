"""What one request may ask for, each number with its reason: the one table of limits.

A server on the loopback address serves the person in front of it and is generous; a public one
is strict. Every limit stands in /api/v1/meta, and in the message of the refusal that it causes.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any

from engine.limits import Limits as Program

MIB = 1024 * 1024
OWN = Program()  # what the engine allows a person at their own machine


def _limit(generous: float, why: str) -> Any:
    """A field with its generous value; the reason goes with it."""
    return field(default=generous, metadata={"why": why})


@dataclass(frozen=True, kw_only=True)
class Limits:
    """The limits of one server."""

    body_bytes: int = _limit(32 * MIB, "a request is held in memory before it is read")
    characters: int = _limit(OWN.characters, "a text is read in one go")
    depth: int = _limit(OWN.depth, "open brackets are kept on a stack")
    nodes: int = _limit(60_000, "every node is kept, named and sent")
    elements: int = _limit(OWN.elements, "every number of every tensor takes eight bytes, and more")
    work: int = _limit(20_000_000_000, "ten multiplications take a nanosecond, and others wait")
    steps: int = _limit(400_000, "every step of a trace is written out, here as columns")
    told_steps: int = _limit(45_000, "every step with its names and its sentence is ten times that")
    numbers: int = _limit(20_000_000, "an answer is written out number by number")
    paths: int = _limit(100_000, "paths are listed one after the other")
    link_bytes: int = _limit(64 * 1024, "a short link is kept for a long time")
    qr_bytes: int = _limit(1_200, "a phone must tell its squares apart across a room")
    seconds: float = _limit(20.0, "symbolic work has no bound that is known before")
    waiting: int = _limit(16, "a longer queue would only make everyone wait longer")
    memory_bytes: int = _limit(2_048 * MIB, "one symbolic expression must not fill the machine")

    body_seconds: float = _limit(60.0, "whoever sends one letter a minute keeps a place taken")
    requests_per_minute: int = _limit(1_000_000, "one client must leave time for the others")
    at_once: int = _limit(10_000, "beyond some number, every answer only comes later")
    at_once_per_client: int = _limit(10_000, "one client must leave places for the others")

    @property
    def program(self) -> Program:
        """The part that the engine itself keeps to."""
        return Program(
            characters=self.characters, depth=self.depth, nodes=self.nodes, elements=self.elements
        )


LOOPBACK = Limits()
PUBLIC = Limits(
    body_bytes=1 * MIB,
    characters=100_000,
    depth=200,
    nodes=10_000,
    elements=1_000_000,
    work=4_000_000_000,
    steps=100_000,
    told_steps=30_000,
    numbers=1_000_000,
    paths=10_000,
    link_bytes=16 * 1024,
    seconds=5.0,
    memory_bytes=1_024 * MIB,
    body_seconds=15.0,
    requests_per_minute=3_000,
    at_once=64,
    at_once_per_client=12,
)


def published(limits: Limits) -> dict[str, float]:
    """The limits by name, as /meta sends them."""
    return {each.name: getattr(limits, each.name) for each in fields(limits)}


def reasons() -> dict[str, str]:
    """Why there is each limit."""
    return {each.name: each.metadata["why"] for each in fields(Limits)}
