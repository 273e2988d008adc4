"""Programs to begin with: the seed texts' worked examples, each with the values they use."""

from __future__ import annotations

from engine.examples.example import START, Example
from engine.words import Words

NETWORK = """\
# Matt Mazur's network: two inputs, two hidden neurons, two outputs
net_h1 = w1*i1 + w2*i2 + b1
net_h2 = w3*i1 + w4*i2 + b1
out_h1 = sigmoid(net_h1)
out_h2 = sigmoid(net_h2)
net_o1 = w5*out_h1 + w6*out_h2 + b2
net_o2 = w7*out_h1 + w8*out_h2 + b2
out_o1 = sigmoid(net_o1)
out_o2 = sigmoid(net_o2)
E_o1 = 0.5*(t1 - out_o1)^2
E_o2 = 0.5*(t2 - out_o2)^2
E_total = E_o1 + E_o2"""

LAYERS = """\
# the same network with matrices
h = sigmoid(W1 @ x + b1)
y = sigmoid(W2 @ h + b2)
E = 0.5*sum((t - y)^2)"""

CLASSIFIER = """\
# one layer, three classes
z = W @ x + b
loss = cross_entropy(z, y)"""

RECURRENT = """\
# the same weights in every round
h = 0
repeat 4 as t:
    h = tanh(w*h + u*x[t])
loss = (h - target)^2"""

FIRST = (
    Example(
        "seed",
        Words("Two sums and a product", "两个和的乘积"),
        "c = a + b\nd = b + 1\ne = c * d",
        {"a": 2.0, "b": 1.0},
        about=Words(
            "The two sums and the product that everybody starts with.",
            "人人从这里开始：两个和与一个乘积。",
        ),
        tags=(
            START,
            "seed",
        ),
        level=1,
    ),
    Example(
        "square",
        Words("One input used twice", "一个输入用了两次"),
        "y = x * x",
        {"x": 3.0},
        about=Words(
            "One card, two arrows: why a square has slope 2x.",
            "一张卡片，两条箭头：平方的斜率为什么是 2x。",
        ),
        tags=(
            START,
            "seed",
        ),
        level=1,
    ),
    Example(
        "gates",
        Words("Add passes on, multiply swaps", "加法分发，乘法交换"),
        "q = x + y\nf = q * z",
        {"x": -2.0, "y": 5.0, "z": -4.0},
        about=Words(
            "Add hands on, multiply swaps: a backward pass in the head.",
            "加法分发，乘法交换：心算一次反向传播。",
        ),
        tags=(
            START,
            "seed",
        ),
        level=1,
    ),
    Example(
        "sigmoid-neuron",
        Words("A sigmoid neuron", "一个 sigmoid 神经元"),
        "dot = w0*x0 + w1*x1 + w2\nf = 1 / (1 + exp(-dot))",
        {"w0": 2.0, "x0": -1.0, "w1": -3.0, "x1": -2.0, "w2": -3.0},
        about=Words("A neuron in its smallest steps.", "把一个神经元拆成最小的步骤。"),
        tags=(START, "seed", "activation"),
        level=1,
    ),
    Example(
        "seed-forward",
        Words("The same in forward mode: b moves", "同一例子的前向模式：b 变动"),
        "c = a + b\nd = b + 1\ne = c * d",
        {"a": 2.0, "b": 1.0},
        {"mode": "forward:b"},
        about=Words("Derivatives that travel with the values.", "导数随着值一起向前走。"),
        tags=(
            START,
            "seed",
        ),
        level=1,
    ),
    Example(
        "paths",
        Words("Three ways, then three ways: nine paths", "三条再三条：九条路径"),
        "Y = α*X + β*X + γ*X\nZ = δ*Y + ε*Y + ζ*Y",
        {"X": 1.0, "α": 1.0, "β": 2.0, "γ": 3.0, "δ": 4.0, "ε": 5.0, "ζ": 6.0},
        {"panel": "paths", "from": "X", "to": "Z"},
        about=Words("Nine products fold into two sums.", "九个乘积折叠成两个和。"),
        tags=(
            START,
            "seed",
        ),
        level=1,
    ),
    Example(
        "kink",
        Words("A corner at zero", "零点处的折点"),
        "y = relu(x) + abs(x)",
        {"x": 0.0},
        about=Words("What a slope is where there is none.", "在没有斜率的地方，斜率取多少。"),
        tags=(START, "activation", "pitfall"),
        level=1,
    ),
    Example(
        "network",
        Words("A 2-2-2 network", "2-2-2 网络"),
        NETWORK,
        {
            "i1": 0.05,
            "i2": 0.10,
            "w1": 0.15,
            "w2": 0.20,
            "w3": 0.25,
            "w4": 0.30,
            "w5": 0.40,
            "w6": 0.45,
            "w7": 0.50,
            "w8": 0.55,
            "b1": 0.35,
            "b2": 0.60,
            "t1": 0.01,
            "t2": 0.99,
        },
        about=Words("A whole network that can be checked by hand.", "一个可以手算核对的完整网络。"),
        tags=(START, "seed", "network"),
        level=2,
    ),
    Example(
        "network-matrices",
        Words("The same network with matrices", "同一网络的矩阵形式"),
        LAYERS,
        {
            "W1": [[0.15, 0.20], [0.25, 0.30]],
            "W2": [[0.40, 0.45], [0.50, 0.55]],
            "x": [0.05, 0.10],
            "b1": 0.35,
            "b2": 0.60,
            "t": [0.01, 0.99],
        },
        about=Words("The same network in three lines.", "同一个网络，三行写完。"),
        tags=(START, "network", "tensor"),
        level=3,
    ),
    Example(
        "softmax-cross-entropy",
        Words("Softmax and cross-entropy", "Softmax 与交叉熵"),
        CLASSIFIER,
        {
            "W": [[0.2, -0.1], [0.4, 0.3], [-0.5, 0.1]],
            "x": [1.0, 2.0],
            "b": [0.1, 0.0, -0.1],
            "y": [0.0, 1.0, 0.0],
        },
        about=Words("Why the gradient is share minus target.", "梯度为什么是份额减目标。"),
        tags=(START, "loss", "network", "tensor"),
        level=3,
    ),
    Example(
        "recurrent",
        Words("A recurrent network, unrolled", "展开的循环网络"),
        RECURRENT,
        {"w": 0.9, "u": 0.5, "x": [1.0, -0.5, 0.25, 0.75], "target": 0.5},
        about=Words("One weight, used in every round.", "同一个权重，每一轮都用。"),
        tags=(START, "sequence", "network"),
        level=2,
    ),
    Example(
        "exploding",
        Words("A hundred rounds: the gradient explodes", "一百轮：梯度爆炸"),
        "h = x\nrepeat 100 as t:\n    h = w * h",
        {"x": 1.0, "w": 1.1},
        about=Words("Ten percent a round, for a hundred rounds.", "每轮多百分之十，一共一百轮。"),
        tags=(START, "pitfall", "sequence"),
        level=2,
    ),
    Example(
        "vanishing",
        Words("Ten sigmoids: the gradient vanishes", "十个 sigmoid：梯度消失"),
        "h = x\nrepeat 10 as t:\n    h = sigmoid(w * h)",
        {"x": 0.5, "w": 1.0},
        about=Words("At most a quarter passes each curve.", "每条曲线最多让四分之一通过。"),
        tags=(START, "pitfall", "activation"),
        level=2,
    ),
)
