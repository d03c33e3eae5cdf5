"""How a fact is written down so that it can be proven (VX1); README.md has it byte for byte.

Pure, and shared by laptop and hub. What lies where:

    facts               facts/, events, codes, dates, client_codec, reaction_codec, fields, cbor
    pages               frame, chain, seal, bundle, columns, column, planes, primer, erasing
    laptop and hub      messages, request_auth, signed, receipt, road, trust, beacon
    joining             enrolment, enrol_code, enrol_line, invitation, pack, lease, membership,
                        spelled
    what comes down     segment, roster_messages, roster_people, roster_file, registry/,
                        recalls, erasures, bookings
    two laptops         neighbour, handshake
    on paper, in files  health_card/, statement, workbook
    shared              errors
"""
