"""CDC's CDSi logic: judge a history and look ahead by antigens, from CDC's own supporting data.

    length.py            lengths of time as CDSi writes them
    series.py            an antigen's series and rules
    supporting_data.py   the antigens, and what is said across them
    element.py           typed values out of XML; antigen_file.py, schedule_file.py read the files
    person.py            who is asked about
    track.py             a series under way; evaluate.py judges the doses given (chapter 6),
                         skip.py and live.py hold two of its rules
    forecast.py          the next dose of a series (chapter 7)
    select.py            which series speaks for the person (chapter 8), by the points of score.py
    assess.py            the answer of a vaccine group (chapter 9)
    published_case.py    a published test case beside our answer; explain.py why they may differ

Why this stands beside `domain/schedule`: that engine answers the desk's question, *may this product
be given to this person now*, for programmes that name one course a product. It knows platforms and
makers, the conditions of the screening, and refuses to guess: what its source leaves open is for
review. CDSi asks another question of other data: every antigen has several series that compete,
target doses are skipped, doses inside days of grace count, and nothing is ever for review. Neither
can be written in the other's rules without losing what it is trusted for. What is the same in both,
the calendar, is shared.
"""
