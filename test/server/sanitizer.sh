# The SQL suites with a module built under ASan and UBSan: the library of the
# sanitizer is loaded before the server.  What it finds ends the backend.
. "$(dirname "$0")/../../tool/common.sh"
find_server
libasan=$(gcc -print-file-name=libasan.so)
[ -e "$libasan" ] || { say "skipped: gcc has no libasan"; say "0 passed, 0 failed, 1 skipped"; exit 0; }

# the module is built in a copy of the sources, and put in the server's place for a while
work=$(mktemp -d /tmp/tribuna-asan.XXXXXX)
module=$("$PG_CONFIG" --pkglibdir)/tribuna.so
as_root cp -p "$module" "$work/tribuna.so.plain"
put_back() {
  as_root install -m 755 "$work/tribuna.so.plain" "$module"
  case $work in /tmp/tribuna-*) rm -rf "$work" ;; esac
}
trap put_back EXIT
cp -r "$top"/{Makefile,tribuna.control,src,data,tool,sql,expected,examples,test,bench} "$work/"
[ ! -f "$top/META.json" ] || cp "$top/META.json" "$top/CHANGELOG.md" "$work/"
mkdir -p "$work/build"
# the image is data: the compiler of data/ need not be built for it anew
cp "$top/build/lexicon.bin" "$work/build/"
quietly server-asan make -C "$work" -s -j2 -o build/lexc -o build/lexicon.bin CC=gcc \
  COPT="-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer -O1" \
  SHLIB_LINK="-lstemmer -fsanitize=address,undefined" tribuna.so || die "no build under the sanitizers"
# the sanitizer must start before all others do: where it starts within a
# malloc of libgpg-error's, it leaves a lock of gettext held for ever
echo 'void __asan_init(void); __attribute__((constructor)) static void first(void) { __asan_init(); }' >"$work/first.c"
gcc -shared -fPIC -Wl,-z,initfirst -o "$work/first.so" "$work/first.c"
chmod 755 "$work"
as_root install -m 755 "$work/tribuna.so" "$module"	# a new file: a server may run on the old one

suites=${TB_SUITES:-$(cd "$top/sql" && ls *.sql | sed 's/\.sql$//' | grep -vxE 'jit|upgrade|trusted|bi')}
status=0
TB_INSTALLED=1 TB_SERVER_ENV="LD_PRELOAD=$libasan:$work/first.so ASAN_OPTIONS=detect_leaks=0:abort_on_error=1:detect_stack_use_after_return=0" \
  bash "$top/tool/regress.sh" $suites || status=$?
exit $status
