"""Every sentence the engine says, English and Chinese, by its key.

The words of one operation stand in its own row of the table (engine/ops).
A field may hold an English and Chinese pair; the right one is put in.
"""

from __future__ import annotations

from collections.abc import Mapping

from engine.words.brought import BROUGHT
from engine.words.checks import CHECKS
from engine.words.export import EXPORT
from engine.words.fitting import FITTING
from engine.words.grouping import GROUPING
from engine.words.health import HEALTH
from engine.words.language import LANGUAGES, Language, Words
from engine.words.latex import LATEX
from engine.words.misconceptions import MISCONCEPTIONS
from engine.words.quiz import QUIZ
from engine.words.sentences import READING
from engine.words.training import TRAINING

LONGEST = 1_500  # characters of one field: as many as a dozen names
__all__ = ["LANGUAGES", "Language", "Words", "both", "fill", "say"]


def say(key: str, language: Language, fields: Mapping[str, object]) -> str:
    """The sentence for a key, its fields filled in."""
    return fill(CATALOGUE[key], language, fields)


def both(key: str, fields: Mapping[str, object]) -> Words:
    """The same in every language, to be chosen later."""
    return Words(*(say(key, language, fields) for language in LANGUAGES))


def fill(sentence: Words, language: Language, fields: Mapping[str, object]) -> str:
    """A sentence in one language, its fields filled in."""
    chosen = {
        name: value.in_language(language) if isinstance(value, Words) else _shortened(value)
        for name, value in fields.items()
    }
    return sentence.in_language(language).format(**chosen)


def _shortened(value: object) -> object:
    """What was typed is named, not echoed at length; a dozen names are no more than this."""
    return value[:LONGEST] + " …" if isinstance(value, str) and len(value) > LONGEST else value


# What went wrong, as a heading, by the code of the error.
TITLES = {
    "syntax": Words("This cannot be read", "这里无法读取"),
    "unknown-function": Words("There is no such function", "没有这个函数"),
    "wrong-arity": Words("Another number of arguments is needed", "参数个数不符"),
    "bad-argument": Words("This argument does not fit", "这个参数不合适"),
    "bad-index": Words("This index does not fit", "这个下标不合适"),
    "recursion": Words("A function cannot call itself", "函数不能调用自身"),
    "unknown-name": Words("The program has no such name", "程序里没有这个名字"),
    "shape-mismatch": Words("The shapes do not fit together", "形状不匹配"),
    "not-scalar": Words("The output has several values", "输出有多个值"),
    "missing-value": Words("A value is missing", "缺少取值"),
    "bad-value": Words("This value cannot be used", "这个值不能使用"),
    "too-long": Words("The text is too long", "文本过长"),
    "too-deep": Words("The brackets are nested too deeply", "括号嵌套过深"),
    "too-many-nodes": Words("The graph is too large", "计算图过大"),
    "too-many-elements": Words("The tensors are too large", "张量过大"),
    "too-many-steps": Words("There are too many steps", "步骤过多"),
    "too-costly": Words("This would take too much work", "计算量过大"),
    "timed-out": Words("This took too long", "计算超时"),
}

