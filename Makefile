# One door to everything; `make help` lists what there is. Steps longer than a line are in scripts/.
SHELL := /bin/sh
BIN := .venv/bin
PY := $(shell sh scripts/python.sh)
CODE := lantoa tests bench scripts setup.py
TEMPLATES := $(shell find lantoa/templates -name '*.html')

.PHONY: help install dev run test check format pictures templates bench test-postgres lock clean
.DEFAULT_GOAL := help

help:            ## this list
	@grep -hE '^[a-z-]+: .*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*##/\t/' | expand -t 18

install:         ## environment in .venv and the command .venv/bin/lantoa
	@$(PY) scripts/install.py run

run: install     ## everything, then the server on 127.0.0.1:8000 (HOST=, PORT= to change)
	@$(PY) scripts/libreoffice.py run
	@sh scripts/run.sh

dev:             ## what tests and checks need besides
	@$(PY) scripts/install.py dev

test: dev        ## every test: unit, database, browser, accessibility; the core with full branch coverage
	@$(PY) scripts/chromium.py
	@$(PY) scripts/libreoffice.py tests
	$(BIN)/pytest tests/domain --cov=lantoa.domain --cov-branch --cov-report=term-missing:skip-covered --cov-fail-under=100
	$(BIN)/pytest -n 2 --ignore=tests/domain

test-postgres: dev ## the database tests on a PostgreSQL server of its own
	@$(PY) scripts/libreoffice.py tests
	$(PY) scripts/postgres.py $(BIN)/pytest -n 2 --ignore=tests/domain --ignore=tests/e2e --ignore=tests/docs

check: dev       ## format, lint, types, layers, migrations, templates, docs
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/ruff check $(CODE)
	$(BIN)/mypy lantoa tests bench
	$(BIN)/lint-imports
	@echo djade --check
	@$(BIN)/djade --check --target-version 5.2 $(TEMPLATES)
	@DATABASE_URL=sqlite://:memory: $(BIN)/django-admin makemigrations --check --dry-run --settings tests.settings --pythonpath .
	$(BIN)/pytest -q tests/docs

format: dev      ## put the code into the house's form
	$(BIN)/ruff format $(CODE)
	$(BIN)/ruff check --fix $(CODE)
	-@$(BIN)/djade --target-version 5.2 $(TEMPLATES)

pictures: dev    ## the pictures of the guides, taken anew on the way through the nine stations
	@$(PY) scripts/chromium.py
	@mkdir -p lantoa/static/guides
	LANTOA_PICTURES=$(CURDIR)/lantoa/static/guides $(BIN)/pytest -q tests/e2e/test_nine_stations.py

templates: dev   ## the shipped Word templates, drawn anew by scripts/templates
	$(BIN)/python -m scripts.templates
	$(BIN)/pytest -q tests/papers/shipped

bench: dev       ## the speed that the README claims, measured again
	$(BIN)/python -m bench

lock:            ## resolve the dependencies anew (needs uv)
	sh scripts/lock.sh

clean:           ## remove what was built; the data in var/ stays
	rm -rf .venv build *.egg-info .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .coverage
