"""Cases: what of the records only a person can decide, and what was decided.

What a case is follows from the records: the fold, which finds it, keeps `found_case` (a view), and
whoever publishes rosters keeps `judged_case` for what only a programme can say. A case's id is a
hash of its kind and of the records it is about, so it is the same in every rebuild.

What was decided is truth: `case_decision` is only ever added to, and a later row undoes an earlier
one. Decisions are read by the fold like events: who is who, which of two records counts and what
counts for nothing follows from the events and the decisions that are in force, whatever the order
in which they came. So a decision changes no record, settling anew the people it concerns is all
that making or undoing one takes, and tables made anew are the same as those that were kept. Where a
process that answers pages may not fold, whoever folds carries the decision out a moment later.

Each decision keeps a digest of the facts it was made on. Where late records or corrections change
them, the decision stays and the case is found again, as reopened.
"""