# What is worth knowing about an answer that stands.
NOTICES = {
    "domain": Words(
        "{f}({v}) has no real value: {f} needs {cond}.",
        "{f}({v}) 没有实数值：{f} 要求{cond}。",
    ),
    "div_zero": Words(
        "`{expr}` divides by 0. The value and its gradient do not exist there.",
        "`{expr}` 的除数为 0，此处的值和梯度不存在。",
    ),
    "singular": Words(
        "`{expr}` meets a matrix that has no inverse.",
        "`{expr}` 遇到了没有逆的矩阵。",
    ),
    "indeterminate": Words(
        "`{expr}` is not a number: infinities met that have no definite result.",
        "`{expr}` 不是一个数：无穷大相遇，没有确定的结果。",
    ),
    "overflow": Words(
        "The value grew past 1.8e308 at `{node}`. This is what an exploding gradient looks like.",
        "`{node}` 的值超过了 1.8e308。这就是梯度爆炸的样子。",
    ),
    "underflow": Words(
        "The gradient at `{node}` is too small for a float64 and was rounded to 0: "
        "it has vanished.",
        "`{node}` 的梯度太小，float64 无法表示，被舍入为 0：梯度消失了。",
    ),
    "kink": Words(
        "`{f}` has a corner at {v}; the slope jumps from {l} to {r}. Using {s}.",
        "`{f}` 在 {v} 处有折点，斜率从 {l} 跳到 {r}。此处取 {s}。",
    ),
    "not_diff": Words(
        "`{f}` has gradient 0 almost everywhere, so nothing flows back through it.",
        "`{f}` 几乎处处梯度为 0，梯度无法通过它回传。",
    ),
    "infinite_slope": Words(
        "`{f}` is infinitely steep at this point, so the gradient through it is not finite.",
        "`{f}` 在此处的斜率为无穷大，经过它的梯度不是有限数。",
    ),
    "unused_value": Words(
        "The program has no input `{x}`; its value is not used.",
        "程序没有名为 `{x}` 的输入，它的值没有被使用。",
    ),
}

# What the engine refuses once the text has been read.
REFUSALS = {
    "no_such_node": Words(
        "There is no node called `{name}`. Nodes here: {known}.",
        "没有名为 `{name}` 的节点。现有节点：{known}。",
    ),
    "no_such_input": Words(
        "There is no input called `{name}`. Inputs here: {known}.",
        "没有名为 `{name}` 的输入。现有输入：{known}。",
    ),
    "missing_value": Words("`{x}` has no value yet.", "`{x}` 还没有取值。"),
    "missing_tensor": Words(
        "`{x}` has no value yet, and one number does not fit here. Give it more in a line above: "
        "`{line}`.",
        "`{x}` 还没有取值，而单个数在这里不合适。请在上面加一行，给出多个数：`{line}`。",
    ),
    "not_a_number": Words(
        "The value of `{x}` must be a number or rows of numbers.",
        "`{x}` 的取值必须是数，或由数组成的行。",
    ),
    "ragged_value": Words("The rows of `{x}` have different lengths.", "`{x}` 的各行长度不同。"),
    "wrong_columns": Words(
        "Each point needs a number for each input, {n} in all; the rows here have {k}.",
        "每个点需要 {n} 个数，每个输入一个；这里每行有 {k} 个。",
    ),
    "nonscalar_output": Words(
        "The output `{node}` has the shape {shape}. Pick one entry, or sum them, to get gradients.",
        "输出 `{node}` 的形状是 {shape}。请选一个元素，或求和，再计算梯度。",
    ),
    "direction_shape": Words(
        "`{x}` has the shape {s1}; the direction given for it has {s2}.",
        "`{x}` 的形状是 {s1}，给它的方向的形状是 {s2}。",
    ),
    "hessian_too_large": Words(
        "The inputs hold {n} numbers; a Hessian is listed for at most {max}. "
        "Ask for its product with a vector.",
        "输入共有 {n} 个数；最多为 {max} 个数列出海森矩阵。请改求它与一个向量的乘积。",
    ),
    "too_many_elements": Words(
        "The tensors of this program hold {n} numbers; the limit is {max}.",
        "这个程序的张量共有 {n} 个数，上限为 {max}。",
    ),
}

