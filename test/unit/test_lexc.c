/*
 * test_lexc.c
 *	  What the data compiler says of bad rows: golden files in test/lexc.
 *
 * Each NAME.tsv there with a NAME.err beside it is compiled alone: lexc must
 * write exactly that to stderr, all errors of the file in one run, exit with 1
 * and leave no image.  NAME_good.tsv compile in silence.  lexc is compiled into
 * this test and runs in a child, so that the sanitizers see it too.
 */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

/* lexc leaves what it read to the end of its process: here, without a check. */
static void
leave(int code)
{
	fflush(NULL);
	_exit(code);
}

#define exit leave
#define main lexc_main
#define Row LexcRow
#define tb_image_start lexc_image_start
#include "../../tool/lexc.c"
#include "../../tool/lexc_name.c"
#include "../../tool/lexc_row.c"
#include "../../tool/lexc_form.c"
#include "../../tool/lexc_image.c"
#undef exit
#undef main
#undef Row
#undef tb_image_start

#include "helpers.h"

#define MAX_OUTPUT 65536

/* test/lexc, seen from this file. */
static const char *
golden_path(const char *name)
{
	static char path[4096];
	const char *here = __FILE__;
	const char *slash = strrchr(here, '/');

	snprintf(path, sizeof(path), "%.*s/../lexc/%s", (int) (slash - here), here, name);
	return path;
}

typedef struct Outcome
{
	int			code;			/* exit code, or -1 for a crash */
	char		err[MAX_OUTPUT];
	size_t		len;
} Outcome;

