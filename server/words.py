"""Every sentence the server adds to the engine's, English and Chinese, by its key."""

from __future__ import annotations

from collections.abc import Mapping

from engine import words as engine_words
from engine.words import Language, Words, fill

# What went wrong, as a heading, by code; the engine's own codes have theirs in engine.words.
TITLES = {
    "bad-request": Words("The request cannot be read", "无法读取这个请求"),
    "not-found": Words("There is nothing here", "这里什么也没有"),
    "method-not-allowed": Words("This address answers other methods", "此地址不接受这种方法"),
    "body-too-large": Words("The request is too large", "请求过大"),
    "unsupported-media": Words("The request must be JSON", "请求必须是 JSON"),
    "rate-limited": Words("Too many requests", "请求过于频繁"),
    "bad-field": Words("A field of the request does not fit", "请求中有字段不合要求"),
    "busy": Words("The server is busy", "服务器正忙"),
    "internal": Words("Something broke here", "服务器内部出错"),
}

CATALOGUE = {
    "not_json": Words(
        "The text is not JSON: {what} at character {at}.",
        "文本不是 JSON：第 {at} 个字符处有问题（{what}）。",
    ),
    "no_body": Words(
        "The text is empty; it should be a JSON object.", "文本为空；应为 JSON 对象。"
    ),
    "not_utf8": Words("The text is not UTF-8.", "文本不是 UTF-8 编码。"),
    "duplicate_key": Words(
        "The key `{key}` stands twice in one object.", "同一个对象里键 `{key}` 出现了两次。"
    ),
    "not_finite_token": Words(
        "`{token}` is not JSON. Write it in quotation marks.",
        "`{token}` 不属于 JSON，请加上引号。",
    ),
    "long_number": Words("A number in the text has too many digits.", "文本里有位数过多的数。"),
    "json_too_deep": Words(
        "Lists and objects are nested too deeply to be read.", "列表或对象的嵌套过深，无法读取。"
    ),
    "not_found": Words("There is nothing at {path}.", "{path} 处什么也没有。"),
    "no_such_operation": Words("There is no operation `{name}`.", "没有运算 `{name}`。"),
    "bad_token": Words(
        "This question was not asked by this server, or its token was cut. Ask again.",
        "这道题不是本服务器出的，或它的令牌不完整。请重新出题。",
    ),
    "one_place": Words(
        "`{field}` names one place: a node, an edge or a step.",
        "`{field}` 只能指定一处：节点、边或步骤。",
    ),
    "no_such_lesson": Words("There is no lesson `{name}`.", "没有课程 `{name}`。"),
    "no_links": Words("This server makes no short links.", "本服务器不提供短链接。"),
    "no_such_link": Words(
        "There is no link `{name}`, or its time is over.", "没有链接 `{name}`，或它已过期。"
    ),
    "no_such_claim": Words(
        "There is no link `{name}` with this secret.", "没有与此密钥对应的链接 `{name}`。"
    ),
    "link_too_large": Words(
        "A short link holds at most {max} bytes. Save a file instead.",
        "短链接最多保存 {max} 字节，请改为保存文件。",
    ),
    "no_storage": Words(
        "The store of short links cannot be used just now; nothing was kept. Try again in {t} s.",
        "短链接的存储暂时无法使用，没有保存任何内容。请 {t} 秒后再试。",
    ),
    "no_such_format": Words(
        "There is no format `{name}`. There are: {choices}.",
        "没有格式 `{name}`。可用的有：{choices}。",
    ),
    "no_blanks": Words(
        "Numbers can be left blank in {choices}; the other formats are made of numbers.",
        "可以留空的格式有：{choices}；其他格式离不开数值。",
    ),
    "not_ours": Words(
        "This is no address of this server; it begins with {base}.",
        "这不是本服务器的地址；本服务器的地址以 {base} 开头。",
    ),
    "qr_too_long": Words(
        "This is {n} bytes; a QR code that a phone can read holds {max}. Make a short link first.",
        "共 {n} 字节；手机能读出的二维码最多 {max} 字节。请先生成短链接。",
    ),
    "no_such_example": Words("There is no example `{name}`.", "没有示例 `{name}`。"),
    "method_not_allowed": Words(
        "{method} is not answered here; {allowed} is.", "此处不接受 {method}，可用：{allowed}。"
    ),
    "body_too_large": Words(
        "The body is larger than {max} bytes, the limit.", "请求体超过上限 {max} 字节。"
    ),
    "slow_body": Words("The body did not arrive within {t} s.", "请求体没有在 {t} 秒内到达。"),
    "unknown_host": Words(
        "This server does not answer to the name `{name}`. CHAINLIGHT_HOSTS lists its names.",
        "本服务器不使用名称 `{name}`。可用名称由 CHAINLIGHT_HOSTS 列出。",
    ),
    "too_often": Words(
        "More than {max} requests in a minute. Try again in {t} s.",
        "一分钟内的请求超过 {max} 个，请 {t} 秒后再试。",
    ),
    "too_many_at_once": Words(
        "{max} of your requests are being answered already. Wait for one of them.",
        "您已有 {max} 个请求正在处理，请等其中一个完成。",
    ),
    "too_many_visitors": Words(
        "Too many requests are being answered just now. Try again in {t} s.",
        "目前正在处理的请求过多，请 {t} 秒后再试。",
    ),
    "unsupported_media": Words(
        "Send the body as application/json, without content encoding.",
        "请以 application/json 发送请求体，不要压缩。",
    ),
    "bad_request": Words("The request cannot be answered.", "无法回答这个请求。"),
    "cluster_gone": Words(
        "The cluster that this server computes on does not answer. Try again in {t} s.",
        "本服务器所用的计算集群没有响应，请 {t} 秒后再试。",
    ),
    "one_clip": Words(
        "`{field}` has either `norm` or `value`.", "`{field}` 只能有 `norm` 或 `value` 之一。"
    ),
    "not_with_sweep": Words(
        "`sweep` makes its own programs: leave `{x}` out, or leave `sweep` out.",
        "`sweep` 会自行生成程序：请去掉 `{x}`，或去掉 `sweep`。",
    ),
    "only_with_sweep": Words(
        "`{x}` goes together with `sweep` only.", "`{x}` 只能与 `sweep` 一起使用。"
    ),
    "too_many_rows": Words(
        "This sweep has {n} networks; the limit is {max}.",
        "这次扫描有 {n} 个网络，上限为 {max}。",
    ),
    "queue_full": Words(
        "{n} requests for symbolic work are waiting already. Try again in {t} s.",
        "已有 {n} 个符号计算请求在排队，请 {t} 秒后再试。",
    ),
    "internal": Words(
        "This is a fault of ours, not of your text. It was noted as {id}.",
        "这是我们的错误，与输入无关。已记录，编号 {id}。",
    ),
    # fields of a request
    "unknown_field": Words("There is no field `{field}` here.", "这里没有字段 `{field}`。"),
    "missing_field": Words("The field `{field}` is missing.", "缺少字段 `{field}`。"),
    "wrong_type": Words("`{field}` must be {wanted}.", "`{field}` 必须是{wanted}。"),
    "wrong_choice": Words("`{field}` must be one of: {choices}.", "`{field}` 只能是：{choices}。"),
    "out_of_range": Words(
        "`{field}` is outside the range allowed here ({bound}).",
        "`{field}` 超出允许的范围（{bound}）。",
    ),
    "does_not_fit": Words("`{field}` cannot be used here.", "`{field}` 不能用在这里。"),
    "same_input": Words(
        "`x` and `y` must be two different inputs.", "`x` 和 `y` 必须是两个不同的输入。"
    ),
    "unequal_places": Words(
        "Without a grid, `x` and `y` need equally many places.",
        "不用网格时，`x` 和 `y` 的点数必须相同。",
    ),
    "moving_tensor": Words(
        "`{x}` is a tensor here; only an input that is a single number can move.",
        "`{x}` 在这里是张量；只有单个数的输入才能移动。",
    ),
    # values
    "value_too_large": Words(
        "The value of `{x}` holds a number that is too large for a float64.",
        "`{x}` 的取值里有超出 float64 范围的数。",
    ),
    "no_formula_found": Words(
        "No formula was found for this; the numbers stand without one.",
        "没有找到公式；数值不受影响。",
    ),
    "several_outputs": Words(
        "Gradients of {n} outputs at once need `jacobian`: true.",
        "同时求 {n} 个输出的梯度需要 `jacobian`: true。",
    ),
    # limits
    "film_too_long": Words(
        "A film of {n} pictures takes about {t} s; the limit is {max} s. Ask for a smaller "
        "`scale`, or for one step.",
        "{n} 幅图的动画约需 {t} 秒，上限为 {max} 秒。请减小 `scale`，或只导出一步。",
    ),
    "too_costly": Words(
        "This would take about {n} multiplications; the limit is {max}.",
        "这大约需要 {n} 次乘法，上限为 {max}。",
    ),
    "too_many_steps": Words(
        "This trace has {n} steps; the limit is {max}. Ask for fewer with `start` and `stop`, "
        "or for `columns`.",
        "共有 {n} 个步骤，上限为 {max}。可用 `start` 和 `stop` 只取部分步骤，或改用 `columns`。",
    ),
    "too_many_numbers": Words(
        "The answer would hold about {n} numbers; the limit is {max}. "
        "Take smaller tensors, or ask for less at once.",
        "答案约含 {n} 个数，上限为 {max}。请减小张量，或减少一次所求的内容。",
    ),
    "too_many_places": Words(
        "The answer would hold about {n} numbers; the limit is {max}. Ask for fewer `points`.",
        "答案约含 {n} 个数，上限为 {max}。请减少 `points`。",
    ),
    "too_many_paths": Words(
        "This would list {n} paths; the limit is {max}. The largest come first.",
        "这将列出 {n} 条路径，上限为 {max}。最大的排在最前。",
    ),
    "time_limit": Words(
        "This took longer than {t} s and was stopped. Nothing was lost.",
        "计算超过 {t} 秒，已停止。内容没有丢失。",
    ),
    "server_stops": Words("The server is being stopped.", "服务器正在停止。"),
    "memory_limit": Words(
        "This needed more memory than there is for one request and was stopped. Nothing was lost.",
        "计算所需内存超过单个请求的上限，已停止。内容没有丢失。",
    ),
}

