"""The schedule engine: what counts of the past, and when the next dose may be given.

The terms are those of CDC's CDSi logic: evaluate each prior dose (valid, not valid, extraneous,
duplicate, review, error), then forecast earliest, due, latest and overdue for the next one. No
rule stands in this code; they are all in a programme's file (`programme.py`).

    calendar.py   adding days, weeks, months, years (CALCDT-5)
    programme.py  a programme's rules, parsed
    case.py       what is asked: a person's facts on a day
    evaluate.py   prior doses, one by one
    forecast.py   the next dose
    advice.py     the desk's answer: GIVE, NOT YET, DO NOT GIVE, ASK

Conventions. The earliest date is the latest of all that must be waited for; the constraint that
decides it gives the reason. A first dose has no due date once the person is simply old enough,
unless the series is scheduled by age (`due_at_min_age`). What no rule answers is for a clinician:
eligible is None and there are no dates.
"""
