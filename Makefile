# Every target sets up what it needs; a fresh machine wants only Python >= 3.11 with pip, git and make.
.DEFAULT_GOAL := help
python := .venv/bin/python
wheel := build/wheel
comma := ,
# Some machines forbid Python to keep what it compiled. Hundreds of processes, which tests start, would compile it all anew.
export PYTHONDONTWRITEBYTECODE :=
# What a target prints stands together where two run at once, if this make can do so.
together := $(if $(filter output-sync,$(.FEATURES)),--output-sync=target)
tests := MAHDAR_WHEEL=$(wheel) PYTHONPATH=$(wheel) tools/tests.sh

.PHONY: help setup demo test unit lint eval wheel chromium bench claims schema requirements clean

help: ## say what each target does
	@sed -n 's/^\([a-z]*\):[^#]*## /\1\t/p' Makefile

setup: ## make .venv with pinned versions and the package
	@tools/setup.sh

demo: setup ## read the two reports of examples/ on the terminal, and as pages in build/demo/
	@tools/demo.sh

test: setup ## everything that CI runs: lint, the floors of eval, all tests on the built wheel
	@$(MAKE) --no-print-directory --jobs=2 $(together) eval lint chromium wheel
	@$(tests)

unit: chromium wheel ## the tests alone, on the built wheel
	@$(tests)

lint: setup ## ruff (check and format), mypy strict, import-linter
	@.venv/bin/ruff check
	@.venv/bin/ruff format --check
	@.venv/bin/mypy
	@.venv/bin/lint-imports

eval: setup ## score the reader on ../shared/reports and compare with eval/floors.toml
	@$(python) -m tools.eval

wheel: setup ## build the wheel, and lay it out in build/wheel/
	@tools/wheel.sh $(wheel)

chromium: ## get a Chromium for the tests of pages, where none is found and it can be done
	@tools/chromium.sh --install >/dev/null || true

bench: ## speed of all parts, each beside its yardstick; FULL=1 takes the largest sizes, and some two hours
	@tools/setup.sh
	@tools/setup.sh bench
	@$(python) tools/bench.py
	@$(python) tools/bench_record.py
	@$(python) -m tools.bench_asking
	@OPENBLAS_NUM_THREADS=1 $(python) -m tests.analysis.published
	@$(python) -m tools.bench_stories
	@$(python) -m tools.bench_library $(if $(FULL),--sizes 1000$(comma)10000$(comma)100000)
	@$(python) -m tools.bench_kills
	@$(python) -m tools.bench_corpus $(if $(FULL),--full)
	@$(python) -m tools.bench_web $(if $(FULL),--size 100000 --minutes 10 --warm 60)
	@$(if $(FULL),$(python) -m tools.bench_memory)

claims: setup ## write docs/claims.md from the examples beside the mechanisms
	@$(python) -m tools.write_claims

schema: setup ## write docs/reading.schema.json from the model
	@$(python) tools/write_schema.py

requirements: setup ## pin requirements/*.txt anew from pyproject.toml and requirements/*.in
	@tools/pin.sh

clean: ## remove everything that was made
	@rm -rf .venv .tools build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	@find src tests tools -name __pycache__ -prune -exec rm -rf {} +
