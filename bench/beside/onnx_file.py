"""A graph as an ONNX file, for Netron: its structure, with the operations named as they are here.

Run by the Python of others' viewers, which has the format's own library: nodes come in as JSON.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from onnx import TensorProto, helper

nodes = json.load(sys.stdin)
names = [f"v{node['id']}" for node in nodes]
given = [name for name, node in zip(names, nodes, strict=True) if not node["reads"]]
made = [
    helper.make_node(node["op"], [names[k] for k in node["reads"]], [name])
    for name, node in zip(names, nodes, strict=True)
    if node["reads"]
]
numbers = [helper.make_tensor_value_info(name, TensorProto.DOUBLE, []) for name in given]
end = helper.make_tensor_value_info(names[-1], TensorProto.DOUBLE, [])
model = helper.make_model(helper.make_graph(made, "program", numbers, [end]))
Path(sys.argv[1]).write_bytes(model.SerializeToString())
