# The project's commands. `make` alone lists them.

PYTHON ?= python3
PORT ?= 8000

PY := .venv/bin/python
RUNTIME := .venv/.runtime
DEVELOPMENT := .venv/.development
TEMPLATES := find . -name '*.html' -not -path './.*' -not -path './staticfiles/*'
LOCK := $(PY) -m uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-emit-find-links \
	--custom-compile-command "make lock" $(LOCK_OPTIONS)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run setup demo test lint format messages lock checker screens bench

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' Makefile
	@echo 'Settings: PORT=8000 (make run), PYTHON=python3 (which Python makes .venv), DATABASE_URL.'

# What people run at their desk is development: DEBUG gives a secret key. The tests set their own. Where a secret key is
# set already, here or in .env, there is a real site: it gets no DEBUG, and so no demo with accounts known to everybody.
ifeq ($(SECRET_KEY)$(shell grep -sE '^ *(export +)?(SECRET_KEY|DEBUG) *=' .env),)
DEBUG ?= 1
export DEBUG
endif
export PORT

# Chinese text is read and printed right also where the system has no UTF-8 locale, and at once.
export PYTHONUTF8 := 1
export PYTHONUNBUFFERED := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

# An environment whose Python has gone, or that was half made, is made anew.
$(shell test -e $(PY) || rm -f $(RUNTIME) $(DEVELOPMENT))

run: $(RUNTIME) ## serve the site with its demo on http://127.0.0.1:8000/
	@$(PY) -c 'import socket; socket.create_server(("127.0.0.1", int("$(PORT)"))).close()' 2>/dev/null \
		|| { echo 'Port $(PORT) of 127.0.0.1 is in use or not allowed. Choose another one: make run PORT=8001'; exit 1; }
	@$(PY) manage.py migrate --verbosity 0
	@$(PY) manage.py demo
	@$(PY) manage.py runserver 127.0.0.1:$(PORT)

setup: $(DEVELOPMENT) ## install all that development needs, and make the database
	@$(PY) manage.py migrate --verbosity 0
	@echo 'Ready: make run, make test.'

demo: $(RUNTIME) ## load the demo's data into the database; what is there stays
	@$(PY) manage.py migrate --verbosity 0
	@$(PY) manage.py demo

test: $(DEVELOPMENT) ## run every test: SQLite, PostgreSQL, Chromium
	@$(PY) -m tests.run

lint: $(DEVELOPMENT) ## check code style, templates, models and settings
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(TEMPLATES) | xargs -r .venv/bin/djade --check
	$(PY) manage.py makemigrations --check --dry-run
	$(PY) manage.py check

format: $(DEVELOPMENT) ## put code and templates into their form
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .
	$(TEMPLATES) | xargs -r .venv/bin/djade

messages: $(DEVELOPMENT) ## collect the interface's texts and compile their translations
	@command -v msgfmt >/dev/null || { echo 'Translations need gettext (on Debian and Ubuntu: apt install gettext).'; exit 1; }
	$(PY) manage.py makemessages -l zh_Hans --no-location --no-wrap --no-obsolete -i .venv -i 'tests/*'
	$(PY) manage.py compilemessages -l zh_Hans -i .venv

lock: $(DEVELOPMENT) ## make requirements.txt and requirements-dev.txt from pyproject.toml
	$(LOCK) pyproject.toml -o requirements.txt
	$(LOCK) pyproject.toml --extra dev -c requirements.txt -o requirements-dev.txt

checker: ## fetch the Nu HTML checker for the tests (needs npm; java runs it)
	@npm install --silent --no-save --no-package-lock --no-fund --no-audit --prefix build vnu-jar@26.9.27

screens: $(DEVELOPMENT) ## take the screenshots of the READMEs and of the manual
	$(PY) docs/screens.py

STORIES ?= 10000
DATABASES ?= postgres sqlite
bench: $(RUNTIME) ## measure the production server with STORIES=10000 on DATABASES="postgres sqlite"
	@$(PY) -m bench.run --stories $(STORIES) --databases "$(DATABASES)"

$(RUNTIME): requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo 'Newsdesk needs Python 3.11 or newer; "$(PYTHON)" is not. Name another one: make $(MAKECMDGOALS) PYTHON=python3.12'; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null \
		|| { echo 'This Python has no venv module (on Debian and Ubuntu: apt install python3-venv).'; exit 1; }
	@$(PY) -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear .venv
	@echo 'Installing what requirements.txt names ...'
	@$(PY) -m pip install --quiet --require-hashes -r requirements.txt
	@touch $@

$(DEVELOPMENT): requirements-dev.txt $(RUNTIME)
	@echo 'Installing what requirements-dev.txt names ...'
	@$(PY) -m pip install --quiet --require-hashes -r requirements-dev.txt
	@touch $@
