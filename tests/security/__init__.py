"""What SECURITY.md promises, tried by somebody who looks for what must not be found."""
