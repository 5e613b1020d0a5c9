/*
 * name_shape.c
 *	  What a word's ending says: a patronymic, a Russian surname.
 *
 * Both questions are asked in all cases: Сериковне is a patronymic, Токаевым
 * is shaped like a surname.  Common nouns that happen to end so (основой) are
 * the caller's to rule out.
 */
#include "lex/decline.h"

#include <string.h>

#define PARTICLE_ENDINGS \
	"улы ұлы уулу оглы оглу кызы қызы гызы кизи угли "

/* Ordinary plurals in -улы. */
#define NO_PATRONYMIC \
	" каникулы формулы капсулы молекулы акулы скулы караулы аулы стулы баулы " \
	"шкатулы угли улы тулы мускулы титулы модули загулы прогулы разгулы "

/* Adjectives and nouns whose stems are like Ивановн-, Андреевн-. */
#define NO_WOMAN \
	" верховн уголовн основн духовн церковн чиновн любовн сословн условн " \
	"безусловн головн кладовн торговн виновн невиновн даровн греховн " \
	"деревн царевн королевн ежедневн дневн душевн плачевн боевн древн " \
	"повседневн задушевн полдневн кровн уровн шиповн вековн "

/* Two letters as one number. */
#define PAIR(a, b) ((a) << 16 | (b))

/* The letter of two bytes at s in small, ё as е; 0: another character. */
static inline uint32_t
small_russian(const char *s)
{
	uint32_t	c = ((uint32_t) (unsigned char) s[0] & 1) << 6 |
		((unsigned char) s[1] & 0x3F);

	if (((unsigned char) s[0] & 0xFE) != 0xD0)
		return 0;
	if (c < 0x30)
		c += 0x20;
	return c == 0x51 || c == 0x21 ? 0x435 : 0x400 + c;
}

/* A question about the word without its ending. */
typedef bool (*StemTest) (const TbWord *stem);

/* Is the word such a stem with one of the endings, separated by spaces? */
static bool
has_forms(const TbWord *word, StemTest test, const char *endings)
{
	const char *at = endings;
	uint32_t	n;

	while ((at = tb_word_ending(word, endings, at, &n)) != NULL)
	{
		TbWord		stem;

		tb_word_cut(&stem, word, word->len - n);
		if (n < word->len && test(&stem))
			return true;
	}
	return false;
}

/* Нурланович; but Станкевич, Юткевич are surnames: nobody's father is Станк. */
static bool
is_man_stem(const TbWord *stem)
{
	return tb_word_ends_in(stem, "ович евич ьич") && tb_word_letters(stem) > 4 &&
		!tb_word_ends_in(stem, "кевич");
}

/* Ильич, Лукичом: too short to be told by the ending. */
static bool
is_short_man(const TbWord *word)
{
	if (!tb_word_ends_in(word, "ич ича ичу ичом ичем иче"))
		return false;
	return tb_word_among(word, " ильич лукич кузьмич фомич никитич саввич ") ||
		tb_word_among(word, " ильича ильичу ильичом ильиче кузьмича кузьмичу "
					  "кузьмичом кузьмиче лукича лукичу лукичом лукиче "
					  "фомича фомичу фомичом фомиче никитича никитичу "
					  "никитичем никитиче саввича саввичу саввичем саввиче ");
}

static bool
is_woman_stem(const TbWord *stem)
{
	return tb_word_ends_in(stem, "овн евн ьиничн миничн киничн китичн аввичн") &&
		tb_word_letters(stem) > 4 && !tb_word_among(stem, NO_WOMAN);
}

static bool
is_ski_stem(const TbWord *stem)
{
	return tb_word_ends_in(stem, "ск цк") && tb_word_letters(stem) > 3;
}

/* May a word have the letters ич or вн, or end in лы лу ли зы зи, as patronymics do? */
static bool
has_patronymic_letters(TbStr text)
{
	uint32_t	next = 0;

	for (uint32_t at = text.len; at >= 2; at -= 2)
	{
		uint32_t	c = small_russian(text.data + at - 2);

		if (c == 0)
			return true;		/* may be */
		switch (PAIR(c, next))
		{
			case PAIR(U'и', U'ч'):
			case PAIR(U'в', U'н'):
				return true;
			case PAIR(U'л', U'ы'):
			case PAIR(U'л', U'у'):
			case PAIR(U'л', U'и'):
			case PAIR(U'з', U'ы'):
			case PAIR(U'з', U'и'):
				if (at + 2 == text.len)
					return true;
				break;
			default:
				break;
		}
		next = c;
	}
	return false;
}

bool
tb_is_patronymic(TbStr text, TbGram *gender)
{
	TbWord		word;

	*gender = 0;
	if (!has_patronymic_letters(text) || !tb_word_set(&word, text) ||
		tb_word_letters(&word) < 5)
		return false;
	if (is_man_stem(&word) || has_forms(&word, is_man_stem, "а у ем е и") ||
		is_short_man(&word))
		*gender = TB_MASC;
	else if (has_forms(&word, is_woman_stem, "а ы е у ой ою"))
		*gender = TB_FEM;
	else if (tb_word_ends_in(&word, PARTICLE_ENDINGS) &&
			 tb_word_letters(&word) > 5 && !tb_word_among(&word, NO_PATRONYMIC))
		*gender = tb_word_ends_in(&word, "кызы қызы гызы кизи") ?
			TB_FEM : TB_MASC;
	return *gender != 0;
}

/* May a letter end any form of a Russian surname?  Петров, Петровых, Сулакшвили. */
static bool
may_end_surname(uint32_t c)
{
	switch (c)
	{
		case 0x430: case 0x432: case 0x435: case 0x438: case 0x439: /* а в е и й */
		case 0x43C: case 0x43D: case 0x43E: case 0x443: case 0x445: /* м н о у х */
		case 0x44B: case 0x44E: case 0x44F: case 0x451: /* ы ю я ё */
			return true;
		default:
			return false;
	}
}

/*
 * May a word with these last letters be shaped so?  Among them must be ов ев
 * ин ын, ск цк, ко, ли or зе; most words that are no surnames have none.
 */
static bool
has_surname_letters(TbStr text)
{
	uint32_t	next = 0;

	/* the longest endings behind the second of the pair have three letters */
	for (uint32_t at = text.len; at >= 2 && at + 10 >= text.len; at -= 2)
	{
		uint32_t	c = small_russian(text.data + at - 2);
		uint32_t	pair = PAIR(c, next);

		next = c;
		if (c == 0)
			return true;		/* may be */
		switch (pair)
		{
			case PAIR(U'о', U'в'):
			case PAIR(U'е', U'в'):
			case PAIR(U'и', U'н'):
			case PAIR(U'ы', U'н'):
			case PAIR(U'с', U'к'):
			case PAIR(U'ц', U'к'):
			case PAIR(U'к', U'о'):
			case PAIR(U'л', U'и'):
			case PAIR(U'з', U'е'):
				return true;
			default:
				break;
		}
	}
	return false;
}

bool
tb_is_surname_shaped(TbStr text)
{
	TbWord		word;

	if (!may_end_surname(tb_letter_at(text.data, text.len, 0)) ||
		!has_surname_letters(text) || !tb_word_set(&word, text))
		return false;
	if (tb_word_ends_in(&word, "енко швили дзе") && tb_word_letters(&word) > 5)
		return true;
	return tb_word_is_possessive(&word) ||
		has_forms(&word, tb_word_is_possessive, "а у е ы ым ой ою ых ыми") ||
		has_forms(&word, is_ski_stem,
				  "ий ой ого ому им ом ая ую ие их ими");
}
