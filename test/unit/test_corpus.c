/*
 * test_corpus.c
 *	  The fuzz targets run over the inputs that are kept in test/fuzz/corpus,
 *	  and over every input that once was a finding.
 *
 * So each edge that fuzzing reached is reached again by every test run, under
 * ASan and UBSan too, with the same invariants.
 */
#include "helpers.h"

#include "../fuzz/check.c"

#define LLVMFuzzerTestOneInput run_scan
#define FUZZ_HEADER 1
#include "../fuzz/fuzz_scan.c"
#undef LLVMFuzzerTestOneInput
#define LLVMFuzzerTestOneInput run_inflect
int			run_inflect(const uint8_t *data, size_t size);
#include "../fuzz/fuzz_inflect.c"
#undef LLVMFuzzerTestOneInput
#define LLVMFuzzerTestOneInput run_query
int			run_query(const uint8_t *data, size_t size);
#include "../fuzz/fuzz_query.c"
#undef LLVMFuzzerTestOneInput
#define LLVMFuzzerTestOneInput run_terms
int			run_terms(const uint8_t *data, size_t size);
#include "../fuzz/fuzz_terms.c"
#undef LLVMFuzzerTestOneInput
#define LLVMFuzzerTestOneInput run_lexc
int			run_lexc(const uint8_t *data, size_t size);
#undef FUZZ_HEADER
#include "../fuzz/fuzz_lexc.c"

typedef int (*Target) (const uint8_t *data, size_t size);

#define MAX_INPUT 16384

/* Write a line of the corpus as bytes: \xNN, \n, \\ (test/fuzz/corpus.pl). */
static size_t
unpack(const char *line, uint8_t *out)
{
	size_t		n = 0;

	for (; *line != '\0' && *line != '\n' && n < MAX_INPUT; line++)
	{
		unsigned	byte;

		if (*line != '\\')
			out[n++] = (uint8_t) *line;
		else if (*++line == 'x' && sscanf(line + 1, "%2X", &byte) == 1)
		{
			out[n++] = (uint8_t) byte;
			line += 2;
		}
		else
			out[n++] = *line == 'n' ? '\n' : '\\';
	}
	return n;
}

static void
run_line(Target target, const char *line)
{
	static uint8_t bytes[MAX_INPUT];

	target(bytes, unpack(line, bytes));
}

/* Open a file of test/fuzz, seen from this one. */
static FILE *
open_lines(const char *name)
{
	char		path[4096];
	const char *here = __FILE__;
	FILE	   *f;

	snprintf(path, sizeof(path), "%.*s/../fuzz/%s",
			 (int) (strrchr(here, '/') - here), here, name);
	f = fopen(path, "rb");
	assert_non_null(f);
	return f;
}

static char line[4 * MAX_INPUT];

/* Run a target over what is kept for it. */
static void
run_corpus(const char *name, Target target)
{
	FILE	   *f = open_lines(name);
	int			n = 0;

	for (; fgets(line, sizeof(line), f) != NULL; n++)
		run_line(target, line);
	fclose(f);
	assert_true(n > 0);
}

static void
what_is_kept_of_scans_holds(void **state)
{
	(void) state;
	run_corpus("corpus/tokens.txt", run_scan);
	run_corpus("corpus/dates.txt", run_scan);
	run_corpus("corpus/names.txt", run_scan);
	run_corpus("corpus/statements.txt", run_scan);
	run_corpus("corpus/scan.txt", run_scan);
}

static void
what_is_kept_of_inflection_holds(void **state)
{
	(void) state;
	run_corpus("corpus/inflect.txt", run_inflect);
}

static void
what_is_kept_of_queries_holds(void **state)
{
	(void) state;
	run_corpus("corpus/query.txt", run_query);
}

static void
what_is_kept_of_terms_holds(void **state)
{
	(void) state;
	run_corpus("corpus/terms.txt", run_terms);
}

static void
what_is_kept_of_data_files_holds(void **state)
{
	(void) state;
	run_corpus("corpus/lexc.txt", run_lexc);
}

/* The target that a line of findings.txt names. */
static Target
target_of(const char *name, size_t len)
{
	static const struct
	{
		const char *name;
		Target		target;
	}			targets[] = {
		{"inflect", run_inflect}, {"query", run_query}, {"terms", run_terms},
		{"lexc", run_lexc}
	};

	for (size_t i = 0; i < LEN(targets); i++)
		if (strlen(targets[i].name) == len && memcmp(targets[i].name, name, len) == 0)
			return targets[i].target;
	return run_scan;
}

static void
what_once_was_a_finding_holds(void **state)
{
	FILE	   *f = open_lines("findings.txt");
	int			n = 0;

	(void) state;
	while (fgets(line, sizeof(line), f) != NULL)
	{
		const char *tab = strchr(line, '\t');

		if (*line == '#' || tab == NULL)
			continue;
		run_line(target_of(line, (size_t) (tab - line)), tab + 1);
		n++;
	}
	fclose(f);
	assert_true(n > 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_kept_of_scans_holds),
		cmocka_unit_test(what_is_kept_of_inflection_holds),
		cmocka_unit_test(what_is_kept_of_queries_holds),
		cmocka_unit_test(what_is_kept_of_terms_holds),
		cmocka_unit_test(what_is_kept_of_data_files_holds),
		cmocka_unit_test(what_once_was_a_finding_holds),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
