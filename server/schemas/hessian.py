"""Second derivatives of one number."""

from __future__ import annotations

from pydantic import BaseModel, Field

from server.schemas.evaluate import Output
from server.schemas.fields import Program, Remark, Value, Values


class HessianRequest(Program):
    """A program, and the direction its inputs move in, if only that is asked for."""

    vector: Values | None = Field(
        default=None, description="A number or nested lists for each input; absent ones rest."
    )


class HessianAnswer(BaseModel):
    output: Output
    hessian: dict[str, dict[str, Value]] | None = Field(
        default=None, description="By two inputs: the first one's axes, then the second one's."
    )
    product: dict[str, Value] | None = Field(
        default=None, description="The Hessian times `vector`, in the shapes of the inputs."
    )
    defaulted: list[str]
    warnings: list[Remark]
