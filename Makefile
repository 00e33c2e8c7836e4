# The commands of the newspaper. Needs make and Python 3.12 or newer with venv, nothing else.
# Written for GNU make 4 and for the 3.81 of macOS; paths are relative, so that a clone may
# stand in a folder with spaces in its name.

SHELL = /bin/sh

# Texts are UTF-8 everywhere, whatever the locale of the terminal.
export PYTHONUTF8 = 1
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.PHONY: help run dev test pytest check messages screenshots lock clean venv venv-dev

help:
	@echo 'make run       the newspaper with its demo on http://127.0.0.1:8000/ (PORT=8001 moves it)'
	@echo 'make dev       the same, reloading on changes and showing errors'
	@echo 'make test      the whole gate: make check, then the tests'
	@echo 'make check     format, lint, types, imports, migrations, deployment settings'
	@echo 'make pytest    the tests alone (ARGS="tests/tags -x")'
	@echo 'make messages  collect and compile the interface strings'
	@echo 'make screenshots  take those of docs/ from a running make run (needs Chromium)'
	@echo 'make lock      make the hashed locks again'
	@echo 'make clean     remove what can be made again; keeps the database and the pictures'

run: venv
	@exec .venv/bin/python manage.py serve

dev: venv
	@DEBUG=yes exec .venv/bin/python manage.py serve --dev

test: check pytest

pytest: venv-dev
	@echo 'Running the tests …'
	@exec .venv/bin/python -m pytest -n auto --dist loadgroup --cov --cov-report=term:skip-covered $(ARGS)

# The key signs nothing here; a site without one does not start.
CHECKED_AS_PRODUCTION = DEBUG=no BEHIND_HTTPS=yes SITE_URL=https://news.example.org \
	ALLOWED_HOSTS=news.example.org \
	SECRET_KEY=checked-as-production-with-a-key-that-signs-nothing-42-Xy

check: venv-dev
	@echo 'Format and lint …'
	@.venv/bin/python -m ruff format --check --quiet .
	@.venv/bin/python -m ruff check --quiet .
	@find templates articles newsportal tags -name '*.html' -exec \
		.venv/bin/djade --check --target-version 6.0 {} +
	@echo 'Imports …'
	@.venv/bin/python .venv/bin/lint-imports > .venv/importlinter.log 2>&1 || \
		{ cat .venv/importlinter.log; exit 1; }
	@echo 'Types …'
	@$(CHECKED_AS_PRODUCTION) .venv/bin/python -m mypy --no-error-summary
	@echo 'Migrations …'
	@DJANGO_SETTINGS_MODULE=tests.settings .venv/bin/python manage.py makemigrations --check
	@echo 'Deployment …'
	@$(CHECKED_AS_PRODUCTION) .venv/bin/python -W error manage.py check --deploy \
		--fail-level WARNING

messages: venv-dev
	@command -v xgettext >/dev/null || { echo 'Install gettext: apt-get install gettext'; exit 1; }
	@.venv/bin/python manage.py makemessages --locale uk --locale ru --no-obsolete \
		--add-location file --ignore var --ignore .venv
	@.venv/bin/python manage.py compilemessages --locale uk --locale ru --ignore .venv

PORT ?= 8000

screenshots: venv-dev
	@PYTHONPATH=. .venv/bin/python docs/screenshots/take.py http://127.0.0.1:$(PORT)

UV_COMPILE = .venv/bin/python -m uv pip compile --quiet --universal --python-version 3.12 \
	--generate-hashes --no-strip-extras --no-header pyproject.toml

lock: venv-dev
	@.venv/bin/python -m uv --version >/dev/null 2>&1 || .venv/bin/python -m pip install --quiet uv
	@$(UV_COMPILE) $(ARGS) --output-file requirements.lock
	@$(UV_COMPILE) $(ARGS) --extra s3 --output-file requirements-s3.lock
	@$(UV_COMPILE) $(ARGS) --group dev --output-file requirements-dev.lock

clean:
	rm -rf .venv .coverage .coverage.* htmlcov .hypothesis .mypy_cache .pytest_cache .ruff_cache
	rm -rf .import_linter_cache var/static var/static.stamp var/test-postgres-*
	find articles newsportal tags tests -name __pycache__ -type d -prune -exec rm -rf {} +

# --- The virtual environment ------------------------------------------------------------------

venv:
	@lock=requirements.lock; $(READY_VENV)

venv-dev:
	@lock=requirements-dev.lock; $(READY_VENV)

# Candidates are run, not just looked for: pyenv's shims exist and fail, and a Debian without
# python3-venv has a Python that cannot make a virtual environment. The lock is installed only
# when it is not the one that was installed last; pip refuses whatever has another hash. What was
# killed in the middle is made anew: pip would take half a package for a whole one. The file that
# marks it holds the number of the shell at work, for which a second make waits.
IS_NEW_ENOUGH = import sys; sys.exit(sys.version_info < (3, 12))

READY_VENV = \
	half=.venv/half-made; \
	if [ -e "$$half" ] && kill -0 "$$(cat "$$half")" 2>/dev/null; then \
		echo "Waiting for process $$(cat "$$half"), which makes .venv …"; \
		while kill -0 "$$(cat "$$half" 2>/dev/null)" 2>/dev/null; do sleep 1; done; \
	fi; \
	if [ -e "$$half" ] || ! .venv/bin/python -c '$(IS_NEW_ENOUGH)' 2>/dev/null; then \
		found=; bare=; \
		for candidate in "$$PYTHON" python3.14 python3.13 python3.12 \
			"$$HOME"/.pyenv/versions/3.1[2-9]*/bin/python3 python3; do \
			"$$candidate" -c '$(IS_NEW_ENOUGH)' 2>/dev/null || continue; \
			bare="$$candidate"; \
			"$$candidate" -c 'import ensurepip, venv' 2>/dev/null || continue; \
			found="$$candidate"; break; \
		done; \
		if [ -z "$$found" ] && [ -n "$$bare" ]; then \
			echo "$$bare cannot make virtual environments: apt-get install python3-venv" >&2; \
			exit 1; \
		elif [ -z "$$found" ]; then \
			echo 'No Python 3.12 or newer was found. Debian 13, Ubuntu 24.04: apt-get install' \
				'python3-venv. macOS: brew install python@3.13. Elsewhere: PYTHON=/path/to/python3' >&2; \
			exit 1; \
		fi; \
		echo "Making .venv with $$("$$found" --version) …"; \
		rm -rf .venv && mkdir .venv && echo $$$$ > "$$half" && "$$found" -m venv .venv || \
			{ rm -rf .venv; exit 1; }; \
		rm "$$half"; \
	fi; \
	stamp=".venv/$$lock.installed"; \
	if ! cmp -s "$$lock" "$$stamp"; then \
		echo "Installing $$lock …"; \
		echo $$$$ > "$$half"; \
		if command -v uv >/dev/null 2>&1; then \
			uv pip install --quiet --python .venv/bin/python --require-hashes -r "$$lock"; \
		else \
			.venv/bin/python -m pip install --quiet --require-hashes -r "$$lock"; \
		fi || { rm "$$half"; exit 1; }; \
		cp "$$lock" "$$stamp" && rm "$$half"; \
	fi
