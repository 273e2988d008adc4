"""What training refuses, and what ends a run, English and Chinese."""

from __future__ import annotations

from engine.words.language import Words

TRAINING = {
    "no_parameters": Words(
        "Name at least one parameter: an input that training may change.",
        "请至少指定一个参数，即训练可以改变的输入。",
    ),
    "parameter_is_data": Words(
        "`{x}` cannot be a parameter and data at once.", "`{x}` 不能既是参数又是数据。"
    ),
    "no_rows": Words(
        "The data for `{x}` must have at least one row, one for each example.",
        "`{x}` 的数据至少要有一行，每个样本一行。",
    ),
    "unequal_rows": Words(
        "The data have different numbers of examples: {n} for `{x}`, {k} for `{y}`.",
        "数据的样本数不同：`{x}` 有 {n} 个，`{y}` 有 {k} 个。",
    ),
    "state_of_another": Words(
        "This state was not kept by the optimizer {optimizer}.",
        "这个状态不是由优化器 {optimizer} 保存的。",
    ),
    "state_of_another_program": Words(
        "This state belongs to other parameters; the parameters here are {names}.",
        "这个状态属于另一组参数；这里的参数是 {names}。",
    ),
    "diverged": Words(
        "Training stopped at step {n}: the loss is no longer finite. First at `{node}`. "
        "A smaller learning rate than {eta} usually helps.",
        "训练在第 {n} 步停止：损失不再是有限数，最先出现在 `{node}`。"
        "通常减小学习率（当前 {eta}）有帮助。",
    ),
    "diverged_gradient": Words(
        "Training stopped at step {n}: the gradient at `{node}` is not finite, though every value "
        "is.",
        "训练在第 {n} 步停止：各个值都是有限数，但 `{node}` 处的梯度不是。",
    ),
    "data_extra": Words(
        "The digits come with an extra: pip install 'chainlight[data]'.",
        "手写数字数据需要附加组件：pip install 'chainlight[data]'。",
    ),
    "no_pictures": Words(
        "A convolutional network needs pictures: each example must be a table of numbers.",
        "卷积网络需要图片：每个样本必须是一张数表。",
    ),
    "pictures_too_small": Words(
        "The pictures are too small for {k} layers with windows of {n} × {n}.",
        "对于 {k} 层 {n} × {n} 的窗口，这些图片太小。",
    ),
    "too_many_kernels": Words(
        "These layers need {n} kernels; the most is {max}. Take fewer or narrower ones.",
        "这些层需要 {n} 个卷积核，最多为 {max} 个。请减少层数或宽度。",
    ),
    "bad_widths": Words(
        "Hidden layers: 1 to {n} of them, each 1 to {max} wide.",
        "隐藏层须有 1 到 {n} 层，每层宽 1 到 {max}。",
    ),
    "files_one_or_two": Words(
        "Give one table, or one file of inputs and one of targets; here are {n} files.",
        "请给一个数表，或一个输入文件和一个目标文件；这里有 {n} 个文件。",
    ),
    "files_inputs_and_targets": Words(
        "Of two files one must hold the inputs and the other one target for each; "
        "`{x}` and `{y}` do not.",
        "两个文件中，一个须是输入，另一个须是每个样本的目标；`{x}` 与 `{y}` 不符合。",
    ),
    "file_no_table": Words(
        "`{file}` holds {shape} numbers; a table has two or more columns, the last one the target.",
        "`{file}` 含 {shape} 个数；数表须有两列以上，最后一列是目标。",
    ),
    "fill_axes": Words(
        "`{fill}` is for tensors with {n} axes; this one has the shape {shape}.",
        "`{fill}` 只适用于 {n} 维张量；这里的形状是 {shape}。",
    ),
    "file_empty": Words("`{file}` holds no numbers.", "`{file}` 里没有数。"),
    "file_not_finite": Words(
        "Example {n} has a number that is not finite.", "第 {n} 个样本里有非有限的数。"
    ),
    "file_unknown": Words(
        "`{file}` cannot be read as CSV, .npy or IDX.", "`{file}` 无法按 CSV、.npy 或 IDX 读取。"
    ),
    "file_ragged": Words(
        "Line {line} of `{file}` has {n} columns; the first row has {k}.",
        "`{file}` 第 {line} 行有 {n} 列，而首行有 {k} 列。",
    ),
    "file_no_number": Words(
        "Line {line}, column {column} of `{file}`: `{what}` is not a number.",
        "`{file}` 第 {line} 行第 {column} 列：`{what}` 不是数。",
    ),
    "file_cut": Words(
        "`{file}` announces {n} bytes of numbers and has {k}.",
        "`{file}` 声明有 {n} 字节的数，实际有 {k} 字节。",
    ),
}
