"""What the reader of programs says: every refusal of a text, and the label of every repair.

No sentence blames. Each says what stands there, and what to write instead. What can be typed stands
in backticks; the one sentence without is the one that the description of the API fixes.
"""

from __future__ import annotations

from engine.words.language import Words
from engine.words.repairs import REPAIRS
from engine.words.reserved import RESERVED

BRACKETS_AND_SIGNS = {
    "empty": Words(
        "Type an expression, for example `(a+b)*(b+1)`.", "输入一个表达式，例如 `(a+b)*(b+1)`。"
    ),
    "unclosed_paren": Words(
        "This {open} at column {col} has no matching {close}.",
        "第 {col} 列的 {open} 没有对应的 {close}。",
    ),
    "extra_paren": Words(
        "There is one `{close}` too many at column {col}.", "第 {col} 列多了一个 `{close}`。"
    ),
    "mismatched_paren": Words(
        "The `{close}` at column {col} closes a `{open}`: write `{right}` instead.",
        "第 {col} 列的 `{close}` 对应的是 `{open}`：请改写为 `{right}`。",
    ),
    "empty_brackets": Words("There is nothing between these brackets.", "这对括号里没有内容。"),
    "missing_operand": Words(
        "`{op}` at column {col} needs something on its {side}.",
        "第 {col} 列的 `{op}` {side}侧缺少内容。",
    ),
    "missing_sign": Words(
        "There is no sign between `{a}` and `{b}`. For a product put `*` between them.",
        "`{a}` 和 `{b}` 之间没有运算符。要表示相乘请在中间写 `*`。",
    ),
    "bare_argument": Words(
        "The argument of `{f}` stands in brackets: `{f}(…)`.",
        "`{f}` 的参数要放在括号里：`{f}(…)`。",
    ),
    "not_callable": Words(
        "`{a}` is no function, so nothing in brackets can follow it. "
        "For a product write `{a}*(…)`.",
        "`{a}` 不是函数，后面不能跟括号。要表示相乘请写 `{a}*(…)`。",
    ),
    "two_superscripts": Words(
        "Two superscripts side by side can be read in two ways. Write the power with `^`.",
        "两个上标连写有两种读法。请用 `^` 写幂。",
    ),
    "stray_comma": Words(
        "A comma stands between the arguments of a function or the entries of a list; "
        "this is neither.",
        "逗号用来分隔函数的参数或列表的元素，这里两者都不是。",
    ),
    "decimal_comma": Words(
        "A decimal number is written with a point: `{number}`.", "小数请用小数点：`{number}`。"
    ),
    "trailing_comma": Words("Nothing follows this comma.", "这个逗号后面没有内容。"),
    "comparison_place": Words(
        "A comparison can only be the first argument of `where`, as in `where(x > 0, x, 0)`.",
        "比较只能直接作为 `where` 的第一个参数，例如 `where(x > 0, x, 0)`。",
    ),
    "comparison_chain": Words(
        "Comparisons cannot be chained. Compare two values at a time.",
        "比较不能连写。请一次只比较两个值。",
    ),
    "assignment_place": Words(
        "On the left of `=` stands one name, or a function with its parameters: "
        "`y = …`, `f(x) = …`",
        "`=` 的左边只能是一个名字，或带参数的函数：`y = …`、`f(x) = …`",
    ),
    "assignment_inside": Words(
        "A name is bound on a line of its own: `{name} = …` cannot stand inside brackets.",
        "名字要在单独一行里定义：括号里不能写 `{name} = …`。",
    ),
    "index_after_number": Words(
        "A number has no entries, so no index can follow it.", "数没有元素，后面不能跟下标。"
    ),
    "attribute": Words(
        "Only `.T`, the transpose, can follow a dot.", "点号后面只能是 `.T`（转置）。"
    ),
    "library_prefix": Words(
        "Functions are written without `{prefix}`: `{f}`.", "函数不用写 `{prefix}`：直接写 `{f}`。"
    ),
    "unexpected_char": Words("`{ch}` cannot be used here.", "这里不能使用 `{ch}`。"),
}

