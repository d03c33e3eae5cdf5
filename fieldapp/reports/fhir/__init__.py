"""FHIR R4 (4.0.1): plain records in, resources as JSON objects out. Knows no storage, no link."""
