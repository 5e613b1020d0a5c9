/*
 * address.c
 *	  URLs, e-mail addresses and hosts, which are a token each.
 */
#include "lex/address.h"

#include <string.h>

/* Bytes that are no address any more. */
#define MAX_ADDRESS 8192

enum
{
	ALNUM = 1, MARK = 2
};

static const uint8_t byte_of_address[256] = {
	['0' ... '9'] = ALNUM,['A' ... 'Z'] = ALNUM,['a' ... 'z'] = ALNUM,
	['-'] = MARK,['.'] = MARK,['_'] = MARK,['~'] = MARK,[':'] = MARK,['/'] = MARK,
	['?'] = MARK,['#'] = MARK,['@'] = MARK,['%'] = MARK,['&'] = MARK,['='] = MARK,
	['+'] = MARK
};

/* Is this a host name: labels, a full stop, letters at the end? */
static bool
is_host(const char *s, uint32_t len)
{
	uint32_t	top = 0;
	bool		dot = false;

	for (uint32_t i = 0; i < len; i++)
	{
		char		c = s[i];

		if (c == '.')
		{
			if (i == 0 || s[i - 1] == '.')
				return false;
			dot = true;
			top = 0;
		}
		else if (c >= 'a' && c <= 'z')
			top++;
		else if ((c >= '0' && c <= '9') || c == '-' || (c >= 'A' && c <= 'Z'))
			top = dot ? 100 : top;
		else
			return false;
	}
	return dot && top >= 2 && top <= 6;
}

uint32_t
tb_address_length(const char *s, uint32_t left, uint32_t *extent)
{
	uint32_t	n = 0;
	uint32_t	host = 0;
	uint32_t	at = 0;
	bool		marks = false;

	/* a plain word or number comes to its end without any mark */
	for (; n < left && n < MAX_ADDRESS; n++)
	{
		uint8_t		what = byte_of_address[(unsigned char) s[n]];

		if (what == 0)
			break;
		marks |= what == MARK;
	}
	*extent = n;
	if (!marks || n == MAX_ADDRESS)
		return 0;
	while (n > 0 && strchr(".:?-&#=/", s[n - 1]) != NULL && s[n - 1] != '/')
		n--;
	for (uint32_t i = 0; i + 2 < n; i++)
		if (memcmp(s + i, "://", 3) == 0)
			return i > 0 && i + 3 < n ? n : 0;
	for (uint32_t i = 1; i < n && at == 0; i++)
		if (s[i] == '@')
			at = i;
	while (host < n && strchr("/:?#@", s[host]) == NULL)
		host++;
	if (at > 0)
		return is_host(s + at + 1, n - at - 1) ? n : 0;
	if (!is_host(s, host))
		return 0;
	return host < n && s[host] == '/' ? n : host;
}
