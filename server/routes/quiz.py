"""POST /quiz and /quiz/answer: a question about any program, and what an answer tells.

The server remembers nothing. A question's token holds the program and the place, signed; the truth
is computed again when the answer comes, so it is nowhere in what the question shows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from fastapi import APIRouter

from engine.examples import EXAMPLES
from engine.quiz import HINTS, KINDS, Question, Scene, ask, choices, hint, judge, prompt, reroll
from engine.quiz import explanation as explained
from engine.words import Language, Words
from server import wire
from server.compute import Compute, Computes
from server.errors import Refused
from server.language import Speaks
from server.prepare import prepare, require_affordable
from server.refusals import REFUSALS
from server.schemas.fields import Program
from server.schemas.quiz import AnswerRequest, JudgeAnswer, QuizAnswer, QuizRequest
from server.strict_json import Answer
from server.web.body import StrictRoute
from server.web.tokens import opened, signed
from server.worked import Worked

router = APIRouter(route_class=StrictRoute, tags=["learn"])
PASSES = 60  # a sweep forward, one back, and one back for each slip that is tried


@router.post("/quiz", response_model=QuizAnswer, responses=REFUSALS)
def quiz(asked: QuizRequest, compute: Computes, language: Speaks) -> Answer:
    """A question about a node, an edge or a step; without `about`, the seed picks one."""
    return Answer(answer(asked, compute, language))


@router.post("/quiz/answer", response_model=JudgeAnswer, responses=REFUSALS)
def judged(asked: AnswerRequest, compute: Computes, language: Speaks) -> Answer:
    """Whether an answer is right; if not, which slip leads to it; and why the truth is true."""
    return Answer(verdict(asked, compute, language))


def answer(asked: QuizRequest, compute: Compute, language: Language) -> dict[str, Any]:
    """What /quiz answers; the command line asks the same."""
    scene, defaulted = _scene(asked, compute)
    if asked.reroll:
        scene = Scene(scene.tape, reroll(scene, asked.seed))
    question = ask(scene, _about(asked), asked.kind, asked.seed)
    row = KINDS[question.kind]
    values = wire.values(scene.known)
    program = {"source": asked.program, "values": values, "output": asked.output, "wrt": asked.wrt}
    content = {"program": program, "question": question}
    return {
        "token": signed(content, compute.settings.secret),
        "kind": question.kind,
        "prompt": prompt(scene, question, language),
        "hints": HINTS,
        "form": row.form,
        "about": {} if row.about == "program" else {row.about: question.place},
        "choices": [
            {"value": each.value, "label": _in(each.label, language)}
            for each in choices(scene, question)
        ],
        "values": values,
        "seed": asked.seed,
        "defaulted": defaulted,
        "warnings": [],
    }


def verdict(asked: AnswerRequest, compute: Compute, language: Language) -> dict[str, Any]:
    """What /quiz/answer answers."""
    content = opened(asked.token, compute.settings.secret)
    scene, _ = _scene(Program(**content["program"]), compute)
    question = Question(*content["question"])
    if asked.hint is not None and asked.answer is None:
        return _shown(None, None, None, hint(scene, question, language, asked.hint))
    found = judge(scene, question, asked.answer)
    told = None
    if found.diagnosis is not None:
        message = found.diagnosis.message.in_language(language)
        told = {
            "code": found.diagnosis.code,
            "message": message,
            "codes": list(found.diagnosis.codes),
        }
    if asked.hint is not None and not found.correct:
        return _shown(False, None, told, hint(scene, question, language, asked.hint))
    parts = [{**part._asdict(), "truth": wire.value(part.truth)} for part in found.parts]
    why = explained(scene, question, language)
    return _shown(found.correct, _sent(found.truth), told, why) | {"parts": parts}


def worked(compute: Compute) -> Iterator[Worked]:
    """The gradient at b in the seed example, and a wrong answer to it."""
    seed = EXAMPLES[0]
    body = {"source": seed.source, "values": seed.values, "about": {"node": "b"}}
    asked = QuizRequest.model_validate({**body, "kind": "gradient"})
    question = answer(asked, compute, "en")
    yield Worked("/quiz", question, asked)
    given = AnswerRequest(token=question["token"], answer=3)
    yield Worked("/quiz/answer", verdict(given, compute, "en"), given)


def _scene(asked: Program, compute: Compute) -> tuple[Scene, list[str]]:
    tape, known, defaulted = prepare(asked, compute.programs, asked.output)
    require_affordable(tape, PASSES, compute.limits)
    return Scene(tape, known), defaulted


def _about(asked: QuizRequest) -> Mapping[str, str | int] | None:
    """The one place that was named."""
    if asked.about is None:
        return None
    named = {sort: where for sort, where in asked.about.model_dump().items() if where is not None}
    if len(named) != 1:
        raise Refused("bad-field", "one_place", field="about")
    return named


def _in(label: str | Words, language: Language) -> str:
    return label.in_language(language) if isinstance(label, Words) else label


def _sent(truth: Any) -> Any:
    """A truth as JSON: a number, a text, a shape, or a number for each edge."""
    if isinstance(truth, dict):
        return wire.values(truth)
    if isinstance(truth, tuple):
        return list(truth)
    return wire.value(truth) if isinstance(truth, float) else truth


def _shown(
    correct: bool | None, truth: Any, diagnosis: dict[str, Any] | None, explanation: str
) -> dict[str, Any]:
    return {
        "correct": correct,
        "truth": truth,
        "diagnosis": diagnosis,
        "explanation": explanation,
        "parts": [],
    }
