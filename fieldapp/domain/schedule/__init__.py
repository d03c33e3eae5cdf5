"""The schedule engine: what counts of the past, and when the next dose may be given.

The terms are those of CDC's CDSi logic: evaluate each prior dose (valid, not valid, extraneous,
duplicate, review, error), then forecast earliest, due, latest and overdue for the next one. No
rule stands in this code; they are all in a programme's file.

    calendar.py        adding days, weeks, months, years (CALCDT-5)
    programme.py       a programme's rules; programme_file.py and reader.py read them from a file
    case.py            what is asked and what is answered
    kinds.py           whether a product may take part in a series
    course.py          what of a history counts so far
    evaluate.py        prior doses, one by one
    waits.py           all that the next dose must wait for
    forecast.py        the next dose
    history.py         which doses belong to which course
    advice.py          the desk's answer: GIVE, NOT YET, DO NOT GIVE, ASK

Conventions
-----------
Earliest is the last of all that must be waited for; the wait that decides it gives the reason.
With nothing to wait for it is the birth date. No grace period is applied.

Due. A first dose has no due date once the person is simply old enough, unless the series is
scheduled by age (`due_at_min_age`); while something else is waited for, due is earliest. A later
dose is due at its `due_interval`, never before earliest; at earliest where the programme names no
such interval; and has none where the source names a span without a day (`no_due_date`).

Latest is the end of the target span from the last valid dose, or from the first. It is null for a
first dose, and after an infection that the programme has a rule for: the target has lapsed. A
distance that ends after latest wins (EARLIEST_AFTER_LATEST); overdue means the visit is after
latest. A late dose is still given and nothing restarts (LATE_CONTINUE).

Prior doses are judged oldest first; of several of one day the first given counts, another of the
same product is a duplicate, of another product for review. A dose that does not count leaves the
dose number where it was; the next keeps the programme's distance from it. What comes too soon and
meets no early rule is for review. Other kinds of vaccine inside a course are for review, after it
they are surplus.

Null is never guessed over. An impossible fact (INVALID_HISTORY), a history under review, an age
without a rule, an unknown birth date where age matters, or a product without a series gives
eligible null and no dates. A condition that needs a clinician gives eligible null with the dates
of the course. A contraindication, a deferral or the wrong vaccine in hand also leave the dates. A
complete series has no dates and no dose number.
"""
