"""Messages to people whose next dose is due: whom, what, when, through which gateway, and never
twice."""
