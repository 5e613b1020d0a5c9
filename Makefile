# tribuna: the menu.  `make help` prints it.
#
# The core (src/base, src/lex, src/core) is plain C, compiled once and linked
# into the module, the host tools and the unit tests.  Only src/pg sees the
# server's headers, and only what needs the server needs pg_config.

EXTENSION  = tribuna
MODULE_big = tribuna

# where the sources are: "." unless this is a build outside of the tree
top     := $(patsubst %/,%,$(dir $(firstword $(MAKEFILE_LIST))))
TB_VERSION := $(shell sed -n "s/^default_version *= *'\(.*\)'/\1/p" $(top)/tribuna.control)

ifndef PG_CONFIG
PG_CONFIG := $(shell sh $(top)/tool/pg_config.sh)
endif

# ---------------------------------------------------------------- the floors

sources   = $(wildcard $(top)/src/$(1)/*.c)
objects   = $(patsubst $(top)/src/%.c,$(1)/%.o,$(2))
CORE_SRC := $(call sources,base) $(call sources,lex) $(call sources,core)
PG_SRC   := $(call sources,pg)
CORE_OBJ := $(call objects,build/obj,$(CORE_SRC))
PG_OBJ   := $(call objects,build/obj,$(PG_SRC))
ASAN_OBJ := $(call objects,build/asan,$(CORE_SRC))
IMAGE    := build/lexicon.bin
IMAGE_OBJ := build/obj/lex/image.o
LEXC_SRC := $(wildcard $(top)/tool/lexc*.c)
LEXC_OBJ := $(filter build/obj/base/% build/obj/lex/%,$(CORE_OBJ)) \
	$(patsubst $(top)/tool/%.c,build/obj/tool/%.o,$(LEXC_SRC))

UNITS     := $(sort $(patsubst $(top)/test/unit/%.c,%,$(wildcard $(top)/test/unit/test_*.c)))
UNIT_BIN  := $(addprefix build/unit/,$(UNITS))
ASAN_BIN  := $(addprefix build/asan/unit/,$(UNITS))

OBJS        = $(CORE_OBJ) $(IMAGE_OBJ) $(PG_OBJ)
SCRIPT      = build/tribuna--$(TB_VERSION).sql
FRAGMENTS  := $(sort $(wildcard $(top)/src/sql/*.sql))
# install scripts of earlier versions; from each one step leads to this version
EARLIER    := $(wildcard $(top)/src/sql/upgrade/tribuna--*.sql)
UPGRADES    = $(EARLIER:$(top)/src/sql/upgrade/%.sql=build/%--$(TB_VERSION).sql)
DATA        = $(EARLIER:$(top)/%=%)
DATA_built  = $(SCRIPT) $(UPGRADES)
EXTRA_CLEAN = build
SHLIB_LINK  = -lstemmer
SUITES     := $(sort $(notdir $(basename $(wildcard $(top)/sql/*.sql))))
REGRESS    ?= $(SUITES)
REGRESS_OPTS = --inputdir=$(top) --load-extension=tribuna --encoding=UTF8
export TB_TOP := $(shell cd "$(top)" && pwd)

WARNINGS    = -Wall -Wextra
CORE_CFLAGS = -std=gnu11 -O2 -g -fPIC -fvisibility=hidden $(WARNINGS) -I$(top)/src -MMD -MP $(COPT)
ASAN_CFLAGS = -std=gnu11 -O1 -g $(WARNINGS) -I$(top)/src -MMD -MP \
	-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
HOST_CC     = $(CC)
TEST_LIBS   = -lcmocka -lstemmer -lm

# ------------------------------------------------------------------ the menu

.DEFAULT_GOAL := all

.PHONY: $(shell sed -n 's/^\([a-z-]*\):.*## .*/\1/p' $(top)/Makefile)
help: ## print this menu
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1\t\2/p' $(top)/Makefile | \
		awk -F'\t' '{ printf "  make %-13s %s\n", $$1, $$2 }'
	@echo "  one test alone:    make unit T=date    make regress REGRESS=dates"
	@echo "  another server:    make PG_CONFIG=/usr/lib/postgresql/17/bin/pg_config"

all: ## build the module, its script and the host tools
install: ## install the extension into the server of pg_config (as root)
uninstall: ## remove it from there

demo: ## set up what is missing, install, load samples, show what tribuna does
	@cd $(top) && bash tool/demo.sh

demo-stop: ## stop and remove the demo's cluster
	@cd $(top) && bash tool/demo.sh stop

demo-shards: ## search one table over three private clusters, with the plans
	@cd $(top) && bash tool/shards.sh show

test: ## set up, install system-wide, run every test on a private cluster
	@cd $(top) && bash tool/test.sh

unit: ## run the unit tests (one: T=date)
	@$(MAKE) -s -f $(firstword $(MAKEFILE_LIST)) build-unit
	@bash $(top)/tool/unit.sh build/unit $(if $(T),test_$(T:test_%=%),$(UNITS))

asan: ## run the unit tests under ASan and UBSan (one: T=date)
	@$(MAKE) -s -f $(firstword $(MAKEFILE_LIST)) build-asan
	@bash $(top)/tool/unit.sh build/asan/unit $(if $(T),test_$(T:test_%=%),$(UNITS))

regress: ## run the SQL suites on a private cluster (one: REGRESS=dates)
	@cd $(top) && bash tool/regress.sh $(REGRESS)

lint: ## check the floors, exported symbols, versions and scripts
	@cd $(top) && $(MAKE) -s all && bash tool/lint.sh

fuzz: build/lexc $(IMAGE) ## fuzz the core under sanitizers (FUZZ_SECONDS=180)
	@bash $(top)/tool/fuzz.sh seconds $(or $(FUZZ_SECONDS),180)

fuzz-long: build/lexc $(IMAGE) ## the same for so many million runs (FUZZ_RUNS=20)
	@bash $(top)/tool/fuzz.sh runs $(or $(FUZZ_RUNS),20)

test-server: ## interrupts, crashes, replication, dumps, encodings, limits (T=interrupt)
	@cd $(top) && bash tool/server.sh $(T)

doctest: ## run the examples of the documents (one: DOC=docs/etl.md)
	@cd $(top) && bash tool/docs.sh $(DOC)

load: ## load 100,000 documents, kill it midway, go on, dump, restore (COUNT=)
	@cd $(top) && bash tool/load.sh $(or $(COUNT),100000)

report: ## draw the sample documents as one HTML page (needs npm)
	@cd $(top) && bash tool/report.sh

test-report: ## open that page in headless Chromium, wide and narrow; screenshots
	@cd $(top) && bash tool/report.sh test

bench: ## measure speed: core scan in MB/s, functions against stock russian
	@cd $(top) && bash bench/run.sh

bench-core: ## count instructions a byte with callgrind: repeatable on a busy machine
	@cd $(top) && bash bench/count.sh

test-shards: ## check that shards answer like one server (seconds)
	@cd $(top) && bash tool/shards.sh

test-clients: ## ask the same through psycopg 3, JDBC, node-postgres and ODBC
	@cd $(top) && bash tool/clients.sh

test-versions: ## test on PostgreSQL 15, 17 and 18, in Debian trees (as root)
	@cd $(top) && bash tool/versions.sh

test-dist: ## unpack what dist packs; build it there and beside; DESTDIR
	@cd $(top) && bash tool/dist-test.sh

deb: ## build Debian packages into build/deb, checked by lintian
	@cd $(top) && bash tool/deb.sh

test-deb: ## build, test, install and test them in a Debian tree (as root)
	@cd $(top) && bash tool/deb-test.sh

setup: ## install the packages that are missing (apt)
	@cd $(top) && bash tool/setup.sh

tools: build/lexc build/scan ## build the host tools: lexc and scan

clean: ## remove what was built

dist: ## pack the committed tree into build/tribuna-VERSION.zip
	@mkdir -p build
	git -C $(top) archive --format=zip --prefix=tribuna-$(TB_VERSION)/ \
		-o $(CURDIR)/build/tribuna-$(TB_VERSION).zip HEAD

# --------------------------------------------------------------- the server

ifneq ($(wildcard $(PG_CONFIG)),)
PGXS := $(shell $(PG_CONFIG) --pgxs)
endif
ifneq ($(wildcard $(PGXS)),)
# bitcode of code that holds the image would be assembled again at run time
override with_llvm := no
include $(PGXS)
# sources are named in full; what a build in the tree left is no target here
override VPATH :=
srcdir := $(top)
vpath %.control $(top)
PG_CFLAGS_GLUE = -fvisibility=hidden $(WARNINGS) \
	-isystem $(includedir_server) -I$(top)/src -MMD -MP -DTB_VERSION='"$(TB_VERSION)"'
ifneq ($(findstring clang,$(CC)),)
PG_CFLAGS_GLUE += -Wno-unknown-warning-option -Wno-ignored-optimization-argument
endif
else
ifneq ($(filter all install uninstall lint,$(or $(MAKECMDGOALS),all)),)
$(error no server development files found: run "make setup", or give PG_CONFIG=.../pg_config)
endif
clean:
	rm -rf build tribuna.so
endif

all: tools

# ---------------------------------------------------------------- the rules

$(CORE_OBJ): build/obj/%.o: $(top)/src/%.c
	@mkdir -p $(@D)
	$(HOST_CC) $(CORE_CFLAGS) -c -o $@ $<

# another server, compiler or version: what was made for the last one is stale
build/server: FORCE
	@mkdir -p $(@D)
	@echo "$$($(PG_CONFIG) --version) $(CC) $(COPT) $(TB_VERSION)" > $@.new
	@cmp -s $@.new $@ && rm $@.new || mv $@.new $@

.PHONY: FORCE
FORCE:

$(PG_OBJ): build/obj/%.o: $(top)/src/%.c build/server
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(CFLAGS_SL) $(CPPFLAGS) $(PG_CFLAGS_GLUE) -c -o $@ $<

build/obj/tool/%.o: $(top)/tool/%.c
	@mkdir -p $(@D)
	$(HOST_CC) $(CORE_CFLAGS) -c -o $@ $<

build/lexc: $(LEXC_OBJ)
	$(HOST_CC) -o $@ $^ -lstemmer

# written aside and moved: a failed lexc leaves no half image
$(IMAGE): build/lexc $(wildcard $(top)/data/*.tsv)
	build/lexc -o $@.new $(filter %.tsv,$^)
	@mv $@.new $@

$(IMAGE_OBJ): $(top)/src/lex/lexicon.S $(IMAGE)
	@mkdir -p $(@D)
	$(HOST_CC) -DTB_IMAGE='"$(IMAGE)"' -c -o $@ $<

build/scan: build/obj/tool/scan.o $(CORE_OBJ) $(IMAGE_OBJ)
	$(HOST_CC) -o $@ $^ -lstemmer

build/probe: $(top)/test/lexicon/probe.c $(CORE_OBJ) $(IMAGE_OBJ)
	$(HOST_CC) $(CORE_CFLAGS) -o $@ $< $(CORE_OBJ) $(IMAGE_OBJ) -lstemmer

$(SCRIPT): $(FRAGMENTS) $(top)/tribuna.control
	@mkdir -p $(@D)
	cat $(filter %.sql,$^) > $@.new
	@mv $@.new $@

$(UPGRADES): build/tribuna--%--$(TB_VERSION).sql: $(FRAGMENTS) \
		$(wildcard $(top)/src/sql/upgrade/from-*.sql) $(top)/tool/upgrade.awk $(top)/tribuna.control
	@mkdir -p $(@D)
	awk -v from=$* -f $(top)/tool/upgrade.awk \
		$(wildcard $(top)/src/sql/upgrade/from-$*.sql) $(FRAGMENTS) > $@.new
	@mv $@.new $@

.PHONY: build-unit build-asan
build-unit: $(UNIT_BIN)
build-asan: $(ASAN_BIN)

$(UNIT_BIN): build/unit/%: $(top)/test/unit/%.c $(CORE_OBJ) $(IMAGE_OBJ)
	@mkdir -p $(@D)
	$(HOST_CC) $(CORE_CFLAGS) -o $@ $< $(CORE_OBJ) $(IMAGE_OBJ) $(TEST_LIBS)

$(ASAN_OBJ): build/asan/%.o: $(top)/src/%.c
	@mkdir -p $(@D)
	$(HOST_CC) $(ASAN_CFLAGS) -c -o $@ $<

$(ASAN_BIN): build/asan/unit/%: $(top)/test/unit/%.c $(ASAN_OBJ) $(IMAGE_OBJ)
	@mkdir -p $(@D)
	$(HOST_CC) $(ASAN_CFLAGS) -o $@ $< $(ASAN_OBJ) $(IMAGE_OBJ) $(TEST_LIBS)

build/bench/core: $(top)/bench/core.c $(CORE_OBJ) $(IMAGE_OBJ)
	@mkdir -p $(@D)
	$(HOST_CC) $(CORE_CFLAGS) -o $@ $< $(CORE_OBJ) $(IMAGE_OBJ) -lstemmer

-include $(wildcard build/obj/*/*.d build/asan/*/*.d build/unit/*.d build/asan/unit/*.d build/bench/*.d)
