# The same answers in every encoding and locale that can hold the text: UTF8
# under C, C.UTF-8, ru_RU.UTF-8 and ICU; WIN1251, KOI8R, ISO_8859_5.
. "$(dirname "$0")/lib.sh"
trap cluster_stop EXIT
cluster_start locale
have() { locale -a 2>/dev/null | tr 'A-Z' 'a-z' | tr -d '-' | grep -qx "$(tr 'A-Z' 'a-z' <<<"$1" | tr -d '-')"; }

# Documents of letters and marks that every one of them has.
cat >"$cluster/documents.sql" <<'EOS'
CREATE SCHEMA tribuna;
CREATE EXTENSION tribuna SCHEMA tribuna;
CREATE TABLE doc (id int PRIMARY KEY, published date, body text);
INSERT INTO doc VALUES
 (1, '2024-05-05', 'Вчера аким Атырауской области Серик Шапкенов открыл школу. "Построим еще две", - сказал он.'),
 (2, NULL, 'АСТАНА, 24 декабря 2022 года. Председатель Сената Парламента Маулен Ашимбаев отметил, что работа идет.'),
 (3, NULL, 'По словам министра иностранных дел, в Нур-Султане и Семее прошли сходы с 1 по 15 января т.г.'),
 (4, '2023-01-01', 'ГЛАВА ГОСУДАРСТВА КАСЫМ-ЖОМАРТ ТОКАЕВ ПРИБЫЛ В АЛМАТЫ. Ёлки, ЁЛКИ, Орёл, г.Алматы, и.о. акима г. Шымкента'),
 (5, NULL, ''), (6, NULL, 'Ashimbaev said: "COVID-19" http://senate.kz/ru 100% a@b.kz'),
 (7, '2024-02-29', 'К.К.Токаев и Токаев К.К. встретились с Асаном Усеновым 5 марта, до 1 сентября 2025 года, в XX веке.');
CREATE TEXT SEARCH DICTIONARY tribuna.ours (TEMPLATE = tribuna.tribuna_terms, places = 'kz/astana/ = Северная Пальмира {f}');
INSERT INTO doc VALUES (8, NULL, 'Форум в Северной Пальмире. СЕВЕРНОЙ ПАЛЬМИРЕ рады.');
EOS
# As text in UTF-8, with all that the functions say; sorted by nothing that a collation could change.
cat >"$cluster/answers.sql" <<'EOS'
SET search_path = public, tribuna;
SELECT id, analyze_document(body, published) FROM doc ORDER BY id;
SELECT id, tribuna_tsvector(body, published)::text = to_tsvector('tribuna', body)::text OR published IS NOT NULL, (SELECT string_agg(lexeme || positions::text, ' ' ORDER BY convert_to(lexeme, 'UTF8')) FROM unnest(tribuna_tsvector(body, published))) FROM doc ORDER BY id;
SELECT id, place_codes(body), (SELECT array_agg(n ORDER BY convert_to(n, 'UTF8')) FROM unnest(person_names(body)) n), office_codes(body, published), date_periods(body, published), document_date(body) FROM doc ORDER BY id;
SELECT id, layer, n, surface, start, length, place, title, person, speaker FROM doc, extract_facts(body, published) ORDER BY id, layer COLLATE "C", n;
SELECT tribuna_tsquery('Глава государства Алматы'), tribuna_tsquery('"Касым-Жомарт Токаев" -Семей'), tribuna_tsquery('ЁЛКА ="работа идет"');
SELECT normalize_name('Мауленом Ашимбаевым'), normalize_place('Нур-Султане'), normalize_title('спикера Сената'), decline('Маулен Ашимбаев', 'dative');
SELECT id, ts_headline('tribuna', body, tribuna_tsquery('Алматы')) FROM doc ORDER BY id;
SELECT ts_lexize('tribuna_entity', 'Атырауской'), ts_lexize('tribuna_stem', 'Токаевым');
SELECT id FROM doc WHERE tribuna_tsvector(body, published) @@ tribuna_tsquery('Астана') ORDER BY id;
EOS
chmod 644 "$cluster"/*.sql
answers() {
  cluster_psql -d "$1" -f "$cluster/documents.sql" >"$cluster/log" 2>&1 || { cat "$cluster/log"; return; }
  cluster_psql -At -d "$1" -f "$cluster/answers.sql" 2>&1
}
q postgres "CREATE DATABASE utf8_c ENCODING 'UTF8' LOCALE 'C' TEMPLATE template0"
answers utf8_c >"$cluster/want"
is "UTF8, C: there are answers" "$([ "$(wc -l <"$cluster/want")" -gt 60 ] && echo many)" many
try() {
  local name=$1 db=$2 options=$3
  if ! q postgres "CREATE DATABASE $db $options TEMPLATE template0" 2>"$cluster/log"; then
    skip "$name" "$(head -n 1 "$cluster/log")"
    return
  fi
  answers "$db" >"$cluster/got"
  is "$name" "$(diff "$cluster/want" "$cluster/got")" ""
}
for l in C.UTF-8 ru_RU.UTF-8 kk_KZ.UTF-8 tr_TR.UTF-8; do
  if have "$l"; then try "UTF8, $l" "utf8_$(tr -dc 'a-zA-Z' <<<"$l" | tr 'A-Z' 'a-z')" "ENCODING 'UTF8' LOCALE '$l'"; else skip "UTF8, $l" "this system has no such locale (Debian: locale-gen)"; fi
done
for l in ru-RU tr-TR und; do
  try "UTF8, ICU $l" "icu_$(tr -dc 'a-zA-Z' <<<"$l" | tr 'A-Z' 'a-z')" "ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE '$l' LOCALE 'C'"
done
for encoding in WIN1251 KOI8R ISO_8859_5 KOI8U WIN866; do
  try "$encoding, C" "$(tr 'A-Z' 'a-z' <<<"$encoding")" "ENCODING '$encoding' LOCALE 'C'"
done
for l in ru_RU.CP1251:WIN1251 ru_RU.KOI8-R:KOI8R ru_RU.ISO-8859-5:ISO_8859_5; do
  if have "${l%:*}"; then try "${l#*:}, ${l%:*}" "l_$(tr -dc 'a-zA-Z0-9' <<<"$l" | tr 'A-Z' 'a-z')" "ENCODING '${l#*:}' LOCALE '${l%:*}'"; else skip "${l#*:}, ${l%:*}" "this system has no such locale"; fi
done
for encoding in LATIN1 SQL_ASCII EUC_JP WIN1252; do
  q postgres "CREATE DATABASE refused ENCODING '$encoding' LOCALE 'C' TEMPLATE template0"
  q refused "CREATE EXTENSION tribuna"
  if [ $encoding = EUC_JP ]; then
    say "        $encoding: $(q refused "SELECT place_codes('Moscow')" 2>&1 | head -n 1)"
  else
    is "$encoding is refused with a clear error" "$(q refused "SELECT place_codes('Astana')" 2>&1 | head -n 1)" "ERROR:  database encoding \"$encoding\" cannot hold Russian text"
  fi
  q postgres "DROP DATABASE refused"
done
finish
