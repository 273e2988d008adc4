"""What the table's rows say when shapes, axes or indices do not fit; {a} and {b} are operands."""

from __future__ import annotations

from engine.words.language import Words

FITTING = {
    "shapes_differ": Words(
        "`{a}` is {s1} and `{b}` is {s2}. These shapes do not fit together.",
        "`{a}` 的形状是 {s1}，`{b}` 的形状是 {s2}，两者不匹配。",
    ),
    "same_shape_of_both": Words(
        "`{a}` is {s1} and `{b}` is {s2}. `{f}` needs the same shape for both; "
        "write the truth as one-hot rows or as probabilities.",
        "`{a}` 的形状是 {s1}，`{b}` 的形状是 {s2}。`{f}` 要求两者形状相同；"
        "请把真值写成 one-hot 行或概率。",
    ),
    "same_shapes": Words(
        "`{a}` is {s1} and `{b}` is {s2}. `{f}` lays parts of one shape side by side.",
        "`{a}` 的形状是 {s1}，`{b}` 的形状是 {s2}。`{f}` 要求各部分形状相同。",
    ),
    "parts_differ": Words(
        "`{a}` is {s1} and `{b}` is {s2}. To be joined along axis {axis}, "
        "they must agree in all other axes.",
        "`{a}` 的形状是 {s1}，`{b}` 的形状是 {s2}。沿第 {axis} 轴相接时，其余各轴必须一致。",
    ),
    "no_parts": Words(
        "`{f}` needs at least one part in its list.", "`{f}` 的列表中至少要有一个元素。"
    ),
    "concatenate_numbers": Words(
        "`concatenate` joins vectors and larger tensors, and `{a}` is a single number. "
        "Use `stack` to make a vector of numbers.",
        "`concatenate` 连接向量或更高维的张量，而 `{a}` 是单个数。用 `stack` 可以把数排成向量。",
    ),
    "shape_mismatch": Words(
        "`{a}` is {s1} and `{b}` is {s2}. {f} needs the inner sizes to match ({k1} and {k2}).",
        "`{a}` 的形状是 {s1}，`{b}` 的形状是 {s2}。{f} 要求内侧维度相同（{k1} 与 {k2}）。",
    ),
    "matmul_of_number": Words(
        "`{a}` is {s1} and `{b}` is {s2}. `@` multiplies vectors and matrices; "
        "to multiply by a single number write `*`.",
        "`{a}` 的形状是 {s1}，`{b}` 的形状是 {s2}。`@` 用于向量和矩阵；与单个数相乘请写 `*`。",
    ),
    "stacks_differ": Words(
        "`{a}` is {s1} and `{b}` is {s2}. The axes before the last two do not fit together.",
        "`{a}` 的形状是 {s1}，`{b}` 的形状是 {s2}。最后两轴之前的各轴不匹配。",
    ),
    "shape_needed": Words(
        "`{f}` needs {needs}; `{a}` is {s1}.", "`{f}` 需要{needs}；`{a}` 的形状是 {s1}。"
    ),
    "solve_number": Words(
        "`{a}` is {s1} and `{b}` is a single number. `solve` needs a vector or a matrix there.",
        "`{a}` 的形状是 {s1}，而 `{b}` 是单个数。`solve` 在这里需要向量或矩阵。",
    ),
    "solve_rows": Words(
        "`{a}` is {s1} and `{b}` is {s2}. `solve` needs as many entries or rows on the right "
        "({k2}) as the matrix has rows ({k1}).",
        "`{a}` 的形状是 {s1}，`{b}` 的形状是 {s2}。"
        "`solve` 要求右边的元素数或行数（{k2}）等于矩阵的行数（{k1}）。",
    ),
    "kernel_needed": Words(
        "`{b}` is {s2}. `conv2d` needs a kernel with two axes, height and width.",
        "`{b}` 的形状是 {s2}。`conv2d` 的卷积核需要两个轴：高和宽。",
    ),
    "kernel_too_large": Words(
        "`{a}` is {s1} and the kernel `{b}` is {s2}: it must have entries, and fit inside.",
        "`{a}` 的形状是 {s1}，卷积核 `{b}` 的形状是 {s2}：卷积核不能为空，且要放得进去。",
    ),
    "window_too_large": Words(
        "`{a}` is {s1}; a block of {s2} does not fit inside.",
        "`{a}` 的形状是 {s1}，放不下 {s2} 的块。",
    ),
    "bad_size": Words(
        "The size of a block is a whole number from 1 up; here it is {k}.",
        "块的大小是不小于 1 的整数；这里是 {k}。",
    ),
    "reshape_count": Words(
        "`{a}` is {s1}: its {n} entries do not fill the shape {s2}.",
        "`{a}` 的形状是 {s1}：它的 {n} 个元素填不满形状 {s2}。",
    ),
    "bad_shape": Words(
        "{s2} is not a shape that can be made here; lengths are whole numbers from 0 up.",
        "{s2} 不是这里可用的形状；各轴长度是不小于 0 的整数。",
    ),
    "too_many_axes": Words(
        "This tensor would have {n} axes; the limit is {max}.",
        "这个张量会有 {n} 个轴，上限为 {max}。",
    ),
    "no_such_axis": Words(
        "`{a}` is {s1}: it has no axis {axis}.", "`{a}` 的形状是 {s1}：没有第 {axis} 轴。"
    ),
    "axis_twice": Words("Axis {axis} is named twice.", "第 {axis} 轴写了两次。"),
    "one_axis": Words(
        "`{a}` is {s1}: here exactly one axis must be named.",
        "`{a}` 的形状是 {s1}：这里只能写一个轴。",
    ),
    "nothing_to_choose": Words(
        "`{a}` is {s1}: there is no entry to choose.", "`{a}` 的形状是 {s1}：没有元素可选。"
    ),
    "index_too_long": Words(
        "`{a}` is {s1}: it has {n} axes, and this index names {k}.",
        "`{a}` 的形状是 {s1}：共 {n} 个轴，而这个下标写了 {k} 个。",
    ),
    "index_out_of_range": Words(
        "`{a}` is {s1}: axis {axis} has {n} entries, counted from 0; there is no entry {i}.",
        "`{a}` 的形状是 {s1}：第 {axis} 轴有 {n} 个元素，从 0 数起；没有第 {i} 个。",
    ),
    "index_step": Words("The step of a slice cannot be 0.", "切片的步长不能为 0。"),
}
