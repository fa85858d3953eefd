# mhars: the two commands of the README are `make demo` and `make test`.

SHELL := /bin/bash

.PHONY: demo test lint imports format build release torture fuzz bench simulate coverage gap-simulation docs clean tools

SWIFT ?= swift
DEMO := .build/demo
MHARS := .build/release/mhars
CHECKED := --explicit-target-dependency-import-check error

# Runs the main job on the sample school and says what to look at.
demo: release
	@mkdir -p $(DEMO)
	@echo "── The instruments and framework packs ──"
	@$(MHARS) check
	@echo; echo "── Staff survey, by role (also in $(DEMO)/staff.txt) ──"
	@$(MHARS) analyse SampleData/staff-wellbeing.csv --instrument staff-wellbeing --by role \
	  --population SampleData/staff-counts.csv > $(DEMO)/staff.txt
	@head -n 14 $(DEMO)/staff.txt
	@echo; echo "── Who may be isolated (all of it in $(DEMO)/isolated.txt) ──"
	@$(MHARS) analyse SampleData/trusted-peers.csv --instrument trusted-peers \
	  --roll SampleData/roll.csv > $(DEMO)/isolated.txt || test $$? -eq 2
	@head -n 44 $(DEMO)/isolated.txt
	@echo "  …"
	@tail -n 8 $(DEMO)/isolated.txt
	@echo; echo "── The component gap table (also in $(DEMO)/gaps.txt and gaps.json) ──"
	@$(MHARS) gaps $(GAPS) > $(DEMO)/gaps.txt || test $$? -eq 2
	@$(MHARS) gaps $(GAPS) --format json --output $(DEMO)/gaps.json || test $$? -eq 2
	@cat $(DEMO)/gaps.txt
	@echo; echo "── The same as an audit folder: $(DEMO)/larkfield ──"
	@rm -rf $(DEMO)/larkfield
	@$(MHARS) init $(DEMO)/larkfield --school "Larkfield Primary" --phase primary \
	  --round autumn-2026 --staff 42 --parents 190 > /dev/null
	@$(MHARS) roll import SampleData/roll.csv --audit $(DEMO)/larkfield
	@echo; $(MHARS) plan --audit $(DEMO)/larkfield > $(DEMO)/plan.txt
	@sed -n '/Before you begin/,/^$$/p' $(DEMO)/plan.txt
	@for source in staff-wellbeing pupil-safety parent-partnership trusted-peers; do \
	  $(MHARS) import SampleData/$$source.csv --instrument $$source --audit $(DEMO)/larkfield \
	    || exit 1; done
	@echo; $(MHARS) status --audit $(DEMO)/larkfield
	@$(MHARS) gaps --audit $(DEMO)/larkfield > $(DEMO)/audit-gaps.txt || test $$? -eq 2
	@cp SampleData/actions.yaml $(DEMO)/larkfield/actions.yaml
	@$(MHARS) actions --audit $(DEMO)/larkfield > $(DEMO)/actions.txt
	@echo; head -n 11 $(DEMO)/actions.txt; echo "  … (all of it in $(DEMO)/actions.txt)"
	@echo; $(MHARS) names --audit $(DEMO)/larkfield > $(DEMO)/names.txt || test $$? -eq 2
	@head -n 12 $(DEMO)/names.txt; echo "  …"
	@echo; echo "Look at: the playground above the table; leaders and staff on vision and values;"
	@echo "4 Elm, where a third did not answer; the written names that a person must decide."
	@echo "The audit folder is $(DEMO)/larkfield; try: $(MHARS) analyse --instrument trusted-peers \
	  --audit $(DEMO)/larkfield"
	@echo "Everything is in $(DEMO). SampleData/README.md says what was planted."

GAPS := SampleData/staff-wellbeing.csv SampleData/pupil-safety.csv \
  SampleData/parent-partnership.csv SampleData/trusted-peers.csv \
  --instrument staff-wellbeing --instrument pupil-safety --instrument parent-partnership \
  --instrument trusted-peers --roll SampleData/roll.csv \
  --population staff=42 --population pupils=240 --population parents=190

# Builds everything with the arrows between targets checked, and runs all tests.
test: tools
	$(SWIFT) build --build-tests $(CHECKED)
	$(SWIFT) test --skip-build --parallel

build: tools
	$(SWIFT) build $(CHECKED)

release: tools
	@$(SWIFT) build -c release --product mhars 2>&1 | grep -v '^\[' ; test $${PIPESTATUS[0]} -eq 0

lint: imports
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests

