"""What people see: PySide6.

A screen asks by signals and never acts; a flow joins it to the actions. What lies where:

    rooms            desk/, watch/, calls/, stock/, session/, sync_screen
    pages over them  records/, bookings/, people/, scanner/, doctor/, guide/, help_page, print/
    before them      set_up/, lock_screen, idle, practice_band
    the app          app, keeper, main_window, work, turns, rooms, room_stack, frame, strips,
                     truth_cell, garbage
    flows            flow, lane_flow, journal_work, background, listening, sync_flow,
                     stick_flow, copy_flow, neighbour_flow
    the sync room    road_card, stick_card, copy_card, neighbour_card, drives
    forms            form_page, form_fields, form_values, field_grid, drop_down
    parts            widgets, body, pill, told, lines_model, lines_table, side_by_side,
                     wrapping, measure, keys, look_keys, icons, announce, position
    words            words, catalogue_words, error_words, legal_basis_words, met_words,
                     recall_words
    looks            appearance, theme, language, preferences
    faults           bugs
"""
