"""A graph as a TensorFlow graph in an event file, for TensorBoard, whose own descriptions do.

Run by the Python of others' viewers: nodes come in as JSON. Groups become scopes of names.
"""

from __future__ import annotations

import json
import sys

from tensorboard.compat.proto.event_pb2 import Event
from tensorboard.compat.proto.graph_pb2 import GraphDef
from tensorboard.summary.writer.event_file_writer import EventFileWriter

nodes = json.load(sys.stdin)
names = ["/".join([*node["groups"], f"v{node['id']}"]) for node in nodes]
graph = GraphDef()
for name, node in zip(names, nodes, strict=True):
    graph.node.add(name=name, op=node["op"], input=[names[k] for k in node["reads"]])
writer = EventFileWriter(sys.argv[1])
writer.add_event(Event(wall_time=1.0, graph_def=graph.SerializeToString()))
writer.close()
