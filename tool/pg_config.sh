#!/bin/sh
# Print the pg_config of the newest server that can be built against.
for config in $(ls -d /usr/lib/postgresql/*/bin/pg_config 2>/dev/null | sort -t/ -k5,5nr) \
	"$(command -v pg_config)"; do
	[ -x "$config" ] && [ -f "$("$config" --pgxs 2>/dev/null)" ] || continue
	# the server's package brings pgxs.mk, only the -dev package the headers
	[ -f "$("$config" --includedir-server)/postgres.h" ] || continue
	[ -x "$("$config" --bindir)/postgres" ] || [ -n "$TB_NO_SERVER" ] || continue
	echo "$config"
	exit 0
done
exit 0
