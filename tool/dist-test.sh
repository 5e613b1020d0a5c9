#!/usr/bin/env bash
# Unpack what "make dist" packs and build it as strangers do: in its folder, and
# outside of it both ways that PGXS knows; install each into DESTDIR.  All must
# install the same files.  Commit first: what is not committed is not packed.
. "$(dirname "$0")/common.sh"
find_server
export PG_CONFIG

passed=0
failed=0
work=$(mktemp -d /tmp/tribuna-dist.XXXXXX)
trap 'rm -rf "$work"' EXIT
mkdir -p "$top/build/log"

check() {
  if [ -z "$2" ]; then passed=$((passed + 1)); else failed=$((failed + 1)); printf -- '--- %s\n%s\n' "$1" "$2"; fi
}

# What a way of building installs, and the digests of the scripts: build NAME FOLDER MAKE-ARGUMENT ...
build() {
  local name=$1 folder=$2
  shift 2
  mkdir -p "$folder"
  quietly "dist-$name" make -C "$folder" -j2 "$@" DESTDIR="$work/dest-$name" all install || die "it does not build ($name)"
  (cd "$work/dest-$name" && find . -type f | sort && find . -name '*.sql' -o -name '*.control' | sort | xargs md5sum) \
    >"$work/$name.files"
  check "$name: warnings" "$(grep 'warning:' "$top/build/log/dist-$name" || true)"
}

quietly dist make -C "$top" -s dist || die "make dist failed"
quietly dist-unpack python3 -m zipfile -e "$top"/build/tribuna-*.zip "$work" || die "the archive does not unpack"
packed=$(ls -d "$work"/tribuna-*/)
packed=${packed%/}
version=$(sed -n "s/^default_version *= *'\(.*\)'/\1/p" "$packed/tribuna.control")

check "the archive's folder is named by the version" "$([ "${packed##*/}" = "tribuna-$version" ] || echo "$packed")"
check "nothing generated is packed" "$(find "$packed" -name '*.o' -o -name '*.so' -o -name build)"
check "META.json is JSON" "$(perl -MJSON::PP -0777 -ne 'decode_json($_)' "$packed/META.json" 2>&1)"
cp -r "$packed" "$work/inside"
build inside "$work/inside"
build makefile "$work/beside" -f "$packed/Makefile"
build vpath "$work/vpath" -f "$packed/Makefile" VPATH="$packed"
check "the same files from -f Makefile" "$(diff "$work/inside.files" "$work/makefile.files")"
check "the same files from VPATH" "$(diff "$work/inside.files" "$work/vpath.files")"
check "library, control file, scripts" "$(
  for file in tribuna.so tribuna.control "tribuna--$version.sql" "tribuna--0.1.0--$version.sql"; do
    grep -q "/$file$" "$work/inside.files" || echo "$file is not installed"
  done)"
check "the sources are left as they were packed" "$(find "$packed" -newer "$work/inside.files" -type f)"
quietly dist-uninstall make -C "$work/inside" DESTDIR="$work/dest-inside" uninstall || true
check "uninstall takes everything out" "$(find "$work/dest-inside" -type f)"

say "$passed passed, $failed failed"
[ "$failed" = 0 ]
