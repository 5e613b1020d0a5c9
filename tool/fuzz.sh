#!/usr/bin/env bash
# Fuzz the core: every layer of mutated texts, with its invariants, under ASan
# and UBSan.  fuzz.sh SECONDS; seeds are the paragraphs of the sample documents.
. "$(dirname "$0")/common.sh"
cd "$top"
seconds=${1:-60}
command -v clang >/dev/null || die "fuzzing needs clang with its fuzzer runtime (Debian: clang libclang-rt-dev)"

out=build/fuzz
mkdir -p "$out/corpus"
awk -v RS= -v out="$out/corpus" '{ f = sprintf("%s/seed%04d", out, NR); printf "\003%s", $0 > f; close(f) }' \
  examples/sample/*.txt test/gold/*.txt
clang -g -O1 -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=undefined \
  -std=c11 -D_POSIX_C_SOURCE=200809L -Isrc src/base/*.c src/lex/*.c src/core/*.c \
  test/fuzz/fuzz_scan.c -DTB_IMAGE='"build/lexicon.bin"' src/lex/lexicon.S -lstemmer -o "$out/fuzz_scan"
"$out/fuzz_scan" -max_total_time="$seconds" -max_len=3000 -timeout=10 \
  -artifact_prefix="$out/" -print_final_stats=1 "$out/corpus" 2>"$out/log" ||
  { tail -n 40 "$out/log"; die "a finding: see $out"; }
grep -E 'number_of_executed_units' "$out/log"
