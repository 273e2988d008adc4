"""An ONNX file as a program: read without trusting it, then walked node by node."""

from engine.brought.onnx.walk import from_onnx

__all__ = ["from_onnx"]
