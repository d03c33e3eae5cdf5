"""What other systems may ask the hub for, and how they are known: by a token with scopes."""