/* Run lexc in a child; its stderr is collected. */
static void
run_lexc(int argc, const char **argv, Outcome *out)
{
	int			ends[2];
	pid_t		child;
	int			status;
	ssize_t		n;

	assert_int_equal(pipe(ends), 0);
	fflush(NULL);
	child = fork();
	assert_true(child >= 0);
	if (child == 0)
	{
		dup2(ends[1], 2);
		close(ends[0]);
		close(ends[1]);
		leave(lexc_main(argc, (char **) argv));
	}
	close(ends[1]);
	out->len = 0;
	while ((n = read(ends[0], out->err + out->len, MAX_OUTPUT - 1 - out->len)) > 0)
		out->len += (size_t) n;
	out->err[out->len] = '\0';
	close(ends[0]);
	assert_int_equal(waitpid(child, &status, 0), child);
	out->code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void
image_path(char *path)
{
	snprintf(path, 64, "/tmp/tribuna_lexc_%d.bin", (int) getpid());
	unlink(path);
}

static void
compile_golden(const char *name, Outcome *out)
{
	char		image[64];
	const char *argv[] = {"lexc", "-o", image, golden_path(name), NULL};

	image_path(image);
	run_lexc(4, argv, out);
	assert_int_equal(access(image, F_OK) == 0, out->code == 0);
	unlink(image);
}

static char *
read_golden(const char *name)
{
	char	   *text = calloc(1, MAX_OUTPUT);
	FILE	   *f = fopen(golden_path(name), "rb");

	if (f == NULL)
		fail_msg("cannot read %s", golden_path(name));
	(void) !fread(text, 1, MAX_OUTPUT - 1, f);
	fclose(f);
	return text;
}

static void
each_bad_file_gives_its_golden_messages_and_no_image(void **state)
{
	DIR		   *dir = opendir(golden_path(""));
	struct dirent *entry;
	int			n = 0;
	int			bad = 0;

	(void) state;
	assert_non_null(dir);
	while ((entry = readdir(dir)) != NULL)
	{
		size_t		len = strlen(entry->d_name);
		char		name[300];
		char	   *want;
		Outcome		got;

		if (len < 4 || strcmp(entry->d_name + len - 4, ".err") != 0)
			continue;
		want = read_golden(entry->d_name);
		snprintf(name, sizeof(name), "%.*s.tsv", (int) len - 4, entry->d_name);
		compile_golden(name, &got);
		if (got.code != 1 || strcmp(got.err, want) != 0)
		{
			print_error("%s: exit %d\n-- want:\n%s-- got:\n%s", name, got.code, want, got.err);
			bad++;
		}
		free(want);
		n++;
	}
	closedir(dir);
	assert_true(n >= 9);
	assert_int_equal(bad, 0);
}

static void
good_files_compile_in_silence(void **state)
{
	static const char *const names[] = {"words_good.tsv", "places_good.tsv", "words_empty.tsv"};

	(void) state;
	for (size_t i = 0; i < LEN(names); i++)
	{
		Outcome		got;

		compile_golden(names[i], &got);
		assert_string_equal(got.err, "");
		assert_int_equal(got.code, 0);
	}
}

static void
errors_of_several_files_come_in_one_run(void **state)
{
	char		image[64];
	char		paths[3][4096];
	const char *argv[] = {"lexc", paths[0], "-o", image, paths[1], paths[2], NULL};
	Outcome		got;

	(void) state;
	strcpy(paths[0], golden_path("holders_bad.tsv"));
	strcpy(paths[1], golden_path("words_good.tsv"));
	strcpy(paths[2], golden_path("roles_bad.tsv"));
	image_path(image);
	run_lexc(6, argv, &got);
	assert_int_equal(got.code, 1);
	assert_non_null(strstr(got.err, "holders_bad.tsv:3: "));
	assert_non_null(strstr(got.err, "roles_bad.tsv:6: "));
	assert_non_null(strstr(got.err, "lexc: 9 errors, no image written\n"));
	assert_int_equal(access(image, F_OK), -1);
}

static void
an_old_image_survives_a_failed_run(void **state)
{
	char		image[64];
	char		bad[4096];
	const char *argv[] = {"lexc", "-o", image, bad, NULL};
	FILE	   *f;
	Outcome		got;

	(void) state;
	strcpy(bad, golden_path("places_header.tsv"));
	image_path(image);
	f = fopen(image, "w");
	fputs("old", f);
	fclose(f);
	run_lexc(4, argv, &got);
	assert_int_equal(got.code, 1);
	f = fopen(image, "r");
	assert_non_null(f);
	assert_int_equal(fgetc(f), 'o');
	fclose(f);
	unlink(image);
}

static void
a_compiled_image_passes_the_check_and_answers(void **state)
{
	char		path[64];
	char		data[4096];
	const char *argv[] = {"lexc", "-o", path, data, NULL};
	Outcome		got;
	FILE	   *f;
	void	   *image = malloc(1 << 20);
	size_t		len;
	TbLexicon	lex = {image, NULL};
	const TbReading *r;

	(void) state;
	strcpy(data, golden_path("places_good.tsv"));
	image_path(path);
	run_lexc(4, argv, &got);
	assert_int_equal(got.code, 0);
	f = fopen(path, "rb");
	assert_non_null(f);
	len = fread(image, 1, 1 << 20, f);
	fclose(f);
	unlink(path);
	assert_int_equal(tb_lexicon_check(image, len), TB_OK);
	r = tb_lexicon_reading(&lex, tb_lexicon_find_word(&lex, "иксии", 10), TB_PLACE);
	assert_non_null(r);
	assert_string_equal(tb_lexicon_string(&lex, tb_lexicon_entry(&lex, r->entry)->name), "Иксия");
	assert_non_null(tb_lexicon_reading(&lex, tb_lexicon_find_word(&lex, "иксийскому", 20), TB_PLACE_ADJ));
	assert_non_null(tb_lexicon_reading(&lex, tb_lexicon_find_word(&lex, "иксийцев", 16), TB_DEMONYM));
	assert_non_null(tb_lexicon_find_code(&lex, TB_PLACE, "xx/r/"));
	assert_null(tb_lexicon_holder(&lex, "xx/president/", 0));
	free(image);
}

static void
wrong_arguments_are_told_from_wrong_data(void **state)
{
	static const char *const no_output[] = {"lexc", "a.tsv", NULL};
	static const char *const no_data[] = {"lexc", "-o", "/tmp/tribuna_never.bin", NULL};
	static const char *const no_file[] = {"lexc", "-o", "/tmp/tribuna_never.bin", "/nonexistent/words.tsv", NULL};
	Outcome		got;

	(void) state;
	run_lexc(3, (const char **) no_data, &got);
	assert_int_equal(got.code, 2);
	assert_string_equal(got.err, "usage: lexc -o IMAGE data/FILE.tsv ...\n");
	run_lexc(4, (const char **) no_file, &got);
	assert_int_equal(got.code, 2);
	assert_non_null(strstr(got.err, "/nonexistent/words.tsv: "));
	run_lexc(2, (const char **) no_output, &got);
	assert_int_equal(got.code, 2);
	assert_int_equal(access("/tmp/tribuna_never.bin", F_OK), -1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_bad_file_gives_its_golden_messages_and_no_image),
		cmocka_unit_test(good_files_compile_in_silence),
		cmocka_unit_test(errors_of_several_files_come_in_one_run),
		cmocka_unit_test(an_old_image_survives_a_failed_run),
		cmocka_unit_test(a_compiled_image_passes_the_check_and_answers),
		cmocka_unit_test(wrong_arguments_are_told_from_wrong_data),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
