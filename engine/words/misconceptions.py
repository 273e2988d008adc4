"""What the quiz says about a wrong answer: each sentence names one known slip, and the way out."""

from __future__ import annotations

from engine.words.language import Words

BETWEEN_PATHS = {
    "quiz_either": Words(
        "More than one slip leads to this number. Which was it? {list}",
        "不止一种疏漏会得到这个数。你是哪一种？{list}",
    ),
    "quiz_probe_one_path": Words(
        "You followed one path. {x} also reaches the output through {others}. Add both.",
        "你只走了一条路径。{x} 还能经过 {others} 到达输出，各条要相加。",
    ),
    "quiz_probe_paths_multiplied": Words(
        "Multiply along a path, add between paths.", "沿路径相乘，路径之间相加。"
    ),
    "quiz_probe_paths_averaged": Words(
        "You took the middle of the contributions. They are added.",
        "你取了各份贡献的平均值。它们应当相加。",
    ),
    "quiz_probe_missing_upstream": Words(
        "These are the slopes next to {x}. What comes from above is left out.",
        "你只用了 {x} 旁边的斜率，少乘了上游梯度。",
    ),
    "quiz_probe_missing_local": Words(
        "You passed the gradient on as it is. Multiply it by the slope of the edge.",
        "你把上游梯度原样传了下来，还要乘以这条边的局部导数。",
    ),
    "quiz_probe_whole_sum": Words(
        "This is all that {x} gets. Only one part of it comes over this edge.",
        "这是 {x} 得到的总和，这条边只带来其中一份。",
    ),
    "quiz_probe_whole_gradient": Words(
        "This is what reaches {x} from {z}. Only the edge from {x} to {y} was asked for.",
        "这是从 {z} 传到 {x} 的梯度。题目只问从 {x} 到 {y} 的这条边。",
    ),
}

VALUES = {
    "quiz_probe_forward_value": Words(
        "That is the value of {x}, not its gradient.", "这是 {x} 的值，不是梯度。"
    ),
    "quiz_probe_output_value": Words(
        "That is the value of the output {y}. A gradient says how fast it changes.",
        "这是输出 {y} 的值。梯度说的是它变化得多快。",
    ),
    "quiz_probe_value_of_target": Words(
        "That is the value of {y}. The slope says how fast {y} changes.",
        "这是 {y} 的值。斜率说的是 {y} 变化得多快。",
    ),
    "quiz_probe_gradient_instead": Words(
        "That is the gradient at {x}. Its value was asked for.", "这是 {x} 处的梯度，题目问的是值。"
    ),
    "quiz_probe_misread_sign": Words(
        "You read {y} as if it had the sign {sign}.", "你把 {y} 当成了 {sign} 运算。"
    ),
    "quiz_probe_operands_turned": Words(
        "The order matters in {y}: you turned its inputs round.",
        "{y} 的顺序有关系：你把两个输入颠倒了。",
    ),
    "quiz_probe_only_the_input": Words(
        "That is {x}, before it goes through {y}.", "这是还没有经过 {y} 的 {x}。"
    ),
}

