"""Is an answer right, and if not: which known misconception leads to just this answer?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from engine.errors import BadValue
from engine.quiz import matching
from engine.quiz.kinds import KINDS
from engine.quiz.probes import of_gradient
from engine.quiz.question import HINTS, Choice, Kind, Probe, Question
from engine.quiz.scene import Scene
from engine.words import Language, Words, both, say

MOST_CODES = 3


class Diagnosis(NamedTuple):
    """What seems to have happened; several codes where they lead to the same answer."""

    codes: tuple[str, ...]
    message: Words

    @property
    def code(self) -> str:
        return self.codes[0] if len(self.codes) == 1 else "either"


class Part(NamedTuple):
    """One edge of an exercise in which all are filled in."""

    edge: str
    correct: bool
    truth: float


class Verdict(NamedTuple):
    correct: bool
    truth: Any
    diagnosis: Diagnosis | None
    parts: tuple[Part, ...] = ()


def judge(scene: Scene, question: Question, answer: Any) -> Verdict:
    """Compare an answer with the truth, which is computed here and now."""
    row = KINDS[question.kind]
    truth = row.truth(scene, question)
    if row.form == "edges":
        return _edges(scene, truth, answer)
    given = _read(scene, row, question, answer)
    if matching.same(given, truth) or (row.accepts and row.accepts(scene, question, given)):
        return Verdict(True, truth, None)
    return Verdict(False, truth, diagnose(given, truth, list(row.probes(scene, question))))


def _read(scene: Scene, row: Kind, question: Question, answer: Any) -> Any:
    if row.form == "number":
        return matching.number(scene, answer)
    if row.form == "shape":
        return matching.shape(answer)
    known = [choice.value for choice in choices(scene, question)]
    free = row.accepts is not None and answer in scene.edge_names.values()
    if answer not in known and not free:
        raise BadValue("quiz_no_such_choice", known=", ".join(known))
    return answer


def diagnose(given: Any, truth: Any, probes: list[Probe]) -> Diagnosis | None:
    """The probes that would have answered this; the weak ones only where no other would."""
    fitting = [p for p in probes if matching.same(p.answer, given) and p.answer != truth]
    strong = [probe for probe in fitting if not probe.weak]
    by_code = {probe.code: probe for probe in reversed(strong or fitting[:1])}
    found = [*reversed(by_code.values())][:MOST_CODES]
    if not found:
        return None
    said = [both(f"quiz_probe_{probe.code}", probe.fields) for probe in found]
    codes = tuple(probe.code for probe in found)
    return Diagnosis(codes, said[0] if len(said) == 1 else _which(said))


def _which(said: list[Words]) -> Words:
    """Several slips give this number, so we ask instead of asserting."""
    lists = (
        " ".join(f"({at}) {words}" for at, words in enumerate(each, 1))
        for each in zip(*said, strict=True)
    )
    return both("quiz_either", {"list": Words(*lists)})


def _edges(scene: Scene, truth: Mapping[str, float], answer: Any) -> Verdict:
    """Every edge by itself; the first one that is wrong is diagnosed."""
    if not isinstance(answer, Mapping):
        raise BadValue("quiz_wants_edges")
    parts, first = [], None
    for arrival in scene.arrivals:
        name = scene.edge_names[arrival.edge]
        given = matching.number(scene, answer[name]) if answer.get(name) not in (None, "") else None
        right = given is not None and matching.close(given, truth[name])
        parts.append(Part(name, right, truth[name]))
        if not right and given is not None and first is None:
            first = diagnose(given, truth[name], _of_share(scene, arrival.edge))
    return Verdict(all(part.correct for part in parts), truth, first, tuple(parts))


def _of_share(scene: Scene, edge: int) -> list[Probe]:
    """What can go wrong with what crosses one edge."""
    arrival = next(each for each in scene.arrivals if each.edge == edge)
    target = scene.target(arrival)
    named = {"x": scene.name(arrival.node), "y": scene.name(target)}
    return [
        Probe("missing_upstream", scene.local(edge), named),
        Probe("missing_local", float(arrival.upstream), named),
        Probe("whole_sum", scene.gradient(arrival.node), named),
        *of_gradient(scene, Question("gradient", arrival.node)),
    ]


def choices(scene: Scene, question: Question) -> list[Choice]:
    """The answers to pick from; none where one is written."""
    row = KINDS[question.kind]
    return row.choices(scene, question) if row.choices else []


def prompt(scene: Scene, question: Question, language: Language) -> str:
    return _sentence(scene, question, language, "")


def hint(scene: Scene, question: Question, language: Language, level: int) -> str:
    """From the rule, over the formula, to the formula with one blank."""
    return _sentence(scene, question, language, f"_hint_{min(max(level, 1), HINTS)}")


def explanation(scene: Scene, question: Question, language: Language) -> str:
    return _sentence(scene, question, language, "_why")


def _sentence(scene: Scene, question: Question, language: Language, part: str) -> str:
    fields = KINDS[question.kind].fields(scene, question)
    return say(f"quiz_{question.kind}{part}", language, fields)
