/*
 * fold.c
 *	  Case and spelling folding without a locale.
 */
#include "base/fold.h"

#include <string.h>

#include "base/utf8.h"

uint32_t
tb_lower_char(uint32_t c)
{
	if (c < 0x80)
		return c >= 'A' && c <= 'Z' ? c + 32 : c;
	if (c >= 0x410 && c <= 0x42F)	/* А..Я */
		return c + 0x20;
	if (c >= 0x400 && c <= 0x40F)	/* Ѐ..Џ, Ё among them */
		return c + 0x50;
	if (c >= 0x460 && c <= 0x52F && c != 0x482 && (c < 0x483 || c > 0x489))
	{
		if (c >= 0x4C1 && c <= 0x4CE)	/* Ӂ..ӎ: odd is upper */
			return (c & 1) ? c + 1 : c;
		if (c == 0x4C0)
			return 0x4CF;
		return (c & 1) ? c : c + 1;
	}
	if (c >= 0xC0 && c <= 0xDE && c != 0xD7)	/* Latin-1 */
		return c + 0x20;
	if (c >= 0x100 && c <= 0x17F && c != 0x130 && c != 0x131 && c != 0x138 &&
		c != 0x149 && c != 0x178 && c != 0x17F)
	{
		bool		odd_upper = (c >= 0x139 && c <= 0x148) || c >= 0x179;

		return ((c & 1) != 0) == odd_upper ? c + 1 : c;
	}
	return c;
}

uint32_t
tb_upper_char(uint32_t c)
{
	if (c < 0x80)
		return c >= 'a' && c <= 'z' ? c - 32 : c;
	if (c >= 0x430 && c <= 0x44F)
		return c - 0x20;
	if (c >= 0x450 && c <= 0x45F)
		return c - 0x50;
	if (c >= 0x80 && c <= 0x52F && tb_lower_char(c - 1) == c)
		return c - 1;
	if (c >= 0xE0 && c <= 0xFE && c != 0xF7)
		return c - 0x20;
	return c;
}

uint32_t
tb_cyrillic_twin(uint32_t c)
{
	static const char latin[] = "ABCEHIKMOPTXYaceiopxy";
	static const uint16_t cyrillic[] = {
		0x410, 0x412, 0x421, 0x415, 0x41D, 0x406, 0x41A, 0x41C, 0x41E, 0x420,
		0x422, 0x425, 0x423, 0x430, 0x441, 0x435, 0x456, 0x43E, 0x440, 0x445,
		0x443
	};
	const char *at;

	switch (c)
	{
		case 0xCB:				/* Ë, ë with a diaeresis */
			return 0x401;
		case 0xEB:
			return 0x451;
		case 0x18F:				/* Ə, ə: Kazakh Ә, ә */
			return 0x4D8;
		case 0x259:
			return 0x4D9;
	}
	at = c == 0 || c >= 0x80 ? NULL : strchr(latin, (int) c);
	return at == NULL ? 0 : cyrillic[at - latin];
}

bool
tb_is_ignorable(uint32_t c)
{
	return c == 0xAD || (c >= 0x300 && c <= 0x36F) ||
		(c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF ||
		(c >= 0xFE00 && c <= 0xFE0F);	/* variation selectors of emoji */
}

bool
tb_is_space(uint32_t c)
{
	return c == ' ' || (c >= 9 && c <= 13) || c == 0xA0 || c == 0x85 ||
		c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
		c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool
tb_is_cyrillic(uint32_t c)
{
	return c >= 0x400 && c <= 0x52F && c != 0x482;
}

bool
tb_is_letter(uint32_t c)
{
	if (c < 0x80)
		return (c | 32) >= 'a' && (c | 32) <= 'z';
	if (c < 0xC0)
		return c == 0xAA || c == 0xB5 || c == 0xBA;
	if (c < 0x300)
		return c != 0xD7 && c != 0xF7 && c < 0x2C2;
	if (c < 0x370)
		return false;
	if (c < 0x2000)
		return c != 0x37E && c != 0x387 && !(c >= 0x482 && c <= 0x489);
	if (c < 0x2C00)
		return false;
	if (c >= 0x3000 && c <= 0x303F)
		return false;
	return c < 0xE000 ||
		(c >= 0xF900 && c != 0xFEFF && c < 0xFF00 && !(c >= 0xFE00 && c <= 0xFE0F)) ||
		(c >= 0x10000 && c < 0x1F000) || (c >= 0x20000 && c <= 0x3FFFF);
}

bool
tb_is_upper(uint32_t c)
{
	return tb_lower_char(c) != c;
}

uint32_t
tb_fold_char(uint32_t c)
{
	if (c < 0x80)
		return c >= 'A' && c <= 'Z' ? c + 32 : c;
	c = tb_lower_char(c);
	if (c >= 0x430 && c <= 0x44F)
		return c;
	switch (c)
	{
		case 0x451:				/* ё */
		case 0x454:				/* є */
			return 0x435;
		case 0x456:				/* і */
		case 0x457:				/* ї */
			return 0x438;
		case 0x458:				/* ј */
			return 0x439;
		case 0x45E:				/* ў */
		case 0x4AF:				/* ү */
		case 0x4B1:				/* ұ */
			return 0x443;
		case 0x491:				/* ґ */
		case 0x493:				/* ғ */
			return 0x433;
		case 0x49B:				/* қ */
			return 0x43A;
		case 0x4A3:				/* ң */
			return 0x43D;
		case 0x4D9:				/* ә */
			return 0x430;
		case 0x4E9:				/* ө */
			return 0x43E;
		case 0x4BB:				/* һ */
			return 0x445;
		default:
			return tb_is_ignorable(c) ? 0 : c;
	}
}

size_t
tb_fold_put(char *out, size_t n, uint32_t c)
{
	if (c == 0x306 && n >= 2 && memcmp(out + n - 2, "\xD0\xB8", 2) == 0)
	{
		out[n - 1] = (char) 0xB9;
		return n;
	}
	c = tb_fold_char(c);
	return c == 0 ? n : n + tb_utf8_put(out + n, c);
}

size_t
tb_fold(const char *s, size_t len, char *out)
{
	size_t		n = tb_lower_russian(s, len, out).bytes;

	for (size_t i = n; i < len;)
	{
		uint32_t	step;
		uint32_t	c = tb_utf8_next(s + i, len - i, &step);

		if (c == TB_BAD_CHAR && step == 1)
			out[n++] = s[i];	/* an unknown byte stays itself */
		else
			n = tb_fold_put(out, n, c);
		i += step;
	}
	return n;
}

size_t
tb_lower(const char *s, size_t len, char *out)
{
	size_t		n = tb_lower_russian(s, len, out).bytes;

	for (size_t i = n; i < len;)
	{
		uint32_t	step;
		uint32_t	c = tb_utf8_next(s + i, len - i, &step);

		if (c == TB_BAD_CHAR && step == 1)
			out[n++] = s[i];
		else
			n += tb_utf8_put(out + n, tb_lower_char(c));
		i += step;
	}
	return n;
}
