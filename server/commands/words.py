"""Every word of the command line, English and Chinese, by its key."""

from __future__ import annotations

from engine.words import Words

# What the command line says around its tables.
COMMANDS = {
    "training": Words(
        "{bar} {done}/{steps}  loss {loss}  {left} s left",
        "{bar} {done}/{steps}  损失 {loss}  还需 {left} 秒",
    ),
    "trained": Words("loss {first} → {last} at step {n}", "第 {n} 步，损失 {first} → {last}"),
    "not_brought": Words(
        "{step} has no counterpart here; what it makes is the input {name}",
        "{step} 在这里没有对应的运算；它的结果成为输入 {name}",
    ),
    "untypeable": Words(
        "{name} holds numbers that cannot be typed; write a .json file with -o",
        "{name} 含有无法键入的数；请用 -o 写出 .json 文件",
    ),
    "loss": Words("loss", "损失"),
    "step": Words("step", "步"),
    "before": Words("before", "训练前"),
    "after": Words("after", "训练后"),
    "last_gradient": Words("last gradient", "最后的梯度"),
    "right_data": Words("right on the examples trained on: {p} %", "训练样本正确率：{p} %"),
    "right_held_out": Words("right on examples held out: {p} %", "留出样本正确率：{p} %"),
    "name": Words("name", "名称"),
    "op": Words("op", "运算"),
    "input": Words("input", "输入"),
    "value": Words("value", "值"),
    "formula": Words("formula", "公式"),
    "check": Words("check", "检验"),
    "reverse": Words("reverse", "反向"),
    "forward": Words("forward", "前向"),
    "difference": Words("difference", "差分"),
    "symbolic": Words("symbolic", "符号"),
    "dense": Words("dense", "稠密"),
    "diagonal": Words("diagonal", "对角"),
    "permutation": Words("only moves entries", "只移动元素"),
    "rule": Words("too large to list", "太大，不列出"),
    "error": Words("error", "相对误差"),
    "via": Words("{v} (via {x})", "{v}（经 {x}）"),
    "layer": Words("layer", "层"),
    "value_norm": Words("|value|", "|值|"),
    "gradient_norm": Words("|gradient|", "|梯度|"),
    "dead": Words("dead", "失活"),
    "saturated": Words("saturated", "饱和"),
    "at_the_input": Words("at the input", "输入处"),
    "at_the_last": Words("at the last layer", "最后一层"),
    "update": Words("update", "更新大小"),
    "finding": Words("finding", "诊断"),
    "path": Words("path", "路径"),
    "contribution": Words("contribution", "贡献"),
    "paths": Words("{slope}: {n} paths", "{slope}：{n} 条路径"),
    "one_path": Words("{slope}: 1 path", "{slope}：1 条路径"),
    "largest_paths": Words(
        "{slope}: {n} paths, the {k} largest", "{slope}：{n} 条路径，其中最大的 {k} 条"
    ),
    "sum_of_paths": Words("sum", "合计"),
    "work_of_paths": Words(
        "written out: {m} ×, {a} +; factored: {fm} ×, {fa} +",
        "逐条写出：{m} 次 ×，{a} 次 +；提取公因式后：{fm} 次 ×，{fa} 次 +",
    ),
    "work_without_ones": Words(
        "without factors that are always 1: {m} ×, {a} +; factored: {fm} ×, {fa} +",
        "不计恒为 1 的因子：{m} 次 ×，{a} 次 +；提取公因式后：{fm} 次 ×，{fa} 次 +",
    ),
    "cost": Words(
        "reverse mode: passes {passes} · multiplications {multiplications} · additions {additions}"
        "   (forward mode: {forward_passes} · {forward_multiplications} · {forward_additions})",
        "反向模式：遍数 {passes} · 乘法 {multiplications} · 加法 {additions}"
        "（前向模式：{forward_passes} · {forward_multiplications} · {forward_additions}）",
    ),
    "try_again": Words("Try once more; ? gives a hint.", "再试一次；输入 ? 看提示。"),
    "link_kept": Words("kept until {day}", "保存至 {day}"),
    "link_secret": Words(
        "to delete it: chainlight link --delete {id} --secret {secret}",
        "删除它：chainlight link --delete {id} --secret {secret}",
    ),
    "link_deleted": Words("deleted; nothing is kept", "已删除，没有保留任何内容"),
    "link_too_long": Words(
        "The link would be too long for some programs; make a short one with --short.",
        "链接过长，有些程序会截断；请用 --short 生成短链接。",
    ),
    "unread": Words("{file} cannot be read: {why}", "无法读取 {file}：{why}"),
    "score": Words("{n} of {all} right", "答对 {n} / {all}"),
    "number": Words("no.", "课次"),
    "title": Words("title", "标题"),
    "minutes": Words("minutes", "分钟"),
    "goals": Words("You will be able to", "学完你能够"),
    "exercise": Words("Try it", "试一试"),
    "why": Words("In your own words", "用自己的话"),
    "summary": Words("In short", "小结"),
    "teacher": Words("Notes for teachers", "教师备注"),
    "open": Words("Open: {link}", "打开：{link}"),
    "more": Words("… and {n} more; --json has all nodes", "……还有 {n} 个节点；--json 含全部"),
    "defaulted": Words("No value was given for {x}: taken to be 1.", "没有给出 {x} 的取值：取 1。"),
    "try": Words("Try: {source}", "试试：{source}"),
    "downhill": Words("downhill, to step {n}:", "沿下坡走到第 {n} 步："),
    "agree": Words("All ways agree.", "各种算法一致。"),
    "disagree": Words("They do not agree.", "结果不一致。"),
}
