#!/usr/bin/env bash
# Every test: set up, build, install, unit, sanitizers, SQL suites, lint.
# The extension is installed into the system's PostgreSQL, since the server
# reads extensions from nowhere else ("make uninstall" removes it); the tests
# themselves use a private cluster, never the system's.
. "$(dirname "$0")/common.sh"

passed=0
failed=0

# The last line of a log that counts tests.
closing_line() { grep -E '^[0-9]+ passed, [0-9]+ failed$' "$1" | tail -n 1 || true; }

# Run a stage, add its closing line to the counts; show it when it failed.
stage() {
  local name=$1 log=$top/build/log/$2 line
  shift 2
  mkdir -p "$top/build/log"
  printf '%-34s' "$name"
  if "$@" >"$log" 2>&1 </dev/null; then
    line=$(closing_line "$log")
    say "ok (${line%% *})"
  else
    line=$(closing_line "$log")
    say "FAILED"
    cat "$log"
  fi
  if [[ $line =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed$ ]]; then
    passed=$((passed + BASH_REMATCH[1]))
    failed=$((failed + BASH_REMATCH[2]))
  else  # it did not come to an end
    failed=$((failed + 1))
  fi
}

bash "$top/tool/setup.sh"
say "Building, and installing the extension into $("$(sh "$top/tool/pg_config.sh")" --version) ..."
build_and_install
if grep 'warning:' "$top/build/log/build"; then
  failed=$((failed + 1))
else
  passed=$((passed + 1))
fi
stage "unit tests" unit make -C "$top" --no-print-directory unit
stage "unit tests under ASan and UBSan" asan make -C "$top" --no-print-directory asan
stage "SQL suites on a private cluster" regress \
  env TB_INSTALLED=1 make -C "$top" --no-print-directory regress
stage "examples of the documents" docs \
  env TB_INSTALLED=1 bash "$top/tool/docs.sh"
stage "a load that is killed and goes on" load \
  env TB_INSTALLED=1 bash "$top/tool/load.sh" 200
stage "lint" lint make -C "$top" --no-print-directory lint
say "$passed passed, $failed failed"
[ "$failed" = 0 ]
