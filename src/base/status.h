/*
 * status.h
 *	  What a core function returns when it can fail.
 *
 * Bad text is never an error: broken UTF-8 or an impossible date is simply
 * "no mention".  What is left is memory and the wish of the host to stop.
 */
#ifndef TB_STATUS_H
#define TB_STATUS_H

typedef enum TbStatus
{
	TB_OK = 0,
	TB_NO_MEMORY,				/* the arena's host refused */
	TB_INTERRUPTED,				/* the host asked to stop */
	TB_BAD_IMAGE				/* the lexicon image is not ours */
} TbStatus;

/* Pass a failure up to the caller. */
#define TB_TRY(call) \
	do { TbStatus tb_try_ = (call); if (tb_try_ != TB_OK) return tb_try_; } while (0)

#endif
