/*
 * lexicon.S
 *	  The lexicon image in read-only data.
 *
 * Assembly, not inline asm in C: PGXS may compile C to bitcode, and a JIT
 * that inlines it would assemble the .incbin again at run time.
 */
	.section .rodata
	.balign 64
	.globl tb_image_start
	.hidden tb_image_start
	.type tb_image_start, @object
tb_image_start:
	.incbin TB_IMAGE
	.globl tb_image_end
	.hidden tb_image_end
tb_image_end:
	.byte 0
	.size tb_image_start, tb_image_end - tb_image_start

	.section .note.GNU-stack, "", @progbits
