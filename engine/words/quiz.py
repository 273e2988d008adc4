"""What the quiz asks: prompts, hints from the rule to a formula with one blank, explanations."""

from __future__ import annotations

from engine.words.language import Words

REFUSED = {
    "quiz_no_such_kind": Words(
        "There is no question of the kind `{name}`. There are: {known}.",
        "没有 `{name}` 这种题。可选：{known}。",
    ),
    "quiz_nothing_to_ask": Words(
        "There is nothing of this kind to ask here ({kind}). Try another place or another kind.",
        "这里没有这种题可出（{kind}）。请换一个位置或题型。",
    ),
    "quiz_no_such_step": Words(
        "There is no step {n}; the last one is {max}.", "没有第 {n} 步，最后一步是 {max}。"
    ),
    "quiz_no_such_edge": Words(
        "There is no edge `{name}`. Write it as `b->c`.", "没有边 `{name}`。请写成 `b->c`。"
    ),
    "quiz_wants_number": Words(
        "Answer with a number, a fraction or a formula of the names in the program.",
        "请用数、分数，或由程序中的名字组成的公式作答。",
    ),
    "quiz_wants_shape": Words("Answer with a shape, such as 2 × 3.", "请用形状作答，例如 2 × 3。"),
    "quiz_wants_edges": Words("Answer with one number for each edge.", "请为每条边各填一个数。"),
    "quiz_no_such_choice": Words("Choose one of: {known}.", "请从中选择：{known}。"),
}

FORWARD = {
    "quiz_value": Words("What is the value of {x} = {formula}?", "{x} = {formula} 的值是多少？"),
    "quiz_value_hint_1": Words(
        "Only the values that go into {x} count. Look up those first.",
        "只看进入 {x} 的值。先找出它们。",
    ),
    "quiz_value_hint_2": Words(
        "{x} = {formula}, with {inputs}.", "{x} = {formula}，其中 {inputs}。"
    ),
    "quiz_value_hint_3": Words("{x} = {numbers} = ?", "{x} = {numbers} = ?"),
    "quiz_value_why": Words("{equation}.", "{equation}。"),
    "quiz_local": Words(
        "When only {x} changes, how fast does {y} = {formula} change? Give {slope}.",
        "只有 {x} 变化时，{y} = {formula} 变化多快？求 {slope}。",
    ),
    "quiz_local_hint_1": Words("{rule}", "{rule}"),
    "quiz_local_hint_2": Words(
        "Hold every other input of {y} fixed, and differentiate {formula} by {x} only.",
        "固定 {y} 的其他输入，只对 {x} 求 {formula} 的导数。",
    ),
    "quiz_local_hint_3": Words(
        "Here {y} = {numbers}. Move {x} by a little: {slope} = ?",
        "此处 {y} = {numbers}。让 {x} 变动一点：{slope} = ?",
    ),
    "quiz_local_why": Words(
        "{slope} = {v}. It belongs to this one edge: nothing from above is in it yet. {rule}",
        "{slope} = {v}。它只属于这条边，还不含从上面传来的梯度。{rule}",
    ),
}

BACK = {
    "quiz_gradient": Words("What is the gradient {slope}?", "梯度 {slope} 是多少？"),
    "quiz_gradient_hint_1": Words(
        "Multiply along each path; add where paths meet.", "沿路径相乘，在汇合处相加。"
    ),
    "quiz_gradient_hint_2": Words("{slope} = {letters}", "{slope} = {letters}"),
    "quiz_gradient_hint_3": Words("{slope} = {blank}", "{slope} = {blank}"),
    "quiz_gradient_why": Words("{equation}.", "{equation}。"),
    "quiz_sum": Words(
        "{x} is used in several places ({users}). Which gradient does it get in all: {slope} = ?",
        "{x} 用在多处（{users}）。它总共得到多少梯度：{slope} = ?",
    ),
    "quiz_sum_hint_1": Words(
        "Each use sends something back. What arrives is added.",
        "每次使用都会传回一份，到达的各份相加。",
    ),
    "quiz_sum_hint_2": Words(
        "Contributions to expect: {n}. {slope} = {letters}", "共有 {n} 份贡献。{slope} = {letters}"
    ),
    "quiz_sum_hint_3": Words("{slope} = {blank}", "{slope} = {blank}"),
    "quiz_sum_why": Words(
        "The contributions are {shares}. {equation}.", "各份贡献为 {shares}。{equation}。"
    ),
    "quiz_sign": Words(
        "{x} grows a little. Is the gradient {slope} positive, negative or zero?",
        "{x} 增大一点。梯度 {slope} 是正、负还是零？",
    ),
    "quiz_sign_hint_1": Words(
        "Only the signs of the slopes count: two minus signs make a plus.",
        "只看斜率的符号：负负得正。",
    ),
    "quiz_sign_hint_2": Words("{slope} = {letters}", "{slope} = {letters}"),
    "quiz_sign_hint_3": Words("{slope} = {blank}", "{slope} = {blank}"),
    "quiz_sign_why": Words("{equation}.", "{equation}。"),
    "quiz_next": Words(
        "The gradient flows back from {z}. Crossed last: {done}. Which edge can come next?",
        "梯度从 {z} 往回流。刚走过：{done}。接下来可以走哪条边？",
    ),
    "quiz_next_hint_1": Words(
        "A node may send its gradient on only when nothing more will arrive at it.",
        "一个节点要等全部贡献到齐，才能继续往回传。",
    ),
    "quiz_next_hint_2": Words(
        "Look for a node whose users have all sent their share.",
        "找一个节点：使用它的节点都已传回各自的份额。",
    ),
    "quiz_next_hint_3": Words("It starts at {y}.", "它从 {y} 出发。"),
    "quiz_next_why": Words(
        "{y} has its whole gradient, so {y} → {x} can come now.",
        "{y} 的梯度已经到齐，所以现在可以走 {y} → {x}。",
    ),
}