CHARACTERS_AND_NUMBERS = {
    "lookalike": Words(
        "`{ch}` is not read; write `{instead}`.", "无法读取 `{ch}`，请写 `{instead}`。"
    ),
    "hidden_char": Words(
        "There is a character here that cannot be seen: `{ch}`.", "这里有一个看不见的字符：`{ch}`。"
    ),
    "name_letters": Words(
        "`{ch}` cannot be part of a name: names are written in Latin, Greek or Chinese letters, "
        "digits and `_`.",
        "`{ch}` 不能用在名字里：名字由拉丁字母、希腊字母或汉字、数字和 `_` 组成。",
    ),
    "text_in_quotes": Words(
        "Text in quotes is not part of this language. Names are written without quotes.",
        "这里不使用带引号的文本。名字不加引号。",
    ),
    "factorial": Words(
        "`!` is not read. A factorial can be written out as a product.",
        "无法读取 `!`。阶乘可以写成连乘。",
    ),
    "bars": Words(
        "Bars are not read. An absolute value is `abs(x)`, a norm is `norm(v)`.",
        "无法读取竖线。绝对值写 `abs(x)`，范数写 `norm(v)`。",
    ),
    "backslash": Words(
        "This looks like LaTeX. Choose LaTeX as the notation, or write `a/b`, `sqrt(x)`, `w_1`.",
        "这看起来是 LaTeX。请选择 LaTeX 记法，或直接写：`a/b`、`sqrt(x)`、`w_1`。",
    ),
    "curly_brackets": Words(
        "Group with round brackets `( )`, and write tensors with square ones `[ ]`.",
        "分组请用圆括号 `( )`，张量请用方括号 `[ ]`。",
    ),
    "number_with_letter": Words(
        "`{text}` is neither a number nor a product. For a product write `{instead}`.",
        "`{text}` 既不是数也不是乘积。要表示相乘请写 `{instead}`。",
    ),
    "unfinished_exponent": Words(
        "`{text}` lacks its exponent: `1e3` is 1000, `1e-3` is 0.001.",
        "`{text}` 缺少指数：`1e3` 是 1000，`1e-3` 是 0.001。",
    ),
    "two_points": Words(
        "`{text}` is no number: it has more than one decimal point.",
        "`{text}` 不是数：小数点多于一个。",
    ),
    "exponent_not_whole": Words(
        "`{text}` is no number: its exponent is not whole. `1e3` is 1000, `1e-3` is 0.001.",
        "`{text}` 不是数：指数必须是整数。`1e3` 是 1000，`1e-3` 是 0.001。",
    ),
    "grouped_digits": Words(
        "Digits are written without separators: `{instead}`.", "数字之间不加分隔符：`{instead}`。"
    ),
    "other_base": Words(
        "Numbers are decimal here. For a product write `{instead}`.",
        "这里只用十进制数。要表示相乘请写 `{instead}`。",
    ),
    "number_too_large": Words(
        "`{text}` is larger than a float64 can hold, about 1.8e308.",
        "`{text}` 超出了 float64 的范围（约 1.8e308）。",
    ),
}

FUNCTIONS = {
    "unknown_function": Words(
        "There is no function `{f}`. Did you mean `{g}`?", "没有函数 `{f}`。是否想用 `{g}`？"
    ),
    "unknown_function_product": Words(
        "There is no function `{f}`. For a product write `{f}*(…)`.",
        "没有函数 `{f}`。要表示相乘请写 `{f}*(…)`。",
    ),
    "unknown_function_plain": Words(
        "There is no function `{f}`. Define it first: `{f}(x) = …`",
        "没有函数 `{f}`。请先定义：`{f}(x) = …`",
    ),
    "typed_by_sign": Words(
        "`{f}` is written with its sign, `{sign}`, between the values.",
        "`{f}` 用符号 `{sign}` 写在两个值之间。",
    ),
    "function_power": Words(
        "The power of a function's value comes after the brackets: `{f}(x)^2`.",
        "函数值的幂写在括号后面：`{f}(x)^2`。",
    ),
    "function_as_value": Words(
        "`{f}` is a function and needs arguments: `{f}(…)`.", "`{f}` 是函数，需要参数：`{f}(…)`。"
    ),
    "wrong_arity": Words(
        "`{f}` takes {n}; you gave {k}.", "`{f}` 需要的参数：{n}；当前为 {k} 个。"
    ),
    "recursion": Words(
        "`{f}` calls itself: `{path}`. A call is written out in full, so it would never end.",
        "`{f}` 调用了自身：`{path}`。每次调用都会完全展开，这样不会结束。",
    ),
    "parameter_list": Words(
        "Parameters are names with commas between them: `f(x, y) = …`",
        "参数是用逗号分隔的名字：`f(x, y) = …`",
    ),
    "parameter_twice": Words(
        "`{name}` occurs twice among the parameters.", "参数里 `{name}` 出现了两次。"
    ),
    "keyword_unknown": Words(
        "`{f}` has no argument called `{name}`. By name it takes: `{known}`.",
        "`{f}` 没有名为 `{name}` 的参数。可以按名字给出的有：`{known}`。",
    ),
    "keyword_none": Words(
        "The arguments of `{f}` are given by position, without `{name}=`.",
        "`{f}` 的参数按位置给出，不写 `{name}=`。",
    ),
    "keyword_twice": Words("`{name}` is given twice.", "`{name}` 给出了两次。"),
    "keyword_of_fold": Words(
        "`{name}` belongs to the reduction of one tensor; with several arguments, leave it out.",
        "`{name}` 只用于对单个张量的归约；有多个参数时请省略。",
    ),
    "after_setting": Words(
        "`{text}` cannot follow here: this argument is known beforehand, not computed.",
        "这里后面不能是 `{text}`：这个参数须事先给定，不做计算。",
    ),
    "truth_needed": Words(
        "`{name}` is `True` or `False`.", "`{name}` 的取值是 `True` 或 `False`。"
    ),
    "whole_needed": Words(
        "A whole number is needed here, such as 2.", "这里需要一个整数，例如 2。"
    ),
    "shape_form": Words(
        "A shape is a whole number or several in brackets, such as `(2, 3)`, "
        "with at most one `-1`.",
        "形状是一个整数，或括号里的几个整数，例如 `(2, 3)`，其中最多有一个 `-1`。",
    ),
    "list_needed": Words(
        "`{f}` takes a list in square brackets: `{f}([a, b])`.",
        "`{f}` 需要方括号列表：`{f}([a, b])`。",
    ),
}

