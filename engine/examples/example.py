"""What an example is: a program with its values, one line on why it is worth a look, and tags."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from engine.mathematics import Value
from engine.words import Words

START = "start"  # the tag of those that the workspace's own menu offers


class Example(NamedTuple):
    """A program that is worth looking at."""

    id: str
    title: Words
    source: str
    values: dict[str, Value]
    # how the page opens it: mode, the panel, and the two ends of its paths
    view: Mapping[str, str] = MappingProxyType({})
    about: Words = Words("", "")
    tags: tuple[str, ...] = ()
    level: int = 1  # 1 needs nothing, 2 a first course, 3 some linear algebra


TAGS = {
    START: Words("first steps", "入门"),
    "seed": Words("classic", "经典"),
    "activation": Words("activations", "激活函数"),
    "loss": Words("losses", "损失函数"),
    "network": Words("networks", "神经网络"),
    "sequence": Words("sequences", "序列"),
    "picture": Words("pictures", "图像"),
    "attention": Words("attention", "注意力"),
    "landscape": Words("landscapes", "优化地形"),
    "physics": Words("physics", "物理"),
    "geometry": Words("geometry", "几何"),
    "statistics": Words("statistics", "统计"),
    "tensor": Words("tensors", "张量"),
    "pitfall": Words("pitfalls", "陷阱"),
}