SLOPES = {
    "quiz_probe_not_swapped": Words(
        "A product swaps: {slope} is the other input, {v}.",
        "乘法要交换：{slope} 是另一个输入，即 {v}。",
    ),
    "quiz_probe_add_hands_value": Words(
        "For a sum the slope is 1, whatever the values are: {slope} = {v}.",
        "加法的斜率总是 1，与取值无关：{slope} = {v}。",
    ),
    "quiz_probe_lost_minus": Words(
        "A minus sign is lost at {y}: {slope} = {v}.", "{y} 处丢了负号：{slope} = {v}。"
    ),
    "quiz_probe_times_divisor": Words(
        "You multiplied by the divisor. {slope} is 1 over it, {v}.",
        "你乘了除数。{slope} 是除数分之一，即 {v}。",
    ),
    "quiz_probe_missing_factor": Words(
        "The exponent comes down as a factor: {slope} = {v}, not {w}. With ½ in front, ½·2 is 1.",
        "指数要拿下来作因子：{slope} = {v}，不是 {w}。前面若有 ½，则 ½·2 = 1。",
    ),
    "quiz_probe_power_not_lowered": Words(
        "After differentiating, the exponent is one less: {slope} = {v}, not {w}.",
        "求导之后指数减一：{slope} = {v}，不是 {w}。",
    ),
    "quiz_probe_exp_as_power": Words(
        "exp is no power of {x}: its slope is its own value, {v}.",
        "exp 不是 {x} 的幂：它的斜率就是自己的值 {v}。",
    ),
    "quiz_probe_slope_is_value": Words(
        "You used the value of {y} as its slope. {slope} = {v}.",
        "你把 {y} 的值当成了斜率。{slope} = {v}。",
    ),
    "quiz_probe_only_one_factor": Words(
        "For a sigmoid the slope is s(1 − s), both factors: {slope} = {v}.",
        "sigmoid 的斜率是 s(1 − s)，两个因子都要：{slope} = {v}。",
    ),
    "quiz_probe_not_squared": Words(
        "For tanh the slope is 1 − t²; the square is missing: {slope} = {v}.",
        "tanh 的斜率是 1 − t²，少了平方：{slope} = {v}。",
    ),
    "quiz_probe_missing_slope": Words(
        "You went through {y} as if its slope were 1. {slope} = {v}.",
        "你经过 {y} 时没有乘它的斜率（当成了 1）。{slope} = {v}。",
    ),
    "quiz_probe_gate_ignored": Words(
        "{y} is a gate: it lets the gradient through to some inputs only. {slope} = {v}.",
        "{y} 是闸门：只让部分输入的梯度通过。{slope} = {v}。",
    ),
    "quiz_probe_wrong_sign": Words(
        "The size is right. Check the sign at {x}.", "大小对了。检查 {x} 处的符号。"
    ),
    "quiz_probe_not_zero": Words(
        "Not zero: there is a path on which no slope is 0.", "不是零：有一条路径上没有为 0 的斜率。"
    ),
    "quiz_probe_wrong_size": Words(
        "The digits are right. Check where the decimal point stands.",
        "数字对了，检查小数点的位置。",
    ),
    "quiz_probe_upside_down": Words(
        "It is the other way up: divide the change of the output by the change of the input.",
        "上下颠倒了：应当用输出的变化除以输入的变化。",
    ),
}

WHOLES = {
    "quiz_probe_already_crossed": Words(
        "The gradient has crossed {y} → {x} already.", "梯度已经走过 {y} → {x}。"
    ),
    "quiz_probe_not_complete": Words(
        "Too early: {y} still waits for a contribution, so {y} → {x} has to wait too.",
        "太早了：{y} 还在等一份贡献，所以 {y} → {x} 也要等。",
    ),
    "quiz_probe_only_first_edges": Words(
        "You counted the edges that leave {x}. Later choices multiply the paths.",
        "你数的是从 {x} 出发的边。后面的选择会让路径数相乘。",
    ),
    "quiz_probe_counted_edges": Words(
        "You counted edges. A path is a whole way from {x} to the output.",
        "你数的是边。路径是从 {x} 到输出的一整条路。",
    ),
    "quiz_probe_counted_nodes": Words(
        "You counted nodes. A path is a whole way from {x} to the output.",
        "你数的是节点。路径是从 {x} 到输出的一整条路。",
    ),
    "quiz_probe_added_choices": Words(
        "You added the choices. Choices one after the other multiply.",
        "你把各处的选择数相加了。先后的选择要相乘。",
    ),
    "quiz_probe_count_the_passes": Words(
        "Count the passes: forward mode {inputs}, reverse mode {outputs}. "
        "Multiplications: {forward} against {reverse}.",
        "数一数遍数：前向模式 {inputs} 遍，反向模式 {outputs} 遍。"
        "乘法次数：{forward} 对 {reverse}。",
    ),
    "quiz_probe_this_one_is_right": Words(
        "This one is right: {slope} = {v}.", "这个是对的：{slope} = {v}。"
    ),
    "quiz_probe_shape_turned": Words(
        "This is turned round. A gradient has the shape of {x} itself.",
        "行列颠倒了。梯度的形状与 {x} 本身相同。",
    ),
    "quiz_probe_shape_of_output": Words(
        "This is the shape of the output. The gradient has one number for each entry of {x}.",
        "这是输出的形状。梯度为 {x} 的每个元素各有一个数。",
    ),
    "quiz_probe_shape_flattened": Words(
        "As many numbers as {x} has, but {x} is not one long row.",
        "数的个数对了，但 {x} 不是一长行。",
    ),
    "quiz_probe_shape_of_target": Words(
        "This is the shape of {y}. Going back, the gradient takes the shape of {x}.",
        "这是 {y} 的形状。往回传时，梯度取 {x} 的形状。",
    ),
}

MISCONCEPTIONS = {**BETWEEN_PATHS, **VALUES, **SLOPES, **WHOLES}
