# What people do here, one line each. VENV names the environment: make check VENV=/somewhere/else
VENV ?= .venv
export VENV
export PATH := $(abspath $(VENV))/bin:$(PATH)

.PHONY: setup serve check format

setup: # an environment with every tool, and the browser libraries
	python3 -m venv $(VENV) && $(VENV)/bin/pip install -e '.[dev]'

serve: # the page on http://127.0.0.1:8000, straight from this folder
	python -m server

check: # all that must hold before a commit; CI runs the same
	.ci/lint && python tests/chromium.py && python -m pytest --cov

format: # put everything in its usual shape
	ruff check --fix . && ruff format . && npm --prefix static run --silent format
