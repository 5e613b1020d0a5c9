/*
 * encoding.c
 *	  Texts of the database to UTF-8 and back.
 *
 * In a UTF8 database nothing is copied.  Elsewhere a text is converted at the
 * door; on the way out a character that the database lacks (« in KOI8-R, Қ in
 * WIN1251) is replaced by a plainer spelling, so that a result never fails.
 */
#include "pg/glue.h"

#include "catalog/namespace.h"
#include "mb/pg_wchar.h"
#include "utils/builtins.h"
#include "utils/memutils.h"
#if PG_VERSION_NUM >= 160000
#include "varatt.h"
#endif

#include "base/fold.h"
#include "base/utf8.h"

/* Longest character of any server encoding, and of a spelling in UTF-8. */
#define MAX_CHAR 16

/* ------------------------------------------------------------- conversion */

/*
 * Convert len bytes of UTF-8 into dest as far as it goes; returns the bytes
 * of s that were converted.  Room holds the NUL too.
 */
static int
convert(Oid proc, const char *s, int len, char *dest, int room)
{
	return pg_do_encoding_conversion_buf(proc, PG_UTF8, GetDatabaseEncoding(),
										 (unsigned char *) unconstify(char *, s),
										 len, (unsigned char *) dest, room,
										 true);
}

/* Can the database's encoding hold Russian?  Asked once a backend. */
static void
require_encoding(void)
{
	static bool serves = false;
	Oid			proc = InvalidOid;
	char		dest[MAX_CHAR * 4];

	if (serves)
		return;
	if (GetDatabaseEncoding() != PG_SQL_ASCII)
		proc = FindDefaultConversionProc(PG_UTF8, GetDatabaseEncoding());
	if (!OidIsValid(proc) ||
		convert(proc, "\xD0\xB0", 2, dest, sizeof(dest)) != 2)
		ereport(ERROR,
				(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
				 errmsg("database encoding \"%s\" cannot hold Russian text",
						GetDatabaseEncodingName()),
				 errhint("Use a database with encoding UTF8, WIN1251, KOI8R, KOI8U, ISO_8859_5 or WIN866.")));
	serves = true;
}

TbStr
tb_pg_to_utf8(const char *s, size_t len)
{
	char	   *converted;

	if (GetDatabaseEncoding() == PG_UTF8)
		return (TbStr) {s, (uint32_t) len};
	require_encoding();
	converted = pg_server_to_any(s, (int) len, PG_UTF8);
	return (TbStr) {converted, (uint32_t) (converted == s ? len : strlen(converted))};
}

TbStr
tb_pg_text_to_utf8(const text *t)
{
	return tb_pg_to_utf8(VARDATA_ANY(t), VARSIZE_ANY_EXHDR(t));
}

/* --------------------------------------------------------- plain spellings */

static const struct
{
	uint32_t	c;
	const char *plain;
}			spellings[] = {
	{0x00A0, " "}, {0x00AB, "\""}, {0x00BB, "\""}, {0x2010, "-"},
	{0x2011, "-"}, {0x2012, "-"}, {0x2013, "-"}, {0x2014, "-"},
	{0x2015, "-"}, {0x2212, "-"}, {0x2018, "'"}, {0x2019, "'"},
	{0x201A, "'"}, {0x201C, "\""}, {0x201D, "\""}, {0x201E, "\""},
	{0x2022, "*"}, {0x2026, "..."}, {0x2116, "N"}
};

/*
 * The plainer spelling of a character in UTF-8, written into out: from the
 * list, else the letter it folds to (Қ -> К), else a question mark.
 */
static int
plain_spelling(uint32_t c, char *out)
{
	uint32_t	folded;

	for (size_t i = 0; i < lengthof(spellings); i++)
		if (spellings[i].c == c)
			return (int) strlen(strcpy(out, spellings[i].plain));
	if (tb_is_ignorable(c))
		return 0;
	folded = tb_fold_char(c);
	if (folded != 0 && folded != c && folded != tb_lower_char(c))
		return (int) tb_utf8_put(out, tb_is_upper(c) ? tb_upper_char(folded)
								 : folded);
	out[0] = '?';
	return 1;
}

/* Append the plainer spelling of c to dest; returns the bytes written. */
static int
put_plain(Oid proc, uint32_t c, char *dest, int room)
{
	char		plain[MAX_CHAR];
	int			len = plain_spelling(c, plain);

	if (convert(proc, plain, len, dest, room) == len)
		return (int) strlen(dest);
	strlcpy(dest, "?", room);
	return 1;
}

char *
tb_pg_from_utf8(const char *s, size_t len, size_t *out_len)
{
	Oid			proc;
	char	   *out;
	int			room;
	int			n = 0;

	if (GetDatabaseEncoding() == PG_UTF8)
	{
		*out_len = len;
		return pnstrdup(s, len);
	}
	require_encoding();
	proc = FindDefaultConversionProc(PG_UTF8, GetDatabaseEncoding());
	if (len >= (size_t) (MaxAllocSize / MAX_CONVERSION_GROWTH - MAX_CHAR))
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("text of %zu bytes is too long to convert", len)));
	room = (int) (len + MAX_CHAR) * MAX_CONVERSION_GROWTH;
	out = palloc(room);
	out[0] = '\0';
	while (len > 0)
	{
		int			done = convert(proc, s, (int) len, out + n, room - n);

		n += (int) strlen(out + n);
		s += done;
		len -= done;
		if (len > 0)
		{
			uint32_t	step;
			uint32_t	c = tb_utf8_next(s, len, &step);

			n += put_plain(proc, c, out + n, room - n);
			s += step;
			len -= step;
		}
	}
	*out_len = n;
	return out;
}

text *
tb_pg_utf8_to_text(const char *s, size_t len)
{
	char	   *converted;

	if (GetDatabaseEncoding() == PG_UTF8)
		return cstring_to_text_with_len(s, (int) len);
	converted = tb_pg_from_utf8(s, len, &len);
	return cstring_to_text_with_len(converted, (int) len);
}
