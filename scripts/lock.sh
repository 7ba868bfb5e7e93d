#!/bin/sh
# Both locks, with hashes and without any address.
set -eu
compile() {
    uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url \
        --all-extras --group build "$@" pyproject.toml
}
compile --output-file requirements/run.lock
compile --group test --group bench --group lint --constraint requirements/run.lock --output-file requirements/dev.lock
