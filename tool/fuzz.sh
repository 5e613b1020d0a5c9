#!/usr/bin/env bash
# Fuzz the core under ASan and UBSan, target by target, with the invariants of
# test/fuzz/check.c.
#
#   fuzz.sh seconds N [TARGET ...]   N seconds over all targets
#   fuzz.sh runs N [TARGET ...]      N million runs over all targets
#   fuzz.sh keep                     keep the smallest corpus in test/fuzz/corpus
#
# Prints the runs of each target; a finding stops it and is left in build/fuzz.
. "$(dirname "$0")/common.sh"
cd "$top"
out=build/fuzz

# Target and its share of a hundred runs: cheap targets get many, and each some
# minutes of 20 million.  Of seconds all get the same.
shares='query 1
terms 1
lexc 3
scan 5
statements 10
names 20
dates 20
inflect 15
tokens 25'

# Longest input of a target in bytes: short texts find most, and fast.
longest() { case $1 in tokens | inflect) echo 40 ;; dates | query) echo 80 ;; terms | lexc) echo 200 ;; *) echo 120 ;; esac; }

build() {
  command -v clang >/dev/null || die "fuzzing needs clang with its fuzzer runtime (Debian: clang libclang-rt-dev)"
  quietly fuzz make -s -f test/fuzz/Makefile -j2 || die "the fuzz targets do not build"
}

# Seeds of a target: what is kept, and what the samples give.
seed() {
  local target=$1 dir=$out/corpus/$1
  mkdir -p "$dir"
  perl test/fuzz/corpus.pl unpack "$dir" <"test/fuzz/corpus/$target.txt"
  case $target in
    tokens | dates | names | statements | scan)
      # paragraphs, and their sentences; the header byte gives reference and country
      perl -CSD -0777 -ne 'for (split /\n\s*\n/) { print "\x05$_\0"; print "\x35$_\0" for split /(?<=[.!?]) +/ }' \
        examples/sample/*.txt test/gold/*.txt ;;
    inflect) perl -ne 'chomp; print "\x05$_\0"' "$out/names" ;;
    query) cut -f1-2 test/retrieval/queries.tsv | perl -ne 'chomp; print "\x05$_\0" for split /\t/' ;;
    lexc)
      local kind=0 file
      for file in places_kz roles bodies offices holders given_names dates; do
        K=$kind perl -ne 'next if $. < 2 || /^#/ || $. % 5; chomp; print chr $ENV{K}, $_, "\0"' "data/$file.tsv" | head -c 30000
        kind=$((kind + 1))
      done ;;
  esac | perl -MDigest::MD5=md5_hex -0 -ne \
    'chomp; next if length > 500; open my $f, ">", "'"$dir"'/" . md5_hex($_) or die; print $f $_'
}

# Run a target; $2 is libFuzzer's limit.
run() {
  local target=$1 limit=$2 log=$out/$1.log
  seed "$target"
  ASAN_OPTIONS=malloc_context_size=4:quarantine_size_mb=8 nice -n 19 "$out/fuzz_$target" "$limit" -max_len="${FUZZ_MAX_LEN:-$(longest "$target")}" -timeout=60 \
    -rss_limit_mb=3000 -dict="$out/dict" -artifact_prefix="$out/$target-" -print_final_stats=1 \
    "$out/corpus/$target" >"$log" 2>&1 </dev/null ||
    { grep -vE '^#|NEW_FUNC' "$log" | tail -n 60; die "$target: a finding, see $out/$target-*"; }
  sed -n 's/^stat::number_of_executed_units: *//p' "$log"
}

# Keep of each target the smallest inputs that reach what all reach, under a size.
keep() {
  local target dir small
  build
  for target in $(cut -d' ' -f1 <<<"$shares"); do
    dir=$out/corpus/$target small=$out/small/$target
    rm -rf "$small"
    mkdir -p "$small"
    "$out/fuzz_$target" -merge=1 "$small" "$dir" >"$out/merge.log" 2>&1
    # the newest edges stand in short inputs: those first, up to 24 kB a target
    find "$small" -type f -printf '%s %p\n' | sort -n |
      awk '{ n += $1; if (n < 24000) print $2 }' | xargs perl test/fuzz/corpus.pl pack |
      LC_ALL=C sort -u >"test/fuzz/corpus/$target.txt"
  done
  wc -lc test/fuzz/corpus/*.txt
}

mode=${1:-} amount=${2:-}
[ "$mode" != keep ] || { keep; exit; }
case $mode:$amount in seconds:[0-9]* | runs:[0-9]*) ;; *) die "usage: fuzz.sh seconds N | runs N | keep" ;; esac
shift 2
build

# Each target of those named gets its share of an amount; sums go to total.
total=0
round() {
  local mode=$1 amount=$2 target share limit runs seconds
  shift 2
  seconds=$((amount / ($# > 0 ? $# : $(wc -l <<<"$shares"))))
  while read -r target share; do
    [ $# = 0 ] || [[ " $* " == *" $target "* ]] || continue
    if [ "$mode" = seconds ]; then
      limit=-max_total_time=$((seconds > 0 ? seconds : 1))
    else
      limit=-runs=$((amount * share * 10000))
    fi
    runs=$(run "$target" "$limit") || { say "$runs"; exit 1; }
    total=$((total + runs))
    say "$(printf '%-12s %11d runs' "$target" "$runs")"
  done <<<"$shares"
}

# many runs are done in rounds of 4 million, so that no target waits for another
while [ "$mode" = runs ] && [ "$amount" -gt 4 ]; do
  round runs 4 "$@"
  amount=$((amount - 4))
  say "$(printf '%-12s %11d runs so far' all "$total")"
done
round "$mode" "$amount" "$@"
say "$(printf '%-12s %11d runs without a finding' all "$total")"
