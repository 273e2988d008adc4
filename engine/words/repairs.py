"""The labels of the buttons that repair a text."""

from __future__ import annotations

from engine.words.language import Words

REPAIRS = {
    "use_example": Words("Use this example", "使用示例"),
    "add": Words("Add {text}", "补上 {text}"),
    "remove": Words("Remove", "删除"),
    "remove_text": Words("Remove {text}", "删除 {text}"),
    "change_to": Words("Change to {text}", "改为 {text}"),
    "use": Words("Use {text}", "使用 {text}"),
}
