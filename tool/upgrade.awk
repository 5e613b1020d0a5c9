# Make the upgrade script from an earlier version out of the fragments of the
# install script: awk -v from=0.1.0 -f upgrade.awk [from-0.1.0.sql] FRAGMENT...
#
# What can be replaced is replaced and every comment is written anew.  What
# cannot be (text search objects, tables, types) is left as it is, unless it
# stands behind a line "-- since VERSION" of its fragment with a later version:
# then it is new, and made.  What must be dropped or altered first is written by
# hand in src/sql/upgrade/from-VERSION.sql, which is copied as it is.

# Is version a later than version b?
function later(a, b,    x, y, n, i) {
	n = split(a, x, ".")
	split(b, y, ".")
	for (i = 1; i <= n; i++)
		if (x[i] + 0 != y[i] + 0)
			return x[i] + 0 > y[i] + 0
	return 0
}

BEGIN { print "\\echo Use \"ALTER EXTENSION tribuna UPDATE\" to load this file. \\quit" }

FNR == 1 {
	by_hand = FILENAME ~ /\/from-[^\/]*$/
	made = 0
}

by_hand {
	print
	next
}

/^\\echo / { next }

/^-- since / { made = later($3, from) }

!made && /^CREATE (FUNCTION|PROCEDURE|VIEW|AGGREGATE|TRIGGER) / { sub(/^CREATE/, "CREATE OR REPLACE") }

!made && /^(CREATE|ALTER) / && !/^CREATE OR REPLACE / { skipped = 1 }

!skipped { print }

skipped && /;$/ { skipped = 0 }
