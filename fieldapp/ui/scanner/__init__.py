"""The scanner's corner: what arrives from a scanner, and reading codes with a camera or a photo."""
