/*
 * waiting.h
 *	  A user's terms that wait until a text may hold them.
 *
 * To bend 20,000 names takes longer than to scan a hundred texts, and a text
 * holds a few of them.  So the lines are only indexed when terms are loaded,
 * by the first letters of the words of their names; a text wakes those whose
 * first letters it has, before its words are looked up.  What a scan sees is
 * as if all had been read at once, in their order.
 */
#ifndef TB_WAITING_H
#define TB_WAITING_H

#include "lex/terms.h"
#include "lex/token.h"

/*
 * Let the terms of a section wait in a builder over the image.  The value
 * must live as long as the builder.  Sections come in their order: a holder
 * may need a title.  Fails only for lack of memory.
 */
TbStatus	tb_waiting_add(TbBuilder *b, TbTermSection section, TbStr value);

/* Wake what a text may hold; *woken says whether anything was. */
TbStatus	tb_waiting_meet(TbWaiting *w, const TbText *text, bool *woken);

/*
 * Wake what may go on behind the words of a text that is cut off (a token of
 * another parser).
 */
TbStatus	tb_waiting_meet_start(TbWaiting *w, const TbText *text, bool *woken);

/* Wake the holders of an office, a path that ends in a slash. */
void		tb_waiting_meet_office(TbWaiting *w, const char *office);

/*
 * Did waking fail?  Then the terms must be loaded anew: one may have been
 * read by half.
 */
bool		tb_waiting_broken(const TbWaiting *w);

#endif
