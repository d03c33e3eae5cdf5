"""The fold: proven pages become people, doses and stock.

Doubts are counted, never dropped. What lies where:

    in order         projector, events, openings, apply, change, rules, stumbling, late
    registrations    clients, people, contacts, staff
    doses            doses, dose_reading, dose_clients, dose_moves, doubles, stock
    corrections      amendments, order, unsaid
    what is proven   quarantine, shape, tally, digest
    tables           records, rows, stirred
"""
