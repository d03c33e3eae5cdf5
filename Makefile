# Each target sets up what is missing first; the work itself is in tools/ (Windows: python -m tools VERB).
# make test ARGS="-k dose" hands more on; PYTHON=python3.12 picks another Python for a new .venv.
PYTHON ?= python3
SEEDS ?= 2000
SECONDS ?= 60
EACH ?= 4

.PHONY: run test lint bench package package-same package-check deb audit lock camera setup simulate simulate-mutants fuzz sweep screenshots guides
run test lint bench package package-same package-check deb audit lock camera setup screenshots guides:
	@$(PYTHON) -m tools $@ $(ARGS)
simulate simulate-mutants:
	@$(PYTHON) -m tools $@ --seeds $(SEEDS) $(ARGS)
fuzz:
	@$(PYTHON) -m tools $@ --seconds $(SECONDS) $(ARGS)
sweep:
	@$(PYTHON) -m tools $@ --each $(EACH) $(ARGS)
