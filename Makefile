# Two commands are enough: `make site` builds the website, `make test` runs every check.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: site test check docs bench messages schema clean

site: $(VENV)/ready-run
	$(BIN)/stratkit build -o site

test: $(VENV)/ready-dev browser check
	$(BIN)/python -m pytest -n auto --dist loadgroup

check: $(VENV)/ready-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache > $(VENV)/lint-imports.log || (cat $(VENV)/lint-imports.log; exit 1)
	$(BIN)/interrogate --quiet stratkit
	$(BIN)/stratkit schema --check
	$(BIN)/stratkit fmt --check
	$(BIN)/python scripts/messages.py --check
	$(BIN)/python scripts/guide.py --check
	$(BIN)/python scripts/update_guide.py --check
	$(BIN)/stratkit lint --level error

docs: $(VENV)/ready-dev
	$(BIN)/mkdocs build --strict --quiet --site-dir build/docs

bench: $(VENV)/ready-dev
	$(BIN)/python bench/run.py

messages: $(VENV)/ready-dev
	$(BIN)/python scripts/messages.py
	$(BIN)/stratkit schema
	$(BIN)/python scripts/guide.py
	$(BIN)/python scripts/update_guide.py

schema: $(VENV)/ready-run
	$(BIN)/stratkit schema

clean:
	rm -rf $(VENV) build dist

# ---- what the commands above stand on ----

$(VENV)/python: 
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "stratkit needs Python 3.11 or newer; name one: make PYTHON=python3.12 site"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --upgrade --constraint constraints.txt pip
	@touch $@

$(VENV)/ready-run: $(VENV)/python pyproject.toml constraints.txt
	$(PIP) install --constraint constraints.txt --editable .
	@touch $@

$(VENV)/ready-dev: $(VENV)/ready-run
	$(PIP) install --constraint constraints.txt --group dev
	@touch $@

# The browser tests need Chromium: from the distribution's packages where we may install them.
.PHONY: browser
browser:
	@if command -v chromium chromium-browser google-chrome >/dev/null 2>&1; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-liberation >/dev/null; \
	else echo "No Chromium here: the browser tests will be skipped. Install the package 'chromium' to run them."; fi
