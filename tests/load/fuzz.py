"""Any text → graph → sweeps → JSON: python -m tests.load.fuzz [runs] [text | latex]

Atheris looks for texts that reach new lines of the engine. A text is pieces of the language between
any characters whatever. What is not an answer and not a clear refusal ends the run with the text.
"""

from __future__ import annotations

import sys
import warnings
from time import perf_counter, process_time

import atheris

with atheris.instrument_imports(include=["engine"]):
    from engine import EngineError
    from engine.trace import trace_tape
    from server.compute import Compute
    from server.limits import PUBLIC
    from server.prepare import passes_of, prepare, require_affordable
    from server.routes import evaluate, graph
    from server.schemas.evaluate import EvaluateRequest
    from server.schemas.graph import GraphRequest
    from server.settings import Settings
    from server.strict_json import read, write

TEXT = [
    *"abxyπ0125.+-*/^%@()[],=;\n<>:#_' ", "²", "√(", "×", "sin(", "log(", "relu(", "sum(", "max(",
    "where(", "softmax(", "norm(", "inv(", "conv2d(", "f(x) = ", "f(", "repeat 3 as t:\n ", ".T",
    "[0]", "[1:]", "axis=0", "keepdims=1", "1e308", "inf", "[[1, 2], [3, 4]]", "[1, 2, 3]",
    "reshape(x, (2, 2))", "zeros((2, 3))", "eye(3)", "a = 2\n", "\u202e", "\ud800", "变",
]  # fmt: skip
LATEX = [
    *"abxy0125.+-*/^_(){}[],=&|!<> ", "\\frac{", "\\sqrt{", "\\sqrt[", "\\sin", "\\log", "\\exp",
    "\\left(", "\\right)", "\\cdot", "\\times", "\\theta", "\\sum", "\\int", "\\begin{matrix}",
    "\\end{matrix}", "\\\\", "e^{", "w_{10}", "}", "\\operatorname{max}", "\\text{", "\\ud800",
]  # fmt: skip
MOST_PIECES = 24
COMPUTE = Compute(Settings(public=True, limits=PUBLIC))


class Counted:
    """How many runs, how many of them were answered."""

    def __init__(self, runs: int, latex: bool) -> None:
        self.runs, self.latex = runs, latex
        self.done, self.answered, self.began = 0, 0, perf_counter()
        self.slowest, self.slow = 0.0, ""

    def once(self, data: bytes) -> None:
        text = text_from(data, LATEX if self.latex else TEXT)
        began = process_time()  # which other work on the machine does not change
        try:
            self.answered += answered(text, self.latex)
        except Exception:
            print("broke on", ascii(text), flush=True)
            raise
        took = process_time() - began
        if took > self.slowest:
            self.slowest, self.slow = took, text
        self.done += 1
        if self.done % max(1, self.runs // 20) == 0:
            self.tell()

    def tell(self) -> None:
        seconds = perf_counter() - self.began
        print(
            f"{self.done} runs, {self.answered} answered, 0 crashes, {seconds:.0f} s, "
            f"slowest {self.slowest:.2f} s: {self.slow[:80]!a}",
            flush=True,
        )


def text_from(data: bytes, pieces: list[str]) -> str:
    chosen = atheris.FuzzedDataProvider(data)
    found = []
    for _ in range(chosen.ConsumeIntInRange(0, MOST_PIECES)):
        if chosen.ConsumeIntInRange(0, 15):
            found.append(chosen.PickValueInList(pieces))
        else:
            found.append(chosen.ConsumeUnicode(3))
    return "".join(found)


def answered(text: str, latex: bool) -> bool:
    """The structure as an editor asks for it, then the value, its gradients and every step."""
    notation = "latex" if latex else "text"
    try:
        asked = GraphRequest(source=text, notation=notation, tolerant=True)
        read(write(graph.answer(asked, COMPUTE, "zh")))
        wanted = EvaluateRequest(source=text, notation=notation, jacobian=True)
        read(write(evaluate.answer(wanted, COMPUTE, "en")))
        tape, known, _ = prepare(wanted, COMPUTE.programs)
        require_affordable(tape, passes_of(tape), COMPUTE.limits)
        if len(tape.graph.nodes) < 2_000:
            trace_tape(tape, known, ("forward", "reverse"), None)
    except EngineError as error:
        assert error.message("en")
        assert error.message("zh")
        return False
    return True


def main() -> None:
    warnings.simplefilter("error")
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    counted = Counted(runs, latex="latex" in sys.argv[2:])
    options = [sys.argv[0], f"-runs={runs}", "-max_len=400", "-timeout=120", "-rss_limit_mb=4096"]
    atheris.Setup(options, counted.once)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
