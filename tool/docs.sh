#!/usr/bin/env bash
# Run the examples of the documents and compare what they print with what the
# documents say.  docs.sh [--write] [FILE ...]: with --write the documents are
# given what was printed; read the difference before you commit it.
# Each document has a database of its own, with the first table of README.md.
# The last line counts the examples.
. "$(dirname "$0")/common.sh"

mode=compare
[ "${1:-}" != --write ] || { mode=write; shift; }
shopt -s nullglob
[ $# -gt 0 ] || set -- README.md README.ru.md docs/*.md docs/ru/*.md
[ -n "${TB_INSTALLED:-}" ] && find_server || build_and_install

trap cluster_stop EXIT
cluster_start docs
cd "$top"
files=$cluster/files
mkdir "$files"

# SQL that every document starts from; README.md makes all of it itself.
prelude() {
  case $1 in
    README*) ;;
    *)
      cat <<'SQL'
CREATE SCHEMA tribuna;
CREATE EXTENSION tribuna SCHEMA tribuna;
GRANT USAGE ON SCHEMA tribuna TO PUBLIC;
SET search_path = public, tribuna;
SQL
      perl tool/docs.pl table README.md
      ;;
  esac
  cat <<'SQL'
\pset footer off
\pset null '·'
\set SHOW_CONTEXT never
SQL
}

passed=0
failed=0
n=0
for file in "$@"; do
  n=$((n + 1))
  cluster_psql -d postgres -c "CREATE DATABASE docs$n" \
    -c "ALTER DATABASE docs$n SET datestyle = ISO, DMY" \
    -c "ALTER DATABASE docs$n SET timezone = 'Asia/Almaty'"
  { prelude "$file"; perl tool/docs.pl input "$file"; } >"$cluster/input.sql"
  (cd "$files" && PAGER='' "$bindir/psql" -X -q -h "$cluster" -U tribuna -d "docs$n" \
    <"$cluster/input.sql" >"$cluster/output" 2>&1) || true
  perl tool/docs.pl "$mode" "$file" "$cluster/output" >"$cluster/report" || true
  sed '$d' "$cluster/report"
  read -r good bad < <(tail -n 1 "$cluster/report")
  passed=$((passed + good))
  failed=$((failed + bad))
  cluster_psql -d postgres -c "DROP DATABASE docs$n"
done
say "$passed passed, $failed failed"
[ "$failed" = 0 ]
