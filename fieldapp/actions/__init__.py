"""What people do: one verb a file, one transaction a verb.

Windows and command line call the same verbs. What lies where:

    who is it   identify, find_client, known_client, known_history, named_client,
                registry_history, seen_today, booked
    a person    register_client, register_without_papers, find_duplicates, link_clients,
                amend_client, person_records
    a dose      consult, vial_scan, open_vial, take_vial, record_dose, record_elsewhere,
                record_late_dose, record_not_given, amend_dose, void_dose, today
    after it    watch_board, end_watch, not_released, report_reaction, aefi_codes, card/,
                vaccination_card, fee_rules, settle_fee, receipt_slip
    a session   start_operation, open_session, session_standing, load_vials, count_box,
                vials_at_end, close_session, session_summary, sign_summary, booked_day,
                note_attended
    stock       stock/, stock_rules, cold_chain/
    next doses  calls/
    the hub     enrol, enrol_by_stick, certificate, sync_now, take_from_stick, bring_registry,
                beacon, status, overview, put_aside
    neighbours  await_neighbours, meet_neighbours
    files       backlog/, workbook/, export_reports, export_fhir, export_aefi, export_sessions,
                export_stock
    the laptop  set_up, people, permission, doctor/, battery, disk_encryption, system_clock,
                moments, which_build, practice, made_up
    rules       programme, programme_case, published_cases, cdsi_data, cdsi_workbook
"""
