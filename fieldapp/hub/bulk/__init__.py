"""Everything at once for another system: asked for, written beside the server, fetched later."""
