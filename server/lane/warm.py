"""Loaded by the process that forks workers: what is slow is done once, and every worker has it.

A worker that was killed is then replaced in milliseconds, also on a machine that is busy.
"""

from engine.collector import settled
from engine.latex import ready

ready()
settled()
