# What people do here, one line each. VENV names the environment: make check VENV=/somewhere/else
VENV ?= .venv
export VENV

.PHONY: setup serve check format

setup: # an environment with every tool, and the browser libraries
	python3 -m venv $(VENV) && $(VENV)/bin/pip install -e '.[dev]'

serve: # the page on http://127.0.0.1:8000, straight from this folder
	$(VENV)/bin/python -m server

check: # all that must hold before a commit; CI runs the same
	.ci/check

format: # put everything in its usual shape
	$(VENV)/bin/ruff check --fix . && $(VENV)/bin/ruff format . && npm --prefix static run --silent format
