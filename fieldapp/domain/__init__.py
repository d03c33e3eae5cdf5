"""What is true about vaccination.

Knows no clock, no file and no screen: the standard library alone. What lies where:

    people           client, birth_date, documents/, roles, made_up
    scans            scan, likely_kinds, scan_trouble, gs1, gs1_identifiers, trace_code
    vaccines         vaccine, lot, open_vial, vial_advice, stock, stock_rules, storage,
                     cold_chain
    rules            schedule/, cdsi/, screening, dose_numbers, due, demand
    a dose           immunization, watch, adverse_event, fees, receipt_number
    a session        operation, reconciliation
    reaching people  booking, call, message, sms
    shared           clock, errors, backoff
"""
