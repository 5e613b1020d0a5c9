/*
 * span.h
 *	  A stretch of a text in bytes, end exclusive.
 */
#ifndef TB_SPAN_H
#define TB_SPAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct TbSpan
{
	uint32_t	start;
	uint32_t	end;
} TbSpan;

/* A string that need not end in NUL. */
typedef struct TbStr
{
	const char *data;
	uint32_t	len;
} TbStr;

static inline bool
tb_span_overlaps(TbSpan a, TbSpan b)
{
	return a.start < b.end && b.start < a.end;
}

#endif
