"""What is said of programs that come from elsewhere."""

from __future__ import annotations

from engine.words.language import Words

BROUGHT = {
    "no_history": Words(
        "This tensor has no record of how it was made; make it from tensors that ask for a "
        "gradient (requires_grad=True), and before backward() has let the record go.",
        "这个张量没有计算记录；请用 requires_grad=True 的张量来计算它，"
        "并在 backward() 释放记录之前使用。",
    ),
    "onnx_extra": Words(
        "Reading ONNX files comes with an extra: pip install 'chainlight[onnx]'.",
        "读取 ONNX 文件需要附加组件：pip install 'chainlight[onnx]'。",
    ),
    "onnx_unread": Words("{path} cannot be read: {why}.", "无法读取 {path}：{why}。"),
    "onnx_unreadable": Words(
        "This is no whole ONNX file: it breaks off, or holds something else. "
        "Export the model again.",
        "这不是完整的 ONNX 文件：文件被截断，或是别的内容。请重新导出模型。",
    ),
    "onnx_too_long": Words(
        "This file has {n} bytes; the limit is {max}. Export a smaller model.",
        "此文件有 {n} 字节，上限为 {max}。请导出较小的模型。",
    ),
    "onnx_too_many_parts": Words(
        "This file has more than {max} parts, the limit. Export a smaller model.",
        "此文件的组成部分超过上限 {max} 个。请导出较小的模型。",
    ),
    "onnx_too_many_nodes": Words(
        "This model has {n} nodes; the limit is {max}. Export a smaller one.",
        "此模型有 {n} 个节点，上限为 {max}。请导出较小的模型。",
    ),
    "onnx_version": Words(
        "This file is written for version {n} of the ONNX operators; versions {least} to {most} "
        "can be read. Bring it to one of them with onnx.version_converter.",
        "此文件使用 ONNX 算子版本 {n}；可以读取版本 {least} 到 {most}。"
        "请用 onnx.version_converter 转换。",
    ),
    "onnx_elsewhere": Words(
        "The numbers of `{x}` are kept in another file, which is not opened. Save the model as one "
        "file: onnx.save_model(onnx.load(path), path).",
        "`{x}` 的数值存放在另一个文件里，不会被打开。"
        "请把模型存为一个文件：onnx.save_model(onnx.load(path), path)。",
    ),
    "onnx_sort": Words(
        "`{x}` holds data of ONNX type {k}; only ordinary numbers can be read.",
        "`{x}` 的数据是 ONNX 类型 {k}；只能读取普通的数。",
    ),
    "onnx_lies": Words(
        "`{x}` says that it is {shape}, and holds {n} numbers. Export the model again.",
        "`{x}` 声明的形状是 {shape}，实际有 {n} 个数。请重新导出模型。",
    ),
    "onnx_unmade": Words(
        "`{x}` is read before anything makes it; the nodes of an ONNX file stand in order.",
        "`{x}` 在产生之前就被读取；ONNX 文件的节点应按顺序排列。",
    ),
    "onnx_twice": Words(
        "`{x}` is made twice; each value of an ONNX file is made once.",
        "`{x}` 产生了两次；ONNX 文件中每个值只产生一次。",
    ),
}
