"""Curves of a neuron, and ways to say how wrong an answer is."""

from __future__ import annotations

from engine.examples.example import Example
from engine.words import Words

CURVES = (
    Example(
        "sigmoid-steps",
        Words("A sigmoid, step by step", "sigmoid 的每一步"),
        "n = -x\nex = exp(n)\nden = 1 + ex\ns = 1 / den",
        {"x": 1.0},
        about=Words("Four easy slopes make s(1 − s).", "四个简单的斜率合成 s(1 − s)。"),
        tags=("activation", "seed"),
    ),
    Example(
        "tanh-and-sigmoid",
        Words("tanh is a sigmoid in disguise", "tanh 其实是 sigmoid"),
        "direct = tanh(x)\nbuilt = 2*sigmoid(2*x) - 1\ndifference = direct - built",
        {"x": 0.7},
        about=Words(
            "Two ways, one curve: the gradients cancel.",
            "两种写法，同一条曲线：梯度相消。",
        ),
        tags=("activation",),
    ),
    Example(
        "relu-family",
        Words("Three ways to bend", "三种弯折"),
        "hard = relu(x)\nleaky = leaky_relu(x, 0.1)\nsoft = softplus(x)\nall = hard + leaky + soft",
        {"x": -0.5},
        about=Words("Drag x through zero and compare.", "让 x 经过零，比较一下。"),
        tags=("activation",),
    ),
    Example(
        "gelu-silu",
        Words("Gates that open slowly", "慢慢打开的门"),
        "g = gelu(x)\ns = silu(x)\nby_hand = x*sigmoid(x)\nout = g + s - by_hand",
        {"x": 1.2},
        about=Words("A value times its own gate.", "一个值乘以它自己的门。"),
        tags=("activation",),
        level=2,
    ),
    Example(
        "dead-unit",
        Words("A unit that never wakes up", "醒不过来的单元"),
        "z = w*x + b\nh = relu(z)\nL = (h - y)^2",
        {"w": 0.5, "x": 1.0, "b": -2.0, "y": 1.0},
        about=Words("The gate is shut, so nothing can be learned.", "门关着，所以什么也学不到。"),
        tags=("activation", "pitfall"),
    ),
    Example(
        "squared-error",
        Words("Half a squared miss", "误差平方的一半"),
        "miss = y - t\nE = 0.5 * miss^2",
        {"y": 0.75, "t": 0.01},
        about=Words("The half is there to meet the two.", "二分之一是为了和二相消。"),
        tags=("loss",),
    ),
    Example(
        "logistic-loss",
        Words("Logistic regression, one example", "逻辑回归：一个样本"),
        "z = w*x + b\np = sigmoid(z)\nloss = -(y*log(p) + (1 - y)*log(1 - p))",
        {"w": 1.0, "x": 2.0, "b": -0.5, "y": 1.0},
        about=Words(
            "Curve and loss fold: the slope at z is p − y.",
            "曲线与损失合起来：z 处的斜率是 p − y。",
        ),
        tags=("loss", "statistics"),
        level=2,
    ),
    Example(
        "logits",
        Words("The same loss, without overflow", "同一个损失，不会溢出"),
        "naive = -log(sigmoid(z))\nsafe = bce_logits(z, 1)",
        {"z": -3.0},
        about=Words(
            "Drag z far down: only one of them survives.",
            "把 z 拖到很小：只有一种写法还成立。",
        ),
        tags=("loss", "pitfall"),
        level=2,
    ),
    Example(
        "huber",
        Words("A loss that forgives outliers", "宽容离群点的损失"),
        "miss = y - t\nsquare = 0.5 * miss^2\ngentle = huber(y, t)\nout = square + gentle",
        {"y": 3.0, "t": 0.0},
        about=Words("A parabola near zero, a straight line far out.", "近处是抛物线，远处是直线。"),
        tags=("loss", "statistics"),
        level=2,
    ),
    Example(
        "hinge",
        Words("A margin with a corner", "带折点的间隔"),
        "score = w*x + b\nloss = relu(1 - y*score) + 0.01*w^2",
        {"w": 0.4, "x": 1.5, "b": 0.1, "y": 1.0},
        about=Words(
            "Once the margin is kept, only the penalty pulls.",
            "间隔达到之后，只剩惩罚项在拉。",
        ),
        tags=("loss",),
        level=2,
    ),
    Example(
        "softmax-scalars",
        Words("Softmax with three scores", "三个得分的 softmax"),
        "e1 = exp(z1)\ne2 = exp(z2)\ne3 = exp(z3)\ns = e1 + e2 + e3\np2 = e2 / s\nloss = -log(p2)",
        {"z1": 1.0, "z2": 2.0, "z3": 0.5},
        about=Words("A long way back that ends in p − y.", "长长的回路，终点是 p − y。"),
        tags=("loss", "network"),
        level=2,
    ),
)
