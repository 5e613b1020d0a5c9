#!/usr/bin/env bash
# Build the Debian packages in a fresh tree of a suite (bookworm, or $1), with
# their own tests, install them there, and run the tests of what is installed,
# as autopkgtest would.
. "$(dirname "$0")/tree.sh"

suite=${1:-bookworm}
log=$top/build/log/deb-test.$suite
mkdir -p "$top/build/log"
trap tree_stop EXIT
tree_start "$suite" "deb.$suite"
say "Building and testing packages in a tree of Debian $suite ..."
{
  tree_install postgresql-common &&
    in_tree sh -c 'echo "create_main_cluster = false" >>/etc/postgresql-common/createcluster.conf' &&
    tree_install make build-essential debhelper dpkg-dev lintian fakeroot \
      postgresql-server-dev-all postgresql-all libstemmer-dev libcmocka-dev &&
    in_tree useradd -m -s /bin/bash builder &&
    tree_sources builder /home/builder/tribuna &&
    in_tree_as builder "cd tribuna && make deb" &&
    in_tree sh -c 'apt-get install -y -q $(ls /home/builder/tribuna/build/deb/*-tribuna_*.deb)' &&
    in_tree_as builder "cd tribuna && mkdir clean && tar -C clean -xf build/deb/*.orig.tar.gz &&
      cp -r debian clean/*/ && cd clean/* && debian/tests/installcheck"
} >"$log" 2>&1 || { tail -n 60 "$log"; die "see $log"; }
grep -E '^(\./)?postgresql-.*\.deb$|[0-9]+ tests passed|All [0-9]+ tests passed|^[0-9]+ passed' "$log" | sort -u
