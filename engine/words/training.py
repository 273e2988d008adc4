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
}
