"""LaTeX as this engine writes it, as MathML: the same formula for browsers and screen readers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.sax.saxutils import escape

from engine.writing.notation import COMMANDS, GREEK

TOKEN = re.compile(
    r"\\(?:text|mathrm|operatorname)\{(?P<word>(?:[^{}\\]|\\_)*)\}"
    r"|\\(?:left|right)(?:\\[a-zA-Z]+|.)|\\(?:begin|end)\{\w+\}|\\sqrt\[\w+\]"
    r"|\\[a-zA-Z]+|\\.|[0-9]+(?:\.[0-9]+)?|\s+|."
)
LETTERS = {"\\" + name: letter for letter, name in GREEK.items()} | {
    r"\partial": "∂", r"\infty": "∞", r"\top": "⊤", r"\prime": "′", r"\dots": "…",
}  # fmt: skip
SIGNS = {
    r"\cdot": "⋅", r"\bmod": "mod", r"\le": "≤", r"\ge": "≥", r"\ne": "≠", r"\star": "⋆",
    r"\odot": "⊙", r"\sum": "∑", r"\prod": "∏", r"\times": "×", r"\otimes": "⊗", r"\in": "∈",
    r"\lfloor": "⌊", r"\rfloor": "⌋", r"\lceil": "⌈", r"\rceil": "⌉", r"\lVert": "‖",
    r"\rVert": "‖", r"\|": "‖", "-": "−",
}  # fmt: skip
FENCES = {"bmatrix": ("[", "]"), "cases": ("{", "")}
FUNCTIONS = frozenset(COMMANDS.values()) | {r"\ln", r"\log", r"\det"}
SPACES = {r"\,": "0.17em", r"\;": "0.28em", r"\quad": "1em"}
TIMES = "<mo>\u2062</mo>"  # a product without a sign: not seen, but read aloud


class Item(NamedTuple):
    """A finished part; two operands side by side are a product."""

    mathml: str
    operand: bool = True


class Waiting(NamedTuple):
    """A fraction, root or script that still lacks some of its parts."""

    needs: int
    tag: str
    parts: tuple[str, ...] = ()


@dataclass
class Frame:
    """An open group, bracket or table."""

    opened: str
    items: list[Item] = field(default_factory=list)
    waiting: list[Waiting] = field(default_factory=list)
    cells: list[list[str]] = field(default_factory=lambda: [[]])
    gap: bool = False

    def add(self, item: Item) -> None:
        while self.waiting:
            due = self.waiting.pop()
            due = due._replace(parts=(*due.parts, item.mathml))
            if len(due.parts) < due.needs:
                self.waiting.append(due)
                return
            item = Item(_built(due))
        if self.gap and item.operand and self.items and self.items[-1].operand:
            self.items.append(Item(TIMES, operand=False))
        self.gap = False
        self.items.append(item)

    def row(self) -> str:
        shown = "".join(item.mathml for item in self.items)
        single = len(self.items) == 1
        self.items = []
        return shown if single else f"<mrow>{shown}</mrow>"

    def end_cell(self, *, row: bool) -> None:
        self.cells[-1].append(self.row())
        self.cells.extend([[]] if row else [])


def _built(due: Waiting) -> str:
    # a root's index is written first in LaTeX, and last in MathML
    parts = reversed(due.parts) if due.tag == "mroot" else due.parts
    return f"<{due.tag}>{''.join(parts)}</{due.tag}>"


ROOT = Waiting(1, "msqrt")


def mathml(latex: str) -> str:
    """One formula; brackets may nest to any depth."""
    frames = [Frame("")]
    for found in TOKEN.finditer(latex):
        if found["word"] is not None:
            _word(frames[-1], found[0], found["word"].replace(r"\_", "_"))
        else:
            _read(found[0], frames)
    return f'<math xmlns="http://www.w3.org/1998/Math/MathML">{frames[0].row()}</math>'


def _read(mark: str, frames: list[Frame]) -> None:
    top = frames[-1]
    if mark == "{" or mark.startswith((r"\left", r"\begin")):
        frames.append(Frame(mark))
    elif mark == "}" or mark.startswith((r"\right", r"\end")):
        frames.pop()
        frames[-1].add(Item(_closed(top, mark)))
    elif mark.isspace():
        top.gap = not top.waiting
    elif mark in ("^", "_"):
        base = top.items.pop().mathml if top.items else "<mrow/>"
        tag = "msup" if mark == "^" else "msub"
        top.waiting.append(Waiting(2, tag, (base,)))
    elif mark in ("&", r"\\"):
        top.end_cell(row=mark == r"\\")
    elif mark in (r"\frac", r"\tfrac"):
        top.waiting.append(Waiting(2, "mfrac"))
    elif mark.startswith(r"\sqrt"):
        index = mark[len(r"\sqrt[") : -1]
        top.waiting.append(Waiting(2, "mroot", (f"<mn>{index}</mn>",)) if index else ROOT)
    else:
        top.add(_simple(mark))


def _closed(frame: Frame, mark: str) -> str:
    """A group, a bracketed part or a table, now that its end is read."""
    if mark == "}":
        return frame.row()
    if mark.startswith(r"\right"):
        inside, ends = frame.row(), (frame.opened[len(r"\left") :], mark[len(r"\right") :])
    else:
        frame.end_cell(row=False)
        inside, ends = _table(frame.cells), FENCES.get(mark[len(r"\end{") : -1], ("", ""))
    first, last = (_fence(end) for end in ends)
    return f"<mrow>{first}{inside}{last}</mrow>"


def _fence(sign: str) -> str:
    shown = SIGNS.get(sign, sign.lstrip("\\"))
    return f'<mo fence="true">{escape(shown)}</mo>' if shown and shown != "." else ""


def _table(rows: list[list[str]]) -> str:
    cells = ("".join(f"<mtd>{cell}</mtd>" for cell in row) for row in rows)
    return f"<mtable>{''.join(f'<mtr>{row}</mtr>' for row in cells)}</mtable>"


def _word(frame: Frame, mark: str, word: str) -> None:
    if mark.startswith(r"\text"):
        frame.add(Item(f"<mtext>{escape(word)}</mtext>"))
    else:
        normal = ' mathvariant="normal"' if len(word) == 1 else ""
        frame.add(Item(f"<mi{normal}>{escape(word)}</mi>"))


def _simple(mark: str) -> Item:
    """One sign, letter or number."""
    if mark in SPACES:
        return Item(f'<mspace width="{SPACES[mark]}"/>', operand=False)
    if mark[0].isdigit():
        return Item(f"<mn>{mark}</mn>")
    if mark in LETTERS or mark.isalpha():
        return Item(f"<mi>{LETTERS.get(mark, mark)}</mi>")
    if mark in FUNCTIONS:
        return Item(f"<mi>{mark[1:]}</mi>", operand=False)
    return Item(f"<mo>{escape(SIGNS.get(mark, mark))}</mo>", operand=False)
