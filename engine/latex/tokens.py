"""LaTeX cut into tokens: names whole, brackets in pairs, and nothing that is not known."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from lark import Token

from engine.errors import SyntaxProblem, TooDeep
from engine.latex import beforehand, commands, pieces
from engine.latex.doubtful import check_number, check_word, open_arguments
from engine.latex.names import BRACED, CALLED, WHOLE, Misspelt, argument, decorated, spelled
from engine.parse.complaints.making import Edit, refusal, repair, short
from engine.parse.functions import FORMS
from engine.place import Place, Source
from engine.text.characters import READ_AS, is_letter

DEEPEST = 100  # brackets within brackets: sympy goes down into them on our own stack


class Reader:
    """One text on its way to tokens."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.text = source.text.translate(READ_AS)
        self.at = 0
        self.tokens: list[Token] = []
        self.open: list[tuple[str, str, int, int]] = []  # closer, its kind, where, arguments due
        self.due = 0  # arguments of one character each
        self.defined = beforehand.defined_in(self.text)
        self.bold: set[str] = set()  # names that are a vector or a matrix
        self.e_is_a_name = beforehand.BOUND_E.search(self.text) is not None
        self.acts: Mapping[str, Callable[[str, int], None]] = {
            "space": self._space, "row": self._row, "environment": self._environment,
            "command": self._command, "number": self._number, "word": self._word,
            "other": self._other, "joined": self._joined, "inverse": self._inverse,
            "index": self._index,
        }  # fmt: skip

    def read(self) -> list[Token]:
        """Every token, or the refusal of the first thing that cannot be one."""
        while self.at < len(self.text):
            found = pieces.PIECE.match(self.text, self.at)
            assert found is not None  # the last alternative takes anything
            start, self.at = self.at, found.end()
            try:
                self.acts[found.lastgroup or ""](found[0], start)
            except Misspelt as error:
                told = {"text": error.text, **error.fields}
                raise self.refusal(error.reason, start, error.end, error.edits, **told) from None
        if self.open:
            close, _, start, _ = self.open[-1]
            opener = self._seen(start)
            raise self.refusal("unclosed_paren", start, start + 1, open=opener, close=close)
        while self.tokens and self.tokens[-1].type == "SEPARATOR":
            self.tokens.pop()
        for function, bracket in open_arguments(self.tokens):
            place = (bracket.start_pos or 0, bracket.end_pos or 0)
            raise self.refusal("latex_open_argument", *place, f=str(function))
        return beforehand.marked(beforehand.transposed(self.tokens, self.bold), self.bold)

    def refusal(
        self, reason: str, start: int, end: int, edits: Sequence[Edit] = (), **fields: str
    ) -> SyntaxProblem:
        shown: dict[str, Any] = {name: short(value) for name, value in fields.items()}
        text = short(edits[0][2]) if edits else ""
        mended = repair("use", self.source, *edits, text=text) if edits else None
        return refusal(SyntaxProblem, reason, self.source, Place(start, end), mended, **shown)

    def add(self, kind: str, start: int, value: str = "") -> None:
        """One more token; what follows a fraction or a power may be a single digit."""
        self.tokens.append(Token(kind, value, start_pos=start, end_pos=self.at))
        self.due = commands.ARGUMENTS.get(kind, max(0, self.due - 1))

    def _before(self) -> str:
        return self.tokens[-1].type if self.tokens else "SEPARATOR"

    def _apart(self, start: int) -> bool:
        r"""The 2 in `\sin^2 3x` or `\log_2 3x` is not a factor."""
        return self.text[start - 1].isspace() and beforehand.is_of_a_function(self.tokens)

    def _inside(self) -> bool:
        """Within brackets: what stands between the lines of cases ends like a formula."""
        return bool(self.open) and not self.open[-1][0].startswith(r"\end{")

    def _seen(self, start: int) -> str:
        found = pieces.PIECE.match(self.text, start)
        return "" if found is None else found[0]

    def _space(self, text: str, start: int) -> None:
        """The end of a line ends a statement, unless the formula goes on in the next."""
        ends = "\n" in text or "\r" in text
        goes_on = self.open or self._before() in commands.PARTIAL
        if ends and not goes_on and not pieces.GOES_ON.match(self.text, self.at):
            self._separate(start)

    def _row(self, _text: str, start: int) -> None:
        if self.open:
            self.add("MATRIX_ROW_DELIM", start)
            return
        end = pieces.LINE_END.search(self.text, self.at)
        rest = self.text[self.at : end.start() if end else len(self.text)]
        if self._before() in commands.PARTIAL:
            return
        if "=" in pieces.IN_BRACES.sub("", rest) or not pieces.GOES_ON.match(self.text, self.at):
            self._separate(start)

    def _separate(self, start: int) -> None:
        if self._before() != "SEPARATOR":
            self.add("SEPARATOR", start)

    def _number(self, text: str, start: int) -> None:
        if self.due and len(text) > 1:
            text, self.at = text[0], start + 1
        elif self._before() == "NUMBER" and not self.due and not self._apart(start):
            raise self.refusal("latex_two_numbers", self.tokens[-1].start_pos or 0, self.at)
        if not self.due:
            check_number(self.text, start, after_name=self._before() == "NAME")
        text = text.rstrip(".")
        if not text:  # TeX raises only the point of `x^.5`
            raise self.refusal("latex_unexpected", start, self.at, typed=".")
        if not math.isfinite(float(text)):
            raise self.refusal("number_too_large", start, self.at, text=text)
        self.add("NUMBER", start, text)

    def _word(self, letter: str, start: int) -> None:
        """A letter is a name; only a function of the table is read as a word without a sign."""
        word = pieces.WORD.match(self.text, start)
        name = "" if word is None else _table_name(word[0])
        if letter in commands.CHARACTERS:
            self._other(letter, start)
        elif word is not None and name:
            self.at = word.end()
            self.add("FUNC", start, name)
        elif not is_letter(letter):
            raise self.refusal("unexpected_char", start, self.at, ch=letter)
        else:
            check_word(self.text, start)
            self._name(letter, start)

    def _joined(self, typed: str, start: int) -> None:
        """A product of matrices or of vectors, as we write it; so is an inverse below."""
        self.add("TIMES", start, pieces.SIGNS[typed])

    def _inverse(self, _typed: str, start: int) -> None:
        self.add("INVERSE", start)

    def _index(self, typed: str, start: int) -> None:
        """`x[0, 1]` is an entry of x; where no value stands before it, the bracket just opens."""
        if self.due or self._before() == "NUMBER" or self._before() not in commands.ENDS_A_VALUE:
            self.at = start + 1
            self._bracket("[", start)
        else:
            self.add("INDEX", start, typed.replace(r"\right", ""))

    def _other(self, sign: str, start: int) -> None:
        if sign == "," and not self.open and pieces.ENDS_LINE.match(self.text, self.at):
            return  # the comma after a formula that others follow
        if sign in commands.CHARACTERS:
            self.add(commands.CHARACTERS[sign], start, sign)
        elif sign == "&":
            if self.open:
                self.add("MATRIX_COL_DELIM", start)
        elif sign not in ".;" or self._inside() or not pieces.GOES_ON.match(self.text, self.at):
            self._bracket(commands.SAME.get(sign, sign), start)

    def _command(self, typed: str, start: int) -> None:
        name = typed[1:]
        if name in commands.LOOKS:
            self._look(name)
        elif name in commands.SIGNS:
            found = beforehand.DERIVATIVE.match(self.text, self.at)
            if found and commands.SIGNS[name] == "FRAC":
                raise self.refusal("latex_derivative", start, found.end())
            self.add(commands.SIGNS[name], start, name)
        elif name in commands.FUNCTIONS:
            self.add("FUNC", start, commands.FUNCTIONS[name])
        elif name not in self.defined and name == "sigma" and CALLED.match(self.text, self.at):
            self.add("CALL", start, "sigmoid")
        elif name in commands.LETTERS:
            self._name(commands.LETTERS[name], start)
        elif name in commands.WORDS or name in commands.ACCENTS:
            self._worded(name, start)
        else:
            self._bracket(commands.SAME.get(typed, typed), start)

    def _look(self, name: str) -> None:
        r"""`\left.` and `\right.` are brackets that are not there."""
        if name in ("left", "right") and self.text.startswith(".", self.at):
            self.at += 1

    def _worded(self, name: str, start: int) -> None:
        r"""`\mathrm{loss}`, `\hat{y}`, `\text{if }`."""
        found = argument(self.text, self.at)
        if found is None:
            raise self.refusal("latex_unfinished", start, self.at)
        inside, self.at = found[1], found.end()
        word = inside.strip().lower().rstrip(" ,:.;")
        if self._before() in ("COMMA", "LPAREN") and pieces.SETTING.fullmatch(inside):
            self.add("SETTING", start, inside)
        elif name in commands.ACCENTS:
            base = spelled(inside, self.at)
            self._name(f"{base}_{WHOLE}{commands.ACCENTS[name]}", start)
        elif word in commands.OTHERWISE:
            self.add("OTHERWISE", start)
        elif word and word not in commands.EITHER_WAY:
            self._function_or_name(spelled(inside, self.at), start, name)

    def _function_or_name(self, word: str, start: int, command: str) -> None:
        lower = _table_name(word.lower())
        operator = command.startswith("operator")
        applied = CALLED.match(self.text, self.at) or beforehand.applies(self.text, self.at, word)
        if lower and (operator or applied or word in commands.FUNCTIONS):
            self.add("FUNC", start, lower)
        elif operator and not beforehand.is_bound(self.text, word):
            raise self.refusal("unknown_function_plain", start, self.at, f=word)
        elif word in commands.SPELLED_OUT:
            self.add(commands.SPELLED_OUT[word], start, word)
        elif not is_letter(word[0]) and word[0] != "_":
            raise self.refusal("latex_number_as_name", start, self.at, text=word)
        else:
            name = self._name(word, start)
            if command in commands.BOLD:
                self.bold.add(name)

    def _name(self, base: str, start: int) -> str:
        eulers = base == "e" and not self.e_is_a_name  # e^{(x)} is a power of it
        name, self.at = decorated(self.text, self.at, base, layers=not eulers)
        self.add(self._sort(name, base), start, name)
        return name

    def _sort(self, name: str, base: str) -> str:
        """Euler's number, a function of the program's own, or a plain name."""
        if name == base == "e" and not self.e_is_a_name:
            return "EULER"
        if not (name in self.defined and CALLED.match(self.text, self.at)):
            return "NAME"
        head = pieces.HEAD.match(self.text, self.text.find("(", self.at) + 1)
        begins = self._before() == "SEPARATOR" and head is not None
        return "DEFINED" if begins and head and head[0].endswith("=") else "CALL"

    def _environment(self, typed: str, start: int) -> None:
        name = typed[typed.index("{") + 1 : -1]
        if name in commands.AROUND:
            return
        if name not in commands.ENVIRONMENTS:
            raise self.refusal("latex_command", start, self.at, command=typed)
        family, end = commands.ENVIRONMENTS[name], rf"\end{{{name}}}"
        if typed.startswith(r"\end"):
            self._close(end, start)
            return
        columns = BRACED.match(self.text, self.at) if name == "array" else None
        self.at = self.at if columns is None else columns.end()
        self._open(f"{family}_BEGIN", end, f"{family}_END", start)

    def _bracket(self, typed: str, start: int) -> None:
        """A bracket that opens or closes; bars do both, so what stands before them decides."""
        closes = bool(self.open) and self.open[-1][0] == typed
        if typed in ("|", r"\|") and closes:
            before = self.text[max(0, start - 8) : start].rstrip()
            after_value = self._before() in commands.ENDS_A_VALUE and not before.endswith(r"\left")
            closes = after_value or before.endswith(r"\right")
        if closes or typed in commands.CLOSERS:
            self._close(typed, start)
        elif typed in commands.PAIRS:
            kind, close, closing = commands.PAIRS[typed]
            self._open(kind, close, closing, start)
        else:
            reason = "latex_command" if typed.startswith("\\") else "unexpected_char"
            raise self.refusal(reason, start, self.at, command=typed, ch=typed)

    def _open(self, kind: str, close: str, closing: str, start: int) -> None:
        due = max(0, self.due - 1)
        self.add(kind, start)
        self.open.append((close, closing, start, due))
        self.due = 0
        if len(self.open) > DEEPEST:
            place = Place(start, self.at)
            raise refusal(TooDeep, "too_deep", self.source, place, n=len(self.open), max=DEEPEST)

    def _close(self, typed: str, start: int) -> None:
        if not self.open:
            raise self.refusal("extra_paren", start, self.at, close=typed)
        close, closing, opened, due = self.open[-1]
        if typed != close:
            fields: dict[str, Any] = {"close": typed, "open": self._seen(opened), "right": close}
            raise self.refusal("mismatched_paren", start, self.at, **fields)
        self.open.pop()
        self.add(closing, start)
        self.due = due


def _table_name(word: str) -> str:
    """What the table of operations calls this function; nothing if it has none such."""
    name = commands.OTHER_NAMES.get(word, word)
    return commands.FUNCTIONS.get(name) or (name if name in FORMS else "")
