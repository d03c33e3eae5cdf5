"""The ways out: Kannel over HTTP, SMPP, and a file for a telephone to send."""
