"""Seats that people book beforehand: what is offered, who has one, until when it is kept."""
