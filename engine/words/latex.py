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
    "latex_low_digits": Words(
        "Without curly brackets only the first digit of `{text}` is the subscript: "
        r"write `_{{{text}}}`.",
        "不加花括号时，`{text}` 只有第一位是下标：请写 `_{{{text}}}`。",
    ),
    "latex_digits_after": Words(
        r"`{text}` would be read as a product. A subscript is written `_{{1}}`; a number that is a "
        "factor stands first.",
        "`{text}` 会被读作乘积。下标请写作 `_{{1}}`；作为因子的数请写在前面。",
    ),
    "latex_number_as_name": Words(
        "`{text}` begins with a digit, so it is no name; a number is written as it is.",
        "`{text}` 以数字开头，不能作名字；数请直接书写。",
    ),
    "latex_exponent": Words(
        "`{text}` would be read as a product with Euler's number e. "
        r"A power of ten is written `\cdot 10^{{-3}}`.",
        "`{text}` 会被读作与自然常数 e 的乘积。"
        r"十的幂请写作 `\cdot 10^{{-3}}`。",
    ),
    "latex_mixed": Words(
        r"A number before a fraction may be meant as a sum or as a product: write `+` or `\cdot` "
        "between them.",
        r"分数前面的数既可能表示相加，也可能表示相乘：请在两者之间写 `+` 或 `\cdot`。",
    ),
    "latex_bare_function": Words(
        "`{text}` would be read as a product of letters; the function is written `{instead}`.",
        "`{text}` 会被读作各字母的乘积；函数请写作 `{instead}`。",
    ),
    "latex_open_argument": Words(
        "The argument of `{f}` may end before this bracket or after it: put the argument into "
        "brackets.",
        "`{f}` 的参数可能到这个括号之前为止，也可能包含它：请给参数加上括号。",
    ),
    "latex_inverse": Words(
        "`{text}^{{-1}}` may be the inverse function or a reciprocal. For the reciprocal write "
        r"`\frac{{1}}{{{text}(x)}}`.",
        "`{text}^{{-1}}` 既可能是反函数，也可能是倒数。表示倒数请写 "
        r"`\frac{{1}}{{{text}(x)}}`。",
    ),
    "latex_cross": Words(
        r"A cross product is not read here. Entry by entry vectors are multiplied with `\odot`.",
        r"这里不读叉积。向量逐元素相乘请写 `\odot`。",
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
