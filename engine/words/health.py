"""What the gradient-health lab says: findings, and what is worth trying."""

from __future__ import annotations

from engine.words.language import Words

HEALTH = {
    "health_healthy": Words(
        "The gradient keeps its size: {last} at the last layer, {first} at the first "
        "(times {factor} a layer).",
        "梯度大小保持稳定：最后一层为 {last}，第一层为 {first}（平均每层乘以 {factor}）。",
    ),
    "health_healthy_remedy": Words("Nothing needs mending.", "无需处理。"),
    "health_vanishing": Words(
        "The gradient vanishes: from {last} at the last layer to {first} at the first, "
        "times {factor} a layer. From `{layer}` back it is below a thousandth ({n} of {layers}).",
        "梯度消失：从最后一层的 {last} 缩小到第一层的 {first}，平均每层乘以 {factor}。"
        "从 `{layer}` 往前已不足千分之一（共 {layers} 层，其中 {n} 层）。",
    ),
    "health_vanishing_remedy": Words(
        "Try ReLU instead of a sigmoid, He or Xavier weights, normalisation, or a residual "
        "connection; over many time steps, an LSTM.",
        "可以尝试：用 ReLU 代替 sigmoid、He 或 Xavier 初始化、归一化、残差连接；"
        "时间步很多时可用 LSTM。",
    ),
    "health_exploding": Words(
        "The gradient explodes: from {last} at the last layer to {first} at the first, "
        "times {factor} a layer. From `{layer}` back it is over a thousandfold ({n} of {layers}).",
        "梯度爆炸：从最后一层的 {last} 增大到第一层的 {first}，平均每层乘以 {factor}。"
        "从 `{layer}` 往前已超过一千倍（共 {layers} 层，其中 {n} 层）。",
    ),
    "health_exploding_remedy": Words(
        "Try clipping the gradient, smaller first weights (Xavier or He), or normalisation.",
        "可以尝试：梯度裁剪、更小的初始权重（Xavier 或 He）、归一化。",
    ),
    "health_dead-relu": Words(
        "Units are switched off: in `{layer}` a share of {share} lets no gradient through "
        "(layers like this: {n}).",
        "单元失活：`{layer}` 中占比 {share} 的单元不让任何梯度通过（这样的层有 {n} 个）。",
    ),
    "health_dead-relu_remedy": Words(
        "Try a smaller learning rate, He weights, a bias a little above 0, or leaky ReLU.",
        "可以尝试：减小学习率、He 初始化、略大于 0 的偏置，或 leaky ReLU。",
    ),
    "health_saturated": Words(
        "Units are pressed flat: in `{layer}` a share of {share} has a slope of 0.01 or less "
        "(layers like this: {n}).",
        "单元饱和：`{layer}` 中占比 {share} 的单元斜率不超过 0.01（这样的层有 {n} 个）。",
    ),
    "health_saturated_remedy": Words(
        "Try smaller weights (Xavier), inputs scaled to about 1, or normalisation.",
        "可以尝试：更小的权重（Xavier）、把输入缩放到 1 左右、归一化。",
    ),
    "health_symmetric": Words(
        "All {n} units of `{x}` are equal and get equal gradients: they will stay one unit "
        "for ever.",
        "`{x}` 的 {n} 个单元完全相同，得到的梯度也相同：它们会永远像一个单元。",
    ),
    "health_symmetric_remedy": Words(
        "Start with random weights: any small difference breaks the tie.",
        "请用随机权重初始化：任何微小差别都能打破对称。",
    ),
    "health_not-finite": Words(
        "The first number that is not finite: {why}", "最先出现的非有限数：{why}"
    ),
    "health_from": Words(" It was made from {inputs}.", "它来自 {inputs}。"),
    "no_layers": Words(
        "There are no layers here: the output is an input or a number.",
        "这里没有层：输出就是一个输入或一个数。",
    ),
    "no_such_layer": Words(
        "There is no layer {n}: they are numbered from 0 to {max}.",
        "没有第 {n} 层：编号从 0 到 {max}。",
    ),
    "health_not-finite_remedy": Words(
        "Mend this node first; everything after it only carries the trouble on.",
        "请先处理这个节点；它之后的节点只是在传递问题。",
    ),
    "unknown_choice": Words(
        "There is no {x} called `{v}`. There are: {known}.",
        "没有名为 `{v}` 的 {x}。可选：{known}。",
    ),
    "not_finite_given": Words(
        "`{node}` was given a value that is not finite.", "`{node}` 的取值不是有限数。"
    ),
    "not_finite_gradient": Words(
        "All values are finite, but the gradient at `{node}` is not: slopes were multiplied "
        "past 1.8e308.",
        "所有值都是有限数，但 `{node}` 的梯度不是：斜率连乘超过了 1.8e308。",
    ),
}
