#!/usr/bin/env bash
# Draw the sample documents as one HTML file that needs no server:
# build/report/report.html.  report.sh test: open it in headless Chromium, wide
# and narrow, in both languages, check what is drawn, and leave screenshots.
. "$(dirname "$0")/common.sh"

out=$top/build/report
page=$out/report.html

draw() {
  command -v npm >/dev/null || die "npm is missing: the report's chart library comes from it"
  build_and_install
  mkdir -p "$out"
  cp "$top/examples/bi/package.json" "$top/examples/bi/package-lock.json" "$out/"
  (cd "$out" && quietly report npm ci --ignore-scripts --no-audit --no-fund) || die "npm ci failed"
  cluster_start report
  trap cluster_stop EXIT
  cluster_psql -d postgres -c 'CREATE DATABASE report'
  cd "$top"
  cluster_psql -d report >/dev/null <<'SQL'
CREATE SCHEMA tribuna;
CREATE EXTENSION tribuna SCHEMA tribuna;
CREATE TABLE release (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, file text, source text, published date, title text, body text);
\copy release (file, source, published, title, body) from program 'sh tool/samples.sh'
SELECT tribuna.tribuna_enable('release', 'body', 'published', title => 'title');
\i examples/bi/views.sql
SQL
  cluster_psql -d report -tA -f examples/bi/report.sql >"$out/data.json"
  perl -e '
    my ($page, $library, $data) = map { open my $in, "<", $_ or die "$_: $!\n"; local $/; <$in> } @ARGV;
    s{</}{<\\/}g for $library, $data;
    $page =~ s{/\*LIBRARY\*/}{$library};
    $page =~ s{/\*DATA\*/null}{$data};
    print $page' examples/bi/report.html "$out/node_modules/echarts/dist/echarts.min.js" "$out/data.json" >"$page.new"
  mv "$page.new" "$page"
  say "$page ($(($(wc -c <"$page") / 1024)) kB) is ready: open it in a browser."
}

# Open the page as a browser of a width and a language sees it.
look() {
  local width=$1 height=$2 language=$3 name=$4
  # a frame: windows of Chromium are never narrower than 500 pixels
  printf '<!doctype html><body style="margin:0"><iframe src="report.html#%s" style="border:0;width:%spx;height:%spx"></iframe>' \
    "$language" "$width" "$height" >"$out/frame.html"
  "$chromium" --headless=new --no-sandbox --disable-gpu --hide-scrollbars --allow-file-access-from-files \
    --user-data-dir="$out/profile" --virtual-time-budget=10000 --force-device-scale-factor=1 \
    --window-size="$((width > 500 ? width : 500)),$height" --screenshot="$out/$name.png" \
    "file://$out/frame.html" >/dev/null 2>&1
  "$chromium" --headless=new --no-sandbox --disable-gpu --allow-file-access-from-files \
    --user-data-dir="$out/profile" --virtual-time-budget=10000 --window-size="$width,$height" \
    --dump-dom "file://$out/report.html#$language" 2>/dev/null >"$out/$name.dom"
}

test_page() {
  local passed=0 failed=0 width height language name charts
  chromium=$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)
  if [ -z "$chromium" ]; then
    say "SKIPPED: no Chromium here (apt install chromium)"
    return 0
  fi
  charts=$(grep -c 'class="chart"' "$top/examples/bi/report.html")
  for language in ru en; do
    for size in 1280x4200 390x6800; do
      name=$language-${size%x*}
      look "${size%x*}" "${size#*x}" "$language" "$name"
      for wanted in "data-drawn=\"$charts\"" 'data-errors="0"' 'data-overflow="0"' "lang=\"$language\"" '<svg'; do
        if grep -q -- "$wanted" "$out/$name.dom"; then
          passed=$((passed + 1))
        else
          failed=$((failed + 1))
          say "--- $name: no $wanted: $(grep -o '<html[^>]*>' "$out/$name.dom" || true)"
        fi
      done
    done
  done
  say "Screenshots to look at: $out/*.png"
  say "$passed passed, $failed failed"
  [ "$failed" = 0 ]
}

case ${1:-draw} in
  draw) draw ;;
  test) draw && test_page ;;
  *) die "report.sh [draw|test]" ;;
esac