# What a field wants, by the type that was expected.
WANTED = {
    "document": Words(
        "an object with a program in `source`, and its `values`",
        "含有 `source` 程序及其 `values` 的对象",
    ),
    "string": Words("a text", "文本"),
    "number": Words("a number", "数"),
    "whole": Words("a whole number", "整数"),
    "boolean": Words("true or false", "true 或 false"),
    "list": Words("a list", "列表"),
    "object": Words("an object", "对象"),
    "name": Words("a name or a node's number", "名字或节点编号"),
    "places": Words("a whole number from 1, or a list of numbers", "不小于 1 的整数，或数的列表"),
}

# What is wrong with a body that is not JSON, by the beginning of what Python's reader says of it.
NOT_JSON = {
    "Expecting value": Words("a value is missing", "缺少值"),
    "Expecting ',' delimiter": Words("a comma or a closing bracket is missing", "缺少逗号或右括号"),
    "Expecting ':' delimiter": Words("a colon is missing", "缺少冒号"),
    "Expecting property name": Words("a key in double quotes is missing", "缺少带双引号的键"),
    "Illegal trailing comma": Words("a comma has nothing after it", "逗号之后没有内容"),  # 3.13
    "Extra data": Words("something follows its end", "结尾之后还有内容"),
    "Unterminated string": Words("a text has no closing quote", "字符串缺少结束的引号"),
    "Invalid control character": Words(
        "a line break or the like stands in a text", "字符串里有换行之类的控制字符"
    ),
    "Invalid \\": Words("nothing is written with this backslash", "这个反斜杠不构成转义"),
    "Unexpected UTF-8 BOM": Words("a byte order mark begins it", "开头有字节顺序标记"),
    "": Words("something else belongs here", "这里应是别的内容"),  # whatever it may say one day
}


def sentence(reason: str, language: Language, fields: Mapping[str, object]) -> str:
    """A sentence of our catalogue or of the engine's."""
    catalogue = CATALOGUE if reason in CATALOGUE else engine_words.CATALOGUE
    return fill(catalogue[reason], language, fields)
