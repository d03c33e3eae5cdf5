"""The central server: verify, store, fold, sign receipts.

Knows neither Qt nor the inside of a laptop. What lies where:

    pages come in      sync_answer, asking, bodies, no_nul, pages, hand_in, ingest, tree, claims,
                       receipts, stick, pulls
    laptops            enrolment, devices, practice, telephones, memberships, trust_list, packs/,
                       workbook/, keys
    what follows       fold/, changes/, edition, rebuild, second_set
    people             regions/, registry/, cards/, cases/, reactions/, erasure/
    next doses         due/, messages/, booking/, allocation/
    figures            daily/, coverage/, lots/, operating/, sync_log/, status, verify, words
    for others         web/, api/, bulk/, push/, exports/, paper, stamped
    the database       store, making, schema, columns, frame_table, upserts, migrations,
                       sqlite_file, postgres, server_pool, server_tables, server_rows,
                       database_roles, whose_database, settings, file_lock, whole_file
    the server         app, serve, workers, running, rounds, keeping_up, upkeep/, garbage
    moving, restoring  backup, put_back, unfinished, generation, copying, moving
    shared             errors
"""
