"""What the reader of LaTeX says."""

from __future__ import annotations

from engine.words.language import Words

LATEX = {
    "latex_read": Words(
        "sympy read this as `{program}`; the graph is of that.",
        "sympy 把它读作 `{program}`，计算图据此画出。",
    ),
    "latex_command": Words(
        "`{command}` is not read here. Known are fractions, roots, powers, sums and products with "
        "numbers as bounds, functions, Greek letters, matrices and cases.",
        "这里不读 `{command}`。可以使用分式、根式、幂、上下限为数的求和与连乘、函数、希腊字母、"
        "矩阵和分段。",
    ),
    "latex_unexpected": Words(
        "`{typed}` cannot stand here. Something may be missing before it.",
        "这里不能出现 `{typed}`，前面可能缺少内容。",
    ),
    "latex_unfinished": Words(
        "The formula ends here, but something must follow.", "公式到此结束，但后面还缺少内容。"
    ),
    "latex_equals": Words(
        r"On the left of `=` stands one name; one of several letters is written `\text{{loss}}`.",
        r"`=` 的左边只能是一个名字；多个字母的名字写作 `\text{{loss}}`。",
    ),
    "latex_two_numbers": Words(
        "Two numbers stand side by side. Put curly brackets around a power of several digits, "
        r"as in `x^{{10}}`, and `\cdot` into a product.",
        r"两个数并排在一起。多位的指数请加花括号，如 `x^{{10}}`；乘积请写 `\cdot`。",
    ),
    "latex_subscript": Words(
        "`{text}` cannot be a subscript: letters, digits and Greek letters can.",
        "`{text}` 不能作下标：下标可以是字母、数字和希腊字母。",
    ),
    "latex_prime": Words(
        "`{text}` in front of brackets would be a derivative, which is not read here.",
        "括号前的 `{text}` 会是导数，这里无法读取。",
    ),
    "latex_derivative": Words(
        "A derivative is not read here: type the function, and the slopes follow by themselves.",
        "这里不读导数：请输入函数本身，斜率会自动算出。",
    ),
    "latex_open_bounds": Words(
        r"Write the bounds as numbers: `\sum_{{i=1}}^{{3}}`.",
        r"上下限请写成数：`\sum_{{i=1}}^{{3}}`。",
    ),
    "latex_matrix_power": Words(
        r"A matrix can have the powers `^T`, `^\top` and `^{{-1}}`.",
        r"矩阵的幂只能是 `^T`、`^\top` 和 `^{{-1}}`。",
    ),
    "latex_norm": Words("A norm has the index 1, 2 or F.", "范数的下标只能是 1、2 或 F。"),
    "latex_factorial": Words(
        "A factorial is read of whole numbers up to {max} only.",
        "阶乘只用于不超过 {max} 的整数。",
    ),
    "latex_unclear": Words("sympy finds no meaning in this formula.", "sympy 无法理解这个公式。"),
}
