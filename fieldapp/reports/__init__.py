"""What supervisors read: plain records in, tables and files out. Knows no journal and no screen."""