# One step of a run, and what stands on a node's card.
STEPS = {
    "step_value": Words("{equation}", "{equation}。"),
    "step_compared": Words("{x}: {numbers} {truth}", "{x}：{numbers} {truth}。"),
    "truth_holds": Words("is true, so 1", "成立，取 1"),
    "truth_fails": Words("is false, so 0", "不成立，取 0"),
    "step_seed": Words("start at the output: ∂{x}/∂{x} = {v}", "从输出开始：∂{x}/∂{x} = {v}。"),
    "step_pull": Words(
        "{y} passes its gradient {g} to {x}, times {slope}: it adds {c}",
        "{y} 把梯度 {g} 传给 {x}，乘以 {slope}：贡献 {c}。",
    ),
    "step_push": Words(
        "{y} passes its tangent {g} on to {x}, times {slope}: it adds {c}",
        "{y} 把切线值 {g} 传给 {x}，乘以 {slope}：贡献 {c}。",
    ),
    "step_sum": Words(
        ". {x} gets {nth}: {before} + {c} = {total}",
        "{x} 收到{nth}：{before} + {c} = {total}。",
    ),
    "ordinal_2": Words("a second contribution", "第二份贡献"),
    "ordinal_3": Words("a third contribution", "第三份贡献"),
    "ordinal_n": Words("contribution no. {n}", "第 {n} 份贡献"),
    "slope_of_port": Words(
        "{v} (the slope at place {port} of {y})", "{v}（{y} 的第 {port} 处的斜率）"
    ),
    "slope_diagonal": Words("{label} = {v} entry by entry", "逐元素的 {label} = {v}"),
    "slope_spread": Words(
        "{label} entry by entry, summed to its shape", "逐元素的 {label}，再按形状求和"
    ),
    "slope_rule": Words("{label} (a matrix)", "{label}（矩阵）"),
    "step_moved": Words(
        "When {x} moves by 1, {y} moves by {v}: {slope} = {v}",
        "{x} 变动 1 时，{y} 变动 {v}：{slope} = {v}。",
    ),
    "step_valued": Words("All values are there: {y} = {v}", "全部值已算出：{y} = {v}。"),
    "step_done": Words("All gradients: {list}", "全部梯度：{list}。"),
    "step_nothing": Words(
        "There is no input here that a gradient could flow back to",
        "这里没有可以接收梯度的输入。",
    ),
}

# Why there is no formula, or not the one that was asked for.
FORMULAS = {
    "formula_too_large": Words(
        "Written out, the formula would have {n} parts; the limit is {max}.",
        "完整写出的公式有 {n} 个部分，上限为 {max}。",
    ),
    "formula_too_deep": Words(
        "Functions are nested {n} deep here; for a formula the limit is {max}.",
        "这里函数嵌套了 {n} 层，公式的上限为 {max} 层。",
    ),
    "number_too_long": Words(
        "A number here would take {n} binary digits to write exactly; the limit is {max}.",
        "这里有一个数，精确写出需要 {n} 位二进制数字，上限为 {max}。",
    ),
    "too_large_simplified": Words(
        "This is too large to simplify; here it is without.",
        "公式过大，无法化简，这里是未化简的形式。",
    ),
    "too_large_expanded": Words(
        "This is too large to expand; here it is without.",
        "公式过大，无法展开，这里是未展开的形式。",
    ),
    "too_large_factored": Words(
        "This is too large to factor; here it is without.",
        "公式过大，无法因式分解，这里是未分解的形式。",
    ),
    "no_formula_of_tensors": Words(
        "Vectors and matrices have no formula of single numbers; the rules of the chain are shown.",
        "向量和矩阵没有由单个数组成的公式，这里给出链式法则的矩阵形式。",
    ),
    "no_closed_form": Words(
        "`{x}` has no formula of single numbers.", "`{x}` 没有由单个数组成的公式。"
    ),
    "no_finite_formula": Words(
        "A part of this is not a finite real number, so there is no formula to show.",
        "其中有一部分不是有限实数，所以没有可显示的公式。",
    ),
    "not_real": Words("`{x}` is no real number.", "`{x}` 不是实数。"),
    "open_choice": Words(
        "A choice needs a last branch that always holds.", "分段表达式需要一个始终成立的最后分支。"
    ),
    "open_bounds": Words(
        "A sum or product is written out only between whole bounds, with at most {max} terms.",
        "求和与连乘只能在整数上下限之间展开，最多 {max} 项。",
    ),
    "too_many_parts": Words(
        "This expression has more than {max} parts.", "这个表达式的组成部分超过 {max} 个。"
    ),
}

SAYS = {**STEPS, **FORMULAS, **CHECKS, **HEALTH, **QUIZ, **MISCONCEPTIONS, **GROUPING}
CATALOGUE: dict[str, Words] = {
    **READING,
    **LATEX,
    **FITTING,
    **NOTICES,
    **REFUSALS,
    **SAYS,
    **TRAINING,
    **EXPORT,
    **BROUGHT,
}
