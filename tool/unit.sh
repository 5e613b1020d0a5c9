#!/usr/bin/env bash
# Run cmocka programs: unit.sh DIR NAME ...  Quiet when green.
# The last line counts the tests.
set -u
dir=$1
shift
passed=0
failed=0
for name in "$@"; do
  log=$dir/$name.log
  if "$dir/$name" >"$log" 2>&1 </dev/null; then
    status=0
  else
    status=$?
  fi
  run=$(grep -c '^\[ RUN      \]' "$log")
  ok=$(grep -c '^\[       OK \]' "$log")
  skipped=$(grep -c '^\[  SKIPPED \] [^0-9]' "$log")
  bad=$((run - ok - skipped))
  [ "$status" = 0 ] || [ "$bad" -gt 0 ] || bad=1
  if [ "$bad" -gt 0 ]; then
    echo "--- $name (exit $status)"
    grep -v '^\[ RUN      \]\|^\[       OK \]' "$log"
  fi
  passed=$((passed + ok))
  failed=$((failed + bad))
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
