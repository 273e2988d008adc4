"""The words of the subject, in both languages, each with one sentence that says what it means."""

from __future__ import annotations

from typing import Literal, NamedTuple

from engine.words import Words

Tint = Literal["forward", "reverse", "plain"]  # the colour it has on the graph


class Term(NamedTuple):
    """A word, and its meaning."""

    name: Words
    meaning: Words
    tint: Tint = "plain"


GLOSSARY: dict[str, Term] = {
    "graph": Term(
        Words("computation graph", "计算图"),
        Words(
            "A drawing of a calculation: a circle for each number, an arrow for each use of it.",
            "把一次计算画成图：每个数一个圆，每次使用一条箭头。",
        ),
    ),
    "node": Term(
        Words("node", "节点"),
        Words(
            "A number in the graph: an input, a constant or a result.",
            "图中的一个数：输入、常数或结果。",
        ),
    ),
    "edge": Term(
        Words("edge", "边"),
        Words("One use of one node by another.", "一个节点被另一个节点使用一次。"),
    ),
    "input": Term(
        Words("input", "输入"),
        Words("A node whose value is given from outside.", "取值由外部给出的节点。"),
    ),
    "output": Term(
        Words("output", "输出"),
        Words("The node that all derivatives are taken of.", "所有导数都是对它求的那个节点。"),
    ),
    "value": Term(
        Words("value", "值"),
        Words("What a node comes to on the way forward.", "节点在前向过程中得到的数。"),
        "forward",
    ),
    "derivative": Term(
        Words("derivative", "导数"),
        Words(
            "How fast one number changes when another one moves.",
            "一个数变动时，另一个数变化得多快。",
        ),
    ),
    "local": Term(
        Words("local derivative", "局部导数"),
        Words(
            "The derivative on one edge: everything else is held still.",
            "一条边上的导数：其他一切保持不动。",
        ),
    ),
    "gradient": Term(
        Words("gradient", "梯度"),
        Words("The derivative of the output by a node.", "输出对某个节点的导数。"),
        "reverse",
    ),
    "upstream": Term(
        Words("upstream gradient", "上游梯度"),
        Words("The gradient that arrives from the output's side.", "从输出一侧传来的梯度。"),
        "reverse",
    ),
    "chain-rule": Term(
        Words("chain rule", "链式法则"),
        Words("Multiply along a path, add between paths.", "沿路径相乘，路径之间相加。"),
    ),
    "path": Term(
        Words("path", "路径"),
        Words(
            "A way along the arrows from one node to another.",
            "沿箭头从一个节点到另一个节点的一条路。",
        ),
    ),
    "forward-pass": Term(
        Words("forward pass", "前向传播"),
        Words(
            "Computing all values, from the inputs to the output.",
            "从输入到输出，算出所有的值。",
        ),
        "forward",
    ),
    "backward-pass": Term(
        Words("backward pass", "反向传播"),
        Words(
            "Computing all gradients, from the output to the inputs.",
            "从输出到输入，算出所有的梯度。",
        ),
        "reverse",
    ),
    "forward-mode": Term(
        Words("forward mode", "前向模式"),
        Words(
            "Derivatives of every node by one input, found on the way forward.",
            "在前向过程中，求出每个节点对同一个输入的导数。",
        ),
        "forward",
    ),
    "reverse-mode": Term(
        Words("reverse mode", "反向模式"),
        Words(
            "Derivatives of one output by every node, found on the way back.",
            "在反向过程中，求出同一个输出对每个节点的导数。",
        ),
        "reverse",
    ),
    "gate": Term(
        Words("gate", "门"),
        Words(
            "An operation, seen as what it does to a gradient.",
            "从它如何处理梯度的角度看一个运算。",
        ),
    ),
    "neuron": Term(
        Words("neuron", "神经元"),
        Words("A weighted sum that goes through a curve.", "加权求和之后再经过一条曲线。"),
    ),
    "sigmoid": Term(
        Words("sigmoid", "sigmoid 函数"),
        Words("A smooth step from zero to one.", "从零到一的平滑台阶。"),
    ),
    "weight": Term(
        Words("weight", "权重"),
        Words("A number that training changes.", "训练所改变的数。"),
    ),
    "loss": Term(
        Words("loss", "损失"),
        Words("One number that says how wrong the answer is.", "用一个数说明答案错得有多远。"),
    ),
    "learning-rate": Term(
        Words("learning rate", "学习率"),
        Words("How far one step of training goes.", "训练每一步走多远。"),
    ),
    "matrix": Term(
        Words("matrix", "矩阵"),
        Words("Numbers in rows and columns.", "排成行和列的数。"),
    ),
    "jacobian": Term(
        Words("Jacobian", "雅可比矩阵"),
        Words(
            "All derivatives of all outputs by all inputs, in one table.",
            "所有输出对所有输入的导数，排成一张表。",
        ),
    ),
    "hadamard": Term(
        Words("entry-by-entry product", "逐元素乘积"),
        Words("Each number times the one at the same place.", "同一位置上的数两两相乘。"),
    ),
    "softmax": Term(
        Words("softmax", "softmax 函数"),
        Words("Turns scores into shares that add up to one.", "把得分变成总和为一的份额。"),
    ),
    "cross-entropy": Term(
        Words("cross-entropy", "交叉熵"),
        Words(
            "Minus the logarithm of the share of the right class.",
            "正确类别的份额取对数再变号。",
        ),
    ),
    "vanishing": Term(
        Words("vanishing gradient", "梯度消失"),
        Words(
            "Many slopes below one multiply to almost nothing.",
            "许多小于一的斜率相乘，几乎为零。",
        ),
        "reverse",
    ),
    "exploding": Term(
        Words("exploding gradient", "梯度爆炸"),
        Words(
            "Many slopes above one multiply to something huge.",
            "许多大于一的斜率相乘，变得极大。",
        ),
        "reverse",
    ),
    "symmetry": Term(
        Words("symmetry", "对称性"),
        Words(
            "Units that start alike and are treated alike stay alike.",
            "起点相同、待遇相同的单元会一直相同。",
        ),
    ),
    "shared-weight": Term(
        Words("shared weight", "共享权重"),
        Words("One weight that is used at several places.", "在多处使用的同一个权重。"),
    ),
    "gradient-check": Term(
        Words("gradient check", "梯度检验"),
        Words(
            "Nudge an input a little, look at the output, compare with the gradient.",
            "让输入变动一点，看输出的变化，再与梯度比较。",
        ),
    ),
}