STRUCTURE = {
    "quiz_paths": Words(
        "How many different paths lead from {x} to {z}?", "从 {x} 到 {z} 有多少条不同的路径？"
    ),
    "quiz_paths_hint_1": Words(
        "Choices one after the other multiply; ways that meet again add.",
        "先后的选择相乘，重新汇合的路线相加。",
    ),
    "quiz_paths_hint_2": Words(
        "Write at each node how many ways lead from there to {z}, from {z} backwards.",
        "从 {z} 往回，在每个节点写上从那里到 {z} 有几条路。",
    ),
    "quiz_paths_hint_3": Words(
        "{x} goes to {users}: add the ways from there.",
        "{x} 通向 {users}：把从那里出发的路数相加。",
    ),
    "quiz_paths_why": Words(
        "There are {v}. Edges that leave {x}: {n} ({users}).",
        "共有 {v} 条。从 {x} 出发的边有 {n} 条（{users}）。",
    ),
    "quiz_mode": Words(
        "All derivatives are wanted. Which mode needs less arithmetic here?",
        "要求出全部导数。这里哪种模式的计算量更少？",
    ),
    "quiz_mode_hint_1": Words(
        "Forward mode makes one pass for each number among the inputs, "
        "reverse mode one for each number of the output.",
        "前向模式：每个输入数一遍。反向模式：每个输出数一遍。",
    ),
    "quiz_mode_hint_2": Words(
        "Numbers among the inputs: {inputs}. Numbers of the output: {outputs}.",
        "输入共有 {inputs} 个数，输出共有 {outputs} 个数。",
    ),
    "quiz_mode_hint_3": Words(
        "Reverse mode multiplies {reverse} times. And forward mode, with {inputs} passes?",
        "反向模式做 {reverse} 次乘法。前向模式走 {inputs} 遍，又是多少？",
    ),
    "quiz_mode_why": Words(
        "{mode}: forward mode multiplies {forward} times in {inputs} passes, "
        "reverse mode {reverse} times in {outputs}.",
        "{mode}：前向模式 {inputs} 遍共 {forward} 次乘法，反向模式 {outputs} 遍共 {reverse} 次。",
    ),
    "quiz_wrong": Words(
        "One of these gradients is wrong: {list}. Which one?",
        "这些梯度中有一个是错的：{list}。是哪一个？",
    ),
    "quiz_wrong_hint_1": Words(
        "Start at the output and go back. Check each number against those after it.",
        "从输出开始往回走，用后面的数检验每一个数。",
    ),
    "quiz_wrong_hint_2": Words(
        "Nudge one input by 0.01, compute the output again, and divide.",
        "把一个输入变动 0.01，重新计算输出，再相除。",
    ),
    "quiz_wrong_hint_3": Words(
        "Look at the node whose value goes into {users}.", "看看其值进入 {users} 的那个节点。"
    ),
    "quiz_wrong_why": Words("{slope} is {v}, not {w}.", "{slope} 是 {v}，不是 {w}。"),
    "quiz_shape": Words(
        "Which shape has the gradient of {z} by {x}?", "{z} 对 {x} 的梯度是什么形状？"
    ),
    "quiz_shape_hint_1": Words(
        "The gradient holds one number for each entry: how the output answers to just that entry.",
        "梯度为每个元素各有一个数：输出对该元素的变化率。",
    ),
    "quiz_shape_hint_2": Words(
        "{x} goes into {users}. Its gradient must fit {x}, so that it can be subtracted from it.",
        "{x} 进入 {users}。它的梯度要能从 {x} 中减去，所以形状要和 {x} 相配。",
    ),
    "quiz_shape_hint_3": Words(
        "{x} has as many axes as this: {rank}. How long is each?",
        "{x} 的轴数是 {rank}。每个轴多长？",
    ),
    "quiz_shape_why": Words(
        "{x} has the shape {v}, and its gradient has the same.",
        "{x} 的形状是 {v}，它的梯度形状相同。",
    ),
    "quiz_backward": Words(
        "Do the whole way back: write on each of the {n} edges what crosses it.",
        "完成整个反向过程：在 {n} 条边上各写出传过的数。",
    ),
    "quiz_backward_hint_1": Words(
        "Start at {z} with 1. On each edge: what the node has, times the slope of the edge.",
        "从 {z} 的 1 开始。每条边上：节点已有的梯度，乘以这条边的斜率。",
    ),
    "quiz_backward_hint_2": Words(
        "Wait at a node until everything has arrived; add it; then go on.",
        "在每个节点等全部到齐，相加，再往前传。",
    ),
    "quiz_backward_hint_3": Words(
        "The first edge leaves {y}. Its number is 1 times its slope.",
        "第一条边从 {y} 出发，上面的数是 1 乘以它的斜率。",
    ),
    "quiz_backward_why": Words("From the output on: {list}.", "从输出开始：{list}。"),
}

QUIZ = {**REFUSED, **FORWARD, **BACK, **STRUCTURE}
