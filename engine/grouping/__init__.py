"""A large graph in groups, so that nowhere more things stand side by side than a person can read.

Calls and rounds stay as they are; around them, what is consecutive in the text is gathered: rounds
of one repetition, long sums and products, lines of one pattern, else stretches of lines. What is
consecutive is convex: no path leaves such a group and comes back.
"""

from __future__ import annotations

from engine.grouping.gathering import Gathering, gathered

__all__ = ["Gathering", "gathered"]
