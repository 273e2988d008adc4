"""What a server says of itself."""

from __future__ import annotations

from pydantic import BaseModel


class MetaAnswer(BaseModel):
    name: str
    version: str
    languages: list[str]
    public: bool
    limits: dict[str, float]
    reasons: dict[str, str]
