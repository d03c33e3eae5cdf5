"""Who is due a next dose, kept up to date person by person, so that no page reads everybody."""
