"""What one laptop remembers: encrypted, append-only, provable.

Facts go in by `journal` and nowhere else. What lies where:

    a home           home, new_home, files, process_lock, anchor, incidents, ballast, settings
    who may open it  keyslots, device_secrets, pin_delay, staff
    the truth        journal, writer, entries, database, schema, migrations, pages, verify,
                     errors
    what follows     projections/, rebuild
    people           clients, name_terms, links, corrections, drafts
    doses            doses, session_doses, erased_doses, vials, watches, watched_note,
                     reactions, fees
    sessions, stock  sessions, stock, lots, temperatures
    next doses       due, due_told, calls, attended
    the hub          hub_link, asked, attempts, confirmed, standing, tally, leases, issuing,
                     trusted, signed_lists, recalls, roster/, registry, registry_arrival,
                     erasure/
    neighbours       neighbours, memberships, parcels, homebound, sightings
    copies           backup, second_copy, copy_tail, copy_return
"""
