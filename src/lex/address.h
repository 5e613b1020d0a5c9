/*
 * address.h
 *	  URLs, e-mail addresses and hosts in a text.
 */
#ifndef TB_ADDRESS_H
#define TB_ADDRESS_H

#include "base/span.h"

/*
 * Length of the URL, e-mail address or host at s, or 0.  *extent gets the
 * length of what was looked at, so that it is not looked at again.
 */
uint32_t	tb_address_length(const char *s, uint32_t left, uint32_t *extent);

#endif
