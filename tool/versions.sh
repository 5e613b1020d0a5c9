#!/usr/bin/env bash
# Build and test on each supported PostgreSQL that Debian has: versions.sh
# [SUITE:VERSION ...].  In a fresh tree of each suite an unprivileged user
# builds, runs the unit tests and the SQL suites; root only installs.
. "$(dirname "$0")/tree.sh"

[ $# -gt 0 ] || set -- bookworm:15 trixie:17 forky:18
passed=0
failed=0
trap tree_stop EXIT

# One server: the counts of its unit tests and suites are added.
try_version() {
  local suite=$1 version=$2 log=$top/build/log/versions.$1 config
  tree_start "$suite" "versions.$suite"
  config=/usr/lib/postgresql/$version/bin/pg_config
  {
    tree_install postgresql-common &&
      in_tree sh -c 'echo "create_main_cluster = false" >>/etc/postgresql-common/createcluster.conf' &&
      tree_install make gcc libc6-dev perl libstemmer-dev libcmocka-dev \
        "postgresql-$version" "postgresql-server-dev-$version" &&
      in_tree useradd -m -s /bin/bash builder &&
      tree_sources builder /home/builder/tribuna &&
      in_tree_as builder "cd tribuna && make -j2 PG_CONFIG=$config" &&
      in_tree_as builder "cd tribuna && make unit PG_CONFIG=$config" &&
      in_tree make -C /home/builder/tribuna install PG_CONFIG="$config" &&
      in_tree_as builder "cd tribuna && TB_INSTALLED=1 PG_CONFIG=$config make regress"
  } >"$log" 2>&1 || failed=$((failed + 1))
  printf 'Debian %-9s %-17s' "$suite" "$(in_tree "$config" --version 2>/dev/null | cut -d' ' -f1,2 || echo '?')"
  grep -E '^[0-9]+ passed, [0-9]+ failed$' "$log" | sed 's/ passed, 0 failed//' | paste -sd+ |
    sed 's/+/ unit tests, /; s/$/ suites/' |
    sed 's/$/; '"$(grep -c 'warning:' "$log")"' warnings/'
  passed=$((passed + $(sed -n 's/^\([0-9]*\) passed, .*/\1/p' "$log" | paste -sd+ | sed 's/^$/0/')))
  grep 'warning:' "$log" && failed=$((failed + 1))
  tree_stop
}

mkdir -p "$top/build/log"
for pair in "$@"; do try_version "${pair%:*}" "${pair#*:}"; done
say "$passed passed, $failed failed"
[ "$failed" = 0 ] || die "see build/log/versions.*"
