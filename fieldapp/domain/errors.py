"""What an expected failure is: what happened, what is safe, what to do now.

A rule saying "no" is a value, not an error; anything that is not a FieldAppError is a bug.
"""

from __future__ import annotations


class FieldAppError(Exception):
    """Something expected went wrong; `str()` is the sentence for a person.

    Subclasses set the three sentences; `{name}` in `happened` is filled from the keyword
    arguments, which must hold no personal data: they are also what the log gets.
    """

    happened = "The operation could not be completed."
    safe = "Everything recorded so far is still saved."
    next_step = "Try again, or call your supervisor."

    def __init__(self, **details: object) -> None:
        self.details = details
        self.happened = self.happened.format(**details)
        super().__init__(f"{self.happened} {self.safe} {self.next_step}")
