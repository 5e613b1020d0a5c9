#!/usr/bin/env bash
# Is an ordinary Russian word taken for a place, a title or a person?
#
#   test/lexicon/words.sh [DIC AFF]      (Debian: hunspell-ru, hunspell-tools)
#
# Every lower-case form of the dictionary stands in a plain sentence of its
# own, once inside it and once at its head.  Inside a sentence none may be a
# place or a person; the rest is listed in build/words/ and told about in
# README.md here.
. "$(dirname "$0")/../../tool/common.sh"
cd "$top"
dic=${1:-/usr/share/hunspell/ru_RU.dic}
aff=${2:-/usr/share/hunspell/ru_RU.aff}
[ -r "$dic" ] && [ -r "$aff" ] || { echo "no dictionary: apt install hunspell-ru"; exit 77; }
command -v unmunch >/dev/null || { echo "no unmunch: apt install hunspell-tools"; exit 77; }

make -s build/probe
out=build/words
mkdir -p "$out"
unmunch "$dic" "$aff" 2>/dev/null |
  perl -CSD -ne 'print if /^[\x{430}-\x{44f}\x{451}][\x{430}-\x{44f}\x{451}-]+$/' |
  LC_ALL=C sort -u > "$out/forms"
perl -CSD -pe '$_ = ucfirst' "$out/forms" > "$out/capital"

# judge NAME WORDS FORMAT: one line a mention, "kind value word"
judge() {
  sed "$3" "$2" | build/probe | paste "$out/forms" - |
    awk -F'\t' '{ for (i = 2; i <= NF; i++) if ($i != "") { split($i, m, " ");
      sub(/^[a-z]+ [0-9]+-[0-9]+ /, "", $i); print m[1] "\t" $i "\t" $1 } }' > "$out/$1.tsv"
  printf '%-8s' "$1"
  cut -f1 "$out/$1.tsv" | sort | uniq -c | awk '{ printf " %s %s", $2, $1 } END { print "" }'
}

echo "$(wc -l < "$out/forms") forms; taken for something:"
judge inside "$out/forms" 's/.*/Вчера там & снова было видно./'
judge head "$out/capital" 's/.*/& снова было видно там./'
if grep -qE '^(place|person)' "$out/inside.tsv"; then
  echo "ordinary words inside a sentence are places or persons:"
  grep -E '^(place|person)' "$out/inside.tsv"
  exit 1
fi
