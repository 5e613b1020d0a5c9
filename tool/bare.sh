#!/usr/bin/env bash
# Try the two commands of the README on machines that have next to nothing:
# bare.sh [CASE ...].  Each case is a fresh minimal Debian tree without git.
. "$(dirname "$0")/tree.sh"

suite=bookworm
passed=0
failed=0
mkdir -p "$top/build/log"
trap tree_stop EXIT

# Root, and nothing but make: the whole README.
bare() {
  tree_install make &&
    tree_sources root /root/tribuna &&
    in_tree make -C /root/tribuna demo &&
    in_tree make -C /root/tribuna demo-stop &&
    in_tree make -C /root/tribuna test &&
    in_tree make -C /root/tribuna uninstall &&
    in_tree sh -c '! ls /usr/share/postgresql/*/extension/tribuna* 2>/dev/null'
}

# A server and libpq-dev, whose pg_config comes first in PATH, but no headers of the server.
headless() {
  tree_install make postgresql-common &&
    in_tree sh -c 'echo "create_main_cluster = false" >>/etc/postgresql-common/createcluster.conf' &&
    tree_install postgresql-15 libpq-dev &&
    tree_sources root /root/tribuna &&
    in_tree make -C /root/tribuna demo &&
    in_tree make -C /root/tribuna demo-stop
}

# A user with sudo, and a folder whose name has blanks and Cyrillic letters.
blanks() {
  tree_install make sudo &&
    in_tree useradd -m -s /bin/bash user &&
    in_tree sh -c 'echo "user ALL=(ALL) NOPASSWD: ALL" >/etc/sudoers.d/user' &&
    tree_sources user "/home/user/мои проекты/tribuna" &&
    in_tree_as user "cd 'мои проекты/tribuna' && make demo && make demo-stop" &&
    in_tree_as user "cd 'мои проекты/tribuna' && make regress REGRESS=surface && make lint"
}

[ $# -gt 0 ] || set -- bare headless blanks
for case in "$@"; do
  tree_start "$suite" "bare.$case"
  printf '%-10s' "$case"
  if "$case" >"$top/build/log/bare.$case" 2>&1; then
    passed=$((passed + 1))
    say "ok $(grep -E '^[0-9]+ passed, 0 failed$' "$top/build/log/bare.$case" | tail -n 1)"
  else
    failed=$((failed + 1))
    say FAILED
    tail -n 30 "$top/build/log/bare.$case"
  fi
  tree_stop
done
say "$passed passed, $failed failed"
[ "$failed" = 0 ]
