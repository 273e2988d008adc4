"""What exported files say of themselves."""

from __future__ import annotations

from engine.words.language import Words

EXPORT = {
    "picture_title": Words("Computation graph of {program}", "计算图：{program}"),
    "picture_input": Words("in", "输入"),
    "picture_too_large": Words(
        "This graph has {n} nodes; a picture shows at most {max}. Export its text instead.",
        "此图有 {n} 个节点，图片最多显示 {max} 个。请改为导出文本。",
    ),
    "too_many_frames": Words(
        "The walk has {n} pictures; the limit is {max}. Export one step instead.",
        "整个过程有 {n} 幅图，上限为 {max}。请改为导出其中一步。",
    ),
    "video_extra": Words(
        "Films come with an extra: pip install 'chainlight[video]'. GIF and animated PNG need "
        "nothing more.",
        "视频需要附加组件：pip install 'chainlight[video]'。GIF 和动态 PNG 无需另外安装。",
    ),
    "notebook_extra": Words(
        "The widget comes with an extra: pip install 'chainlight[notebook]'. A still picture, as "
        "`trace(…)` shows it, needs nothing more.",
        "交互组件需要附加组件：pip install 'chainlight[notebook]'。"
        "`trace(…)` 显示的静态图无需另外安装。",
    ),
    "text_title": Words("Values forward, gradients back", "数值向前，梯度向后"),
    "text_node": Words("node", "节点"),
    "text_value": Words("value", "值"),
    "text_gradient": Words("gradient", "梯度"),
    "text_forward": Words("Forward", "前向"),
    "text_reverse": Words("Reverse", "反向"),
    "code_opening": Words(
        "Written by Chainlight for {library}. It computes this program and its gradients, "
        "and asserts the numbers that were shown:",
        "由 Chainlight 为 {library} 写出。它计算下面的程序及其梯度，并断言所显示的数值：",
    ),
    "code_imports": Words("what it needs", "所需的库"),
    "code_inputs": Words("the inputs", "输入"),
    "code_forward": Words("forward: each line computes one node", "前向：每一行计算一个节点"),
    "code_backward": Words(
        "backward: grad_x is how much {y} changes per unit of x",
        "反向：grad_x 是 x 每增加一个单位时 {y} 的变化",
    ),
    "code_autograd": Words("backward: by the library itself", "反向：由库自动完成"),
    "code_corner": Words(
        "at this point a slope jumps or does not exist, and every library has a convention "
        "of its own: found here, and what was shown",
        "此处斜率跳变或不存在，各库约定不同：先是这里算得的值，再是所显示的值",
    ),
    "code_checks": Words("the numbers that were shown", "所显示的数值"),
}
