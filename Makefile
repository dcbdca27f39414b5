# Everything a newcomer, an editor's machine and CI run. `make` alone lists it.

PYTHON ?= python3
ARGS ?=
AGAINST ?=
BIN := .venv/bin
CODE := plugins tests
PIP := $(BIN)/python -m pip -qq
PYTEST := $(BIN)/python -bb -X dev -W error -m pytest

export PYTHON
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_ROOT_USER_ACTION := ignore
# Two advertisements on every build, one of Material's and one of ProperDocs'.
export NO_MKDOCS_2_WARNING := 1
export DISABLE_MKDOCS_2_WARNING := true

.DEFAULT_GOAL := help
.PHONY: help setup tools forms site serve check test bench browser audit golden fix lock screenshots clean

help:
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: .venv/.package  ## make .venv from requirements.lock, with this package in it
	@:

# A changed lock gets a new environment: what is in .venv is what is in the lock.
.venv/.lock: requirements.lock
	@.ci/system-packages site
	@echo "Setting up .venv"
	@$(PYTHON) -m venv --clear .venv
	@$(PIP) install --require-hashes -r requirements.lock
	@touch $@

.venv/.package: .venv/.lock pyproject.toml
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

tools: tests/tools/node_modules/.lock .vendor/node_modules/.lock
	@.ci/system-packages tests

tests/tools/node_modules/.lock: tests/tools/package-lock.json
	@.ci/system-packages tests
	@npm ci --prefix tests/tools --ignore-scripts --silent
	@touch $@

# A page publishes them only as they are locked; the build itself fetches nothing.
forms: .vendor/node_modules/.lock  ## install the forms of /admin/ (Sveltia CMS); only they need npm
	@:

.vendor/node_modules/.lock: .vendor/package-lock.json
	@command -v npm >/dev/null || { echo "npm is not on this machine yet." >&2; exit 1; }
	@npm ci --prefix .vendor --ignore-scripts --silent
	@touch $@

site: setup  ## build the portal into site/
	@$(BIN)/mkdocs build --strict
	@echo "The portal is in site/; open it with: make serve"

serve: setup  ## show the portal while you write; it follows every saved file
	@$(BIN)/mkdocs serve --livereload $(ARGS)

# AGAINST=origin/main also asks that nothing published there has vanished or changed in silence.
check: setup tools  ## all that CI asks: format, lint, types, imports, tests, content, build
	@.ci/step format $(BIN)/ruff format --check $(CODE)
	@.ci/step lint $(BIN)/ruff check $(CODE)
	@.ci/step types $(BIN)/mypy
	@.ci/step imports $(BIN)/lint-imports
	@.ci/step tests $(MAKE) --no-print-directory test
	@.ci/step content $(BIN)/linli check $(if $(AGAINST),--against $(AGAINST))
	@.ci/step build $(BIN)/mkdocs build --strict --quiet

# Exit 5 says that nothing was collected: no fault where ARGS chose tests that build no site.
test: setup tools  ## the tests, under MkDocs and then under ProperDocs; ARGS='-k captions'
	@$(PYTEST) $(ARGS)
	@$(PYTEST) --host properdocs -m site $(ARGS) $(if $(ARGS),|| [ $$? -eq 5 ])

bench: setup  ## Linli beside Hugo on the same articles; BENCH=full adds 100,000
	@$(BIN)/python tests/bench $(if $(filter full,$(BENCH)),--results tests/bench/RESULTS.md) $(ARGS)

browser: setup tools  ## only the tests that need Chromium
	@$(PYTEST) -m browser $(ARGS)

# Some minutes: Lighthouse takes its time for every page.
audit: setup tools  ## the portal before Lighthouse, axe, vnu and a scale; AUDIT=full writes RESULTS.md
	@$(BIN)/python tests/audit $(if $(filter full,$(AUDIT)),--results tests/audit/RESULTS.md) $(ARGS)

golden: setup  ## write the golden files anew, and show which of them changed
	@$(BIN)/python -m pytest --update-golden $(ARGS)
	@git --no-pager diff --stat -- tests/

fix: setup  ## mend and format the Python code
	@$(BIN)/ruff check --fix --exit-zero $(CODE)
	@$(BIN)/ruff format $(CODE)

# One lock for every system and for Python 3.11 to 3.14, one for the judges and one for the forms,
# with the check sums of what of them is published. No address may stand in any.
lock: setup  ## write requirements.lock from pyproject.toml; ARGS=--upgrade takes newer versions
	@$(PIP) install uv
	@$(BIN)/uv pip compile --quiet pyproject.toml --extra dev --universal --python-version 3.11 \
		--generate-hashes --no-header --output-file requirements.lock $(ARGS)
	@.ci/npm-lock tests/tools
	@.ci/npm-lock .vendor
	@npm ci --prefix .vendor --ignore-scripts --silent
	@.ci/npm-sums .vendor
	@! grep -n '://' requirements.lock tests/tools/package-lock.json .vendor/package-lock.json

screenshots: site tools  ## look at site/ in Chromium; the pictures go to .cache/screenshots/
	@$(BIN)/python tests/tools/screenshot.py --readme $(ARGS)

clean:  ## remove what was built; .venv stays
	@rm -rf site .site.* .cache .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
