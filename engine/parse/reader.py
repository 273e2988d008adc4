"""What has been read of one expression: the signs that wait, the values so far, open brackets."""

from __future__ import annotations

from collections.abc import Container
from typing import Protocol

from engine.limits import Limits
from engine.parse.code import Code, Verb
from engine.parse.complaints.sizes import too_many_nodes
from engine.parse.ranks import BRACKET, PREFIXES, Sign
from engine.place import Place
from engine.text import Tokens


class Frame(Protocol):
    """A bracket that is open."""

    opener: int  # the token that opened it

    @property
    def compares(self) -> bool:
        """May a comparison stand here?"""

    def comma(self, reader: Reader) -> bool: ...
    def close(self, reader: Reader) -> bool: ...


class Reader:
    """The stacks of precedence climbing; nothing here calls itself, however deep the brackets."""

    def __init__(self, tokens: Tokens, at: int, own: Container[str], limits: Limits) -> None:
        self.tokens = tokens
        self.kinds = tokens.kinds
        self.at = at  # the token to be read next
        self.last = at  # the token that ended the value before it
        self.own = own  # functions that the program defined itself
        self.limits = limits
        self.most = 2 * limits.nodes + 2  # so much postfix makes too many nodes for certain
        self.code: Code = []
        self.starts: list[int] = []  # where each value begins, its brackets included
        self.waiting: list[Sign] = [BRACKET]
        self.frames: list[Frame] = []
        self.done = False

    def put(self, verb: Verb, what: object) -> None:
        """A step about the value that was read last, brackets included."""
        self.code.append((verb, what, self.starts[-1], self.tokens.ends[self.last]))

    def value(self) -> bool:
        """This token is a value, or ends one."""
        self.last = self.at
        self.at += 1
        return True

    def settle(self, reaches: int) -> None:
        """Let the waiting signs that bind at least so tightly have their turn."""
        waiting, starts, code = self.waiting, self.starts, self.code
        end = self.tokens.ends[self.last]
        while waiting[-1][0] >= reaches:
            rank, _, op, start = waiting.pop()
            if rank != PREFIXES:
                starts.pop()
                code.append(("binary", op, starts[-1], end))
            else:
                starts[-1] = start
                if op is not None:
                    code.append(("unary", op, start, end))
        if len(code) > self.most:
            place = Place(starts[-1], end)
            raise too_many_nodes(self.tokens.source, place, len(code) // 2, self.limits)

    def wait(self, sign: Sign) -> bool:
        """A sign in front of what comes next; each makes a node in the end."""
        self.waiting.append(sign)
        self.at += 1
        if len(self.waiting) > self.most:
            raise too_many_nodes(
                self.tokens.source,
                self.tokens.place(self.at - 1),
                len(self.waiting),
                self.limits,
            )
        return False

    def open(self, frame: Frame) -> None:
        self.frames.append(frame)
        self.waiting.append(BRACKET)

    def shut(self) -> Frame:
        """Everything in the innermost bracket has its turn."""
        self.settle(0)
        self.waiting.pop()
        return self.frames.pop()
