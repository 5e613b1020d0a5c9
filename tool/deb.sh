#!/usr/bin/env bash
# Build Debian packages for the PostgreSQL versions that are installed here
# with their server-dev packages, and check them with lintian.
# They are left in build/deb.
. "$(dirname "$0")/common.sh"

version=$(sed -n "s/^default_version *= *'\(.*\)'/\1/p" "$top/tribuna.control")
out=$top/build/deb
source=$out/tribuna-$version

install_missing build-essential debhelper dpkg-dev lintian fakeroot postgresql-server-dev-all \
  libstemmer-dev || die "this needs Debian's packaging tools"
checks=
if [ "$(dpkg-query -W -f '${db:Status-Status}' postgresql-all 2>/dev/null)" != installed ]; then
  say "postgresql-all is not installed: the package's own tests are left out (make test-deb runs them)."
  checks=nocheck
fi
rm -rf "$out"
mkdir -p "$source"
tar -C "$top" -c --exclude=./build --exclude=./.git --exclude=./.ci --exclude=./tribuna.so \
  --exclude=./results --exclude=./debian . | tar -C "$source" -xm
tar -C "$out" -czf "$out/tribuna_$version.orig.tar.gz" "tribuna-$version"
cp -r "$top/debian" "$source/debian"

cd "$source"
pg_buildext updatecontrol
say "Building for PostgreSQL $(pg_buildext supported-versions | paste -sd' ') ..."
quietly dpkg-buildpackage env DEB_BUILD_PROFILES="$checks" DEB_BUILD_OPTIONS="parallel=2 $checks" \
  dpkg-buildpackage -us -uc || die "dpkg-buildpackage failed"
cd "$out"
# no bug of Debian's is closed: the package is not uploaded there
quietly lintian lintian --fail-on error,warning --info --tag-display-limit 0 --allow-root \
  --suppress-tags initial-upload-closes-no-bugs ./*.changes || die "lintian found something"
rm -rf "$source"
ls -1 ./*.deb
