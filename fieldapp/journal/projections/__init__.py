"""What the journal means today: tables that follow from its events alone and can be rebuilt."""
