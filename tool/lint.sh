#!/usr/bin/env bash
# Check what the compiler does not: floors, symbols, versions, scripts.
# Quiet when green.  The last line counts the checks.
. "$(dirname "$0")/common.sh"
cd "$top"
find_server

passed=0
failed=0

# check NAME WRONG: passed when there is nothing wrong to show.
check() {
  if [ -z "$2" ]; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf -- '--- %s\n%s\n' "$1" "$2"
  fi
}

# Lines of a text that match / do not match; none is no error.
lines() { grep -E "$@" || true; }

# A floor includes only what stands below it, and headers beside the file.
floor() {
  local name=$1 allowed=$2
  shift 2
  check "$name includes only ${allowed//|/, }" \
    "$(lines -Hn '^#include "' "$@" | lines -v "#include \"(($allowed)/|[a-z_]+\.h\")")"
}
floor base 'base' src/base/*.[ch]
floor lex 'base|lex' src/lex/*.[ch]
floor core 'base|lex|core' src/core/*.[ch]
floor tool 'base|lex|core' tool/*.[ch]
check "no core file includes a PostgreSQL header" \
  "$(lines -Hn '#include [<"](postgres|fmgr|utils/|catalog/|tsearch/|server/)' \
    src/base/*.[ch] src/lex/*.[ch] src/core/*.[ch])"

# What nm -u shows of the core must be found in the C library and libstemmer:
# a link that leaves nothing open proves it.
core_objects=$(ls build/obj/{base,lex,core}/*.o)
check "core objects need no PostgreSQL symbol (nm -u)" \
  "$(cc -shared -Wl,-z,defs -o build/core-alone.so $core_objects -lstemmer -lm 2>&1 |
    lines -o 'undefined reference to .*' | sort -u)"
rm -f build/core-alone.so
check "core objects ask no locale, clock or environment and never exit (nm -u)" \
  "$(nm -u $core_objects | awk '$1 == "U" { print $2 }' | sort -u |
    lines -x 'setlocale|time|localtime|localtime_r|rand|random|getenv|exit|abort|printf|puts|strtok')"

check "the library opens no file and no connection, starts no process, runs no SQL (nm -u)" \
  "$(nm -D -u tribuna.so | awk '{ print $2 }' | sed 's/@.*//' | sort -u |
    lines -x '(f|p|fd|re)?open(at|64)?|creat|unlink|rename|socket|connect|bind|system|exec[lv]p?e?|v?fork|posix_spawnp?|dl(open|sym)|kill|mmap|syscall|getaddrinfo|(Allocate|OpenTransient|PathNameOpen)File|(Open|Close)Pipe.*|SPI_.*|DefineCustom.*|RegisterBackgroundWorker|load_external_function|PQ.*|pq_.*|SetConfigOption|SetUserId.*')"

# The library shows what CREATE FUNCTION names, in this version or an earlier
# one (a library is replaced before ALTER EXTENSION UPDATE), and nothing else.
nm -D --defined-only tribuna.so | awk '{ print $3 }' | sed 's/^pg_finfo_//' |
  lines -vx '_PG_init|Pg_magic_func|_init|_fini' | sort -u >build/log/exported
lines -oh "'MODULE_PATHNAME', *'[a-z_0-9]+'" src/sql/*.sql src/sql/upgrade/*.sql |
  sed "s/.*'\([a-z_0-9]*\)'$/\1/" | sort -u >build/log/named
check "exported functions (<) are those that SQL names (>)" \
  "$(diff build/log/exported build/log/named | lines '^[<>]')"

# Every version says the same; tribuna_version() is asked in sql/surface.sql.
version=$(sed -n "s/^default_version *= *'\(.*\)'/\1/p" tribuna.control)
changelog=$(grep -m1 -oE '[0-9]+\.[0-9]+\.[0-9]+' CHANGELOG.md 2>/dev/null || true)
check "control, META.json, CHANGELOG.md, debian/changelog and the library agree on the version" "$(
  [ "$(grep -c "\"version\": \"$version\"" META.json)" = 2 ] || say "META.json: not twice \"version\": \"$version\""
  for file in $(sed -n 's/.*"\(file\|docfile\)": "\(.*\)".*/\2/p' META.json); do
    [ -f "$file" ] || say "META.json: there is no $file"
  done
  [ ! -f "src/sql/upgrade/tribuna--$version.sql" ] || say "src/sql/upgrade: $version is no earlier version"
  [ "$changelog" = "$version" ] || say "CHANGELOG.md: first version is \"$changelog\", not $version"
  grep -m1 . debian/changelog | grep -qF "tribuna ($version-" || say "debian/changelog: does not begin with $version"
  grep -aq "$version" tribuna.so || say "tribuna.so: does not hold $version"
)"

# Every object that the script makes has a comment.
objects() {
  lines -oh "^$1 (FUNCTION|PROCEDURE|TEXT SEARCH [A-Z]+) @extschema@\.[a-z_]+" src/sql/*.sql |
    sed "s/^$1 //" | sort
}
check "created objects (<) are those that have a comment (>)" \
  "$(diff <(objects CREATE) <(objects "COMMENT ON") | lines '^[<>]')"

# gcc's warnings show in the build; clang's are asked for here, if it is there.
if command -v clang >/dev/null; then
  check "clang has no warnings" "$(
    clang -std=gnu11 -fsyntax-only -Wall -Wextra -Isrc \
      src/base/*.c src/lex/*.c src/core/*.c tool/*.c bench/*.c test/unit/*.c 2>&1 || true
    clang -std=gnu11 -fsyntax-only -Wall -Wextra -Isrc -DTB_VERSION='""' \
      -isystem "$("$PG_CONFIG" --includedir-server)" src/pg/*.c 2>&1 || true
  )"
fi
check "shell scripts parse" \
  "$(for script in tool/*.sh bench/*.sh .ci/run; do bash -n "$script" 2>&1 || true; done)"
check "the install script is plain ASCII: it must load in any encoding" \
  "$(LC_ALL=C grep -nP '[^\x00-\x7F]' src/sql/*.sql src/sql/upgrade/*.sql tribuna.control || true)"
check "links between the documents lead somewhere" "$(perl -CSD -Mutf8 -e '
  sub lines { open my $in, "<", $_[0] or return; my @lines = <$in>; return @lines }
  sub anchors { map { my $t = lc $_; $t =~ s/^#+ +//; $t =~ s/[^\w\- ]//g; $t =~ s/ /-/g; chomp $t; ($t => 1) } grep { /^#/ } lines($_[0]) }
  for my $file (@ARGV) {
    (my $folder = $file) =~ s{[^/]*$}{};
    for (lines($file)) {
      while (/\]\(([^)#\s]*)(?:#([^)]*))?\)/g) {
        my ($path, $anchor) = ($1, $2);
        next if $path =~ /^https?:/;
        $path = $path eq "" ? $file : $folder . $path;
        1 while $path =~ s{[^/]+/\.\./}{};
        my %known = anchors($path);
        print "$file: $1\n" if !-e $path;
        print "$file: $path has no #$anchor\n" if -e $path && defined $anchor && !$known{$anchor};
      }
    }
  }' README.md README.ru.md CONTRIBUTING.md CHANGELOG.md data/README.md examples/README.md docs/*.md docs/ru/*.md)"
check "no blanks at line ends" \
  "$(lines -n '[[:blank:]]$' Makefile tribuna.control src/*/*.[chS] src/sql/*.sql tool/* sql/*.sql | head -20)"

say "$passed passed, $failed failed"
[ "$failed" = 0 ]
