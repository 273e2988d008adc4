"""What a formula is cut into, and what is looked for ahead."""

from __future__ import annotations

import re

from engine.writing.readable import JOINED

SIGNS = {sign: name for name, sign in JOINED.items()}  # written by us between matrices and vectors
INDEX = r"(?:-?[0-9]+(?![0-9.])|(?:-?[0-9]+)?:(?:-?[0-9]+)?(?::-?[0-9]+)?)"
PIECE = re.compile(
    r"""(?P<space>[ \t~\r\n]+ | %[^\r\n]* | \\[ ,:;!>()\[\]] | \$+
        | \\(?:tag\*?|label)[ ]*\{[^{}]*\})
    | (?P<joined>JOINED)
    | (?P<inverse>\^\{\{-1\}\})
    | (?P<index>\[[ ]*INDEX(?:[ ]*,[ ]*INDEX)*[ ]*(?:\\right[ ]*)?\])
    | (?P<row>\\\\(?:\[[^\]\r\n]*\])?)
    | (?P<environment>\\(?:begin|end)[ ]*\{[a-zA-Z]+\*?\})
    | (?P<command>\\operatorname\* | \\[a-zA-Z]+ | \\[!-~])
    | (?P<number>[0-9]+(?:\.[0-9]+)?\.?(?![0-9]) | \.[0-9]+)
    | (?P<word>[^\W\d_])
    | (?P<other>.)""".replace("INDEX", INDEX).replace("JOINED", "|".join(map(re.escape, SIGNS))),
    re.VERBOSE | re.DOTALL,
)
WORD = re.compile(r"[a-zA-Z]{2,20}+[0-9]{0,4}+(?=[ \t]*(?:\\left[ \t]*)?\()")
SETTING = re.compile(
    r"axis=(?:-?\d+|\((?:-?\d+,? ?)+\))|keepdims=(?:True|False)|-?\d+|\((?:-?\d+,? ?)+\)"
)
ENDS_LINE = re.compile(r"[ \t]*(?:\$|\\\\|\\[\])]|\\end|[\r\n]|$)")
LINE_END = re.compile(r"\\\\|[\r\n]")
HEAD = re.compile(r"[^()]*\)[ \t&]*=?")
IN_BRACES = re.compile(r"\{[^{}]*\}")
GOES_ON = re.compile(r"\s*(?:[-+*/=^_)\]}&<>,$]|\\cdot|\\times|\\right|\\\\|\\end|$)")
