#!/usr/bin/env bash
# Tests that need a whole server, and minutes: server.sh [NAME ...], each a
# script of test/server.  Quiet when green.  The last line counts the checks.
. "$(dirname "$0")/common.sh"

[ -n "${TB_INSTALLED:-}" ] && find_server || build_and_install
passed=0
failed=0
names=$*
[ -n "$names" ] || names=$(cd "$top/test/server" && ls *.sh | sed 's/\.sh$//' | grep -vx lib)
mkdir -p "$top/build/log"
for name in $names; do
  [ -f "$top/test/server/$name.sh" ] || die "there is no test/server/$name.sh"
  log=$top/build/log/server-$name
  printf '%-14s' "$name"
  bash "$top/test/server/$name.sh" >"$log" 2>&1 </dev/null || true
  line=$(grep -E '^[0-9]+ passed, [0-9]+ failed' "$log" | tail -n 1 || true)
  if [[ $line =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed ]]; then
    passed=$((passed + BASH_REMATCH[1]))
    failed=$((failed + BASH_REMATCH[2]))
    say "$line"
    [ "${BASH_REMATCH[2]}" = 0 ] || cat "$log"
  else
    failed=$((failed + 1))
    say "did not come to an end"
    cat "$log"
  fi
done
say "$passed passed, $failed failed"
[ "$failed" = 0 ]
