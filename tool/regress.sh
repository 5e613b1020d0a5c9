#!/usr/bin/env bash
# Run SQL suites on a private cluster: regress.sh NAME ...
# Quiet when green, prints the differences when not.  What
# the suites printed is left in build/results; when it is right and new, copy
# it to expected/.  The last line counts the suites.
. "$(dirname "$0")/common.sh"

[ $# -gt 0 ] || die "no suite named"
for suite in "$@"; do
  [ -f "$top/sql/$suite.sql" ] || die "there is no sql/$suite.sql"
done
[ -n "${TB_INSTALLED:-}" ] && find_server || build_and_install

trap cluster_stop EXIT
cluster_start regress

# the server's user may not read the clone: give it a copy
mkdir "$cluster/run" "$cluster/run/tool" "$cluster/run/examples" "$cluster/run/test"
cp -r "$top/sql" "$top/expected" "$cluster/run/"
cp -r "$top/examples/sample" "$top/examples/bi" "$cluster/run/examples/"
cp -r "$top/test/gold" "$top/test/names.tsv" "$cluster/run/test/"
mkdir -p "$cluster/run/src/sql"
cp -r "$top/src/sql/upgrade" "$cluster/run/src/sql/"
cp -r "$top/docs" "$cluster/run/"
# a suite without an expectation is a difference like any other, not a stop
for suite in "$@"; do [ -f "$cluster/run/expected/$suite.out" ] || : >"$cluster/run/expected/$suite.out"; done
cp "$top"/tool/samples.sh "$cluster/run/tool/"
chmod -R a+rX "$cluster/run"
[ "$(id -u)" != 0 ] || chown -R "$(server_user)" "$cluster/run"

status=0
as_server env TB_TOP="$cluster/run" "$pg_regress" --bindir="$bindir" --host="$cluster" --port=5432 \
  --user=tribuna --dbname=tribuna_regress --encoding=UTF8 \
  --inputdir="$cluster/run" --outputdir="$cluster/run" \
  --load-extension=tribuna "$@" >"$cluster/run/out" 2>&1 </dev/null || status=$?

passed=$(grep -cE '^(ok |test .*\.\.\. ok )' "$cluster/run/out" || true)
failed=$(grep -cE '^(not ok |test .*\.\.\. (FAILED|failed))' "$cluster/run/out" || true)
rm -rf "$top/build/results"
mkdir -p "$top/build/results"
cp -f "$cluster"/run/results/*.out "$cluster/run/out" "$top/build/results/" 2>/dev/null || true
if [ "$status" != 0 ]; then
  [ "$failed" -gt 0 ] || { failed=1; cat "$cluster/run/out" >&2; }
  cp -f "$cluster/run/regression.diffs" "$top/build/results/" 2>/dev/null || true
  cat "$cluster/run/regression.diffs" 2>/dev/null || true
  cp -f "$cluster/server.log" "$top/build/results/" 2>/dev/null || true
  grep -E 'PANIC|terminated by signal|ERROR: AddressSanitizer|runtime error' "$cluster/server.log" || true
  say "results are in build/results"
fi
say "$passed passed, $failed failed"
[ "$failed" = 0 ]