# A third-party package is imported only by the target that owns it.
imports:
	@! grep -rnE '^ *((public|internal|package) )?import (CLibCSV|CLibZip|FoundationXML)\b' \
	  Sources --include='*.swift' | grep -v '^Sources/Responses/'
	@! grep -rnE '^ *((public|internal|package) )?import (Yams)\b' Sources --include='*.swift' \
	  | grep -v '^Sources/Instruments/'
	@! grep -rnE '^ *((public|internal|package) )?import (ArgumentParser)\b' Sources \
	  --include='*.swift' | grep -v '^Sources/mhars/'
	@! grep -rnE '^ *((public|internal|package) )?import (GRDB|GRDBSQLite|CSQLiteLog)\b' Sources \
	  --include='*.swift' | grep -v '^Sources/Store/'
	@! grep -rnE '\b(try!|as!|fatalError)' Sources --include='*.swift'
	@! find Sources -name '*.swift' -exec awk 'END { if (NR > 400) print FILENAME, NR }' {} \; \
	  | grep .
	@echo "imports and file sizes are in order"

format:
	$(SWIFT) format --in-place --recursive Package.swift Sources Tests

# Kills, starves and damages audits, and holds what is left against what is promised.
torture: release
	@$(SWIFT) build -c release --product exports 2>&1 | grep -v '^\[' ; \
	  test $${PIPESTATUS[0]} -eq 0
	python3 Tests/Torture/torture.py --mhars $(MHARS) $(PARTS)

# Feeds every reader of foreign files with changed files, FUZZ_SECONDS each, under the address
# sanitizer; TARGETS names some of them, FUZZ_SEED another run.
FUZZ_SECONDS ?= 60
FUZZ_SEED ?= 1
FUZZING := --sanitize=address -Xswiftc -sanitize=fuzzer -Xcc -fsanitize=fuzzer-no-link \
  -Xswiftc -enable-testing -Xswiftc -Xclang-linker -Xswiftc -fuse-ld=lld
fuzz: tools
	@mkdir -p .build
	@MHARS_FUZZ=1 $(SWIFT) build -c release --product fuzz --scratch-path .build/fuzz $(FUZZING) \
	  > .build/fuzz.log 2>&1 || { cat .build/fuzz.log; exit 1; }
	@python3 Tests/Fuzz/fuzz.py --seconds $(FUZZ_SECONDS) --seed $(FUZZ_SEED) $(TARGETS)

# Times mhars beside a plain C program on libcsv and, where they can be installed, other tools.
bench: release
	python3 Tests/Benchmarks/bench.py --mhars $(MHARS)

# Holds the formulas of Sociometry against draws by lot, and says how often the evidence bands are
# right; RECORD=1 writes that table into docs/methods/isolation.md.
simulate:
	@$(SWIFT) build -c release --product simulate 2>&1 | grep -v '^\[' ; \
	  test $${PIPESTATUS[0]} -eq 0
	@.build/release/simulate

# Says how often each interval of the library holds the truth, in schools whose answers are known;
# RECORD=1 writes that table into docs/methods/coverage.md.
coverage:
	@$(SWIFT) build -c release --product simulate 2>&1 | grep -v '^\[' ; \
	  test $${PIPESTATUS[0]} -eq 0
	@.build/release/simulate coverage

# Says how often the gap table is right about schools whose truth is known: gaps flagged that are not
# there, wrong bands, planted gaps found, intervals; ends with 1 where an aim is missed. RECORD=1 writes
# the table into docs/methods/gaps.md; DRAWS=10000 draws each school so often.
gap-simulation:
	@$(SWIFT) build -c release --product simulate 2>&1 | grep -v '^\[' ; \
	  test $${PIPESTATUS[0]} -eq 0
	@.build/release/simulate gaps

# Writes the reference of each library as a website under .build/docs.
docs: tools
	@mkdir -p .build/docs
	@for target in Diagnostics Statistics Sociometry Instruments Responses Analysis Store Reports; do \
	  $(SWIFT) package --allow-writing-to-directory .build/docs/$$target generate-documentation \
	    --target $$target --output-path .build/docs/$$target || exit 1; \
	done

clean:
	rm -rf .build

# Installs what the build and the torture need and the machine lacks: libcsv, libzip and SQLite with
# their headers, the library that the toolchain's XML parser loads, Python, a C compiler.
tools:
	@command -v $(SWIFT) > /dev/null || { \
	  echo "mhars needs a Swift toolchain, 6.2 or later: https://www.swift.org/install/linux"; exit 1; }
	@missing=; \
	test -e /usr/include/csv.h || missing="$$missing libcsv-dev"; \
	test -e /usr/include/zip.h || missing="$$missing libzip-dev"; \
	/sbin/ldconfig -p | grep -q 'libxml2\.so' || missing="$$missing libxml2"; \
	test -e /usr/include/sqlite3.h || missing="$$missing libsqlite3-dev"; \
	command -v python3 > /dev/null || missing="$$missing python3"; \
	command -v cc > /dev/null || command -v clang > /dev/null || command -v gcc > /dev/null \
	  || missing="$$missing gcc libc6-dev"; \
	test -z "$$missing" || { \
	  echo "installing$$missing"; \
	  sudo=$$(test "$$(id -u)" -eq 0 || echo sudo); \
	  { $$sudo apt-get install -y $$missing > /dev/null 2>&1 \
	    || { $$sudo apt-get update && $$sudo apt-get install -y $$missing; }; } \
	  || { echo "could not be installed:$$missing; install by hand"; exit 1; }; }
