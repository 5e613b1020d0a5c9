# Names of data/*.tsv, one a line, without hints: all of the small files, every
# n-th row of the long ones.
function put(list,   n, part, i) {
  n = split(list, part, ";")
  for (i = 1; i <= n; i++) {
    gsub(/\{[^}]*\}/, "", part[i])
    gsub(/^ +| +$/, "", part[i])
    if (part[i] != "" && !(part[i] in seen)) { seen[part[i]]; print part[i] }
  }
}
FNR == 1 || /^#/ || NF < 3 { next }
FILENAME ~ /given_names/ { if (FNR % 20 == 0) put($1); next }
FILENAME ~ /places_/ { if (FNR % 8 == 0) { put($3); put($5); put($7) }; next }
FILENAME ~ /holders/ { put($2); next }
FILENAME ~ /(bodies|offices|roles)/ { put($2); if (FNR % 3 == 0) put($6); next }
FILENAME ~ /words\.tsv/ { if (FNR % 10 == 0) put($3); next }
{ put($3) }
