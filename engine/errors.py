"""Everything the engine can refuse, and everything it can remark upon.

EngineError                 refused: there is no answer
├── SyntaxProblem           the text cannot be read
├── UnknownFunction         a function nobody defined
├── WrongArity              a function with too many or too few arguments
├── BadArgument             an argument of the wrong sort
├── BadIndex                an index outside its tensor
├── Recursion               a function that calls itself
├── UnknownName             a request names something the program lacks
├── ShapeMismatch           operands that do not fit together
├── NotScalar               a gradient asked of an output with several entries
├── MissingValue            an input without a value
├── BadValue                a value that is no number, or of the wrong shape
└── TooLarge                a limit protects the machine
    ├── TooLong  TooDeep  TooManyNodes  TooManyElements  TooManySteps
    └── TooCostly  TimedOut

Notice                      remarked upon: the answer stands, and this is worth knowing
    codes: domain  division-by-zero  overflow  underflow  kink  not-differentiable
           singular-matrix  unused-value  converted-symbol

`code` is the family and never changes; `reason` is the key of the sentence in `words`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar, NamedTuple

from engine.place import Span
from engine.words import Language, say


class Suggestion(NamedTuple):
    """A repair: the key of the button's label, its fields, and the whole text repaired."""

    reason: str
    source: str
    fields: dict[str, object]

    def label(self, language: Language = "en") -> str:
        return say(self.reason, language, self.fields)


class EngineError(Exception):
    """A refusal that a person can understand and mend."""

    code: ClassVar[str] = "engine-error"

    def __init__(
        self,
        reason: str,
        *,
        span: Span | None = None,
        suggestion: Suggestion | None = None,
        ports: tuple[int, ...] = (),
        **fields: object,
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.span = span
        self.suggestion = suggestion
        self.ports = ports  # the operands it is about, where not all
        self.fields = fields

    def message(self, language: Language = "en") -> str:
        return say(self.reason, language, self.fields)

    def __str__(self) -> str:
        return self.message()


class SyntaxProblem(EngineError):
    code = "syntax"


class UnknownFunction(EngineError):
    code = "unknown-function"


class WrongArity(EngineError):
    code = "wrong-arity"


class BadArgument(EngineError):
    code = "bad-argument"


class BadIndex(EngineError):
    code = "bad-index"


class Recursion(EngineError):
    code = "recursion"


class UnknownName(EngineError):
    code = "unknown-name"


class ShapeMismatch(EngineError):
    code = "shape-mismatch"


class NotScalar(EngineError):
    code = "not-scalar"


class MissingValue(EngineError):
    code = "missing-value"


class BadValue(EngineError):
    code = "bad-value"


class TooLarge(EngineError):
    """A limit that protects the machine; the message names the limit and the size."""


class TooLong(TooLarge):
    code = "too-long"


class TooDeep(TooLarge):
    code = "too-deep"


class TooManyNodes(TooLarge):
    code = "too-many-nodes"


class TooManyElements(TooLarge):
    code = "too-many-elements"


class TooManySteps(TooLarge):
    code = "too-many-steps"


class TooCostly(TooLarge):
    code = "too-costly"


class TimedOut(TooLarge):
    code = "timed-out"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something worth knowing about an answer that stands."""

    code: str
    reason: str
    node: int | None = None
    span: Span | None = None
    fields: dict[str, object] = field(default_factory=dict)

    def message(self, language: Language = "en") -> str:
        return say(self.reason, language, self.fields)