TENSORS_AND_LINES = {
    "index_form": Words(
        "An index is made of whole numbers, the counter of a `repeat`, or slices of them: "
        "`x[0]`, `A[1, :]`, `x[0:2]`.",
        "下标由整数、`repeat` 的计数变量或它们的切片组成：`x[0]`、`A[1, :]`、`x[0:2]`。",
    ),
    "index_name": Words(
        "`{name}` is not the counter of a `repeat`. An index is known before anything is computed: "
        "a whole number or a counter.",
        "`{name}` 不是 `repeat` 的计数变量。下标必须在计算之前就已知：整数或计数变量。",
    ),
    "step_zero": Words("A slice cannot go in steps of 0.", "切片的步长不能是 0。"),
    "ragged": Words(
        "Entry {row} is {here}, the first is {first}. All must be alike.",
        "第 {row} 项是{here}，第一项是{first}。各项必须一致。",
    ),
    "nothing_to_compute": Words(
        "The last line only defines a function, so there is nothing to compute. "
        "Add a line that uses it.",
        "最后一行只是定义函数，没有可计算的内容。请加一行来使用它。",
    ),
    "repeat_form": Words(
        "A repetition is written: `repeat 3 as t:`", "重复的写法是：`repeat 3 as t:`"
    ),
    "repeat_rounds": Words(
        "`repeat` needs a whole number of rounds: `repeat 3 as t:`",
        "`repeat` 需要整数次数：`repeat 3 as t:`",
    ),
    "repeat_place": Words("`repeat` begins a line of its own.", "`repeat` 要另起一行。"),
    "repeat_inline": Words(
        "The lines to repeat begin on the next line, indented.",
        "要重复的内容从下一行开始，并缩进。",
    ),
    "repeat_body": Words("Indent the lines that this `repeat` is about.", "请缩进要重复的各行。"),
    "mixed_indent": Words(
        "This line is indented with spaces and tabs. Use one of them.",
        "这一行的缩进混用了空格和制表符。请只用一种。",
    ),
    "uneven_indent": Words(
        "This line is not indented as the lines of its block are.",
        "这一行的缩进与同一块的其他行不一致。",
    ),
    "fullwidth": Words("Converted full-width symbols to {to}.", "已把全角符号转换为 {to}。"),
    "converted": Words("Read {pairs}.", "已读作：{pairs}。"),
}

SIZES = {
    "too_long": Words(
        "This is {n} characters; the limit is {max}.", "当前 {n} 个字符，上限为 {max}。"
    ),
    "too_deep": Words(
        "Brackets are nested {n} deep; the limit is {max}.", "括号嵌套了 {n} 层，上限为 {max}。"
    ),
    "nested_too_deep": Words(
        "This is nested {n} deep, call within call or repeat within repeat; the limit is {max}.",
        "调用或 repeat 嵌套了 {n} 层，上限为 {max}。",
    ),
    "too_many_nodes": Words(
        "This makes at least {n} nodes; the limit is {max}.",
        "这会产生至少 {n} 个节点，上限为 {max}。",
    ),
}

READING = {
    **BRACKETS_AND_SIGNS,
    **CHARACTERS_AND_NUMBERS,
    **RESERVED,
    **FUNCTIONS,
    **TENSORS_AND_LINES,
    **SIZES,
    **REPAIRS,
}
