"""What the hub sends to another system's FHIR server by itself: whatever changed, and again after
any failure without harm."""
