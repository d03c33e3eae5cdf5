"""What can go wrong when a lot is recalled, in words for the supervisor."""

from __future__ import annotations

from fieldapp.hub.errors import HubError


class BadRecall(HubError):
    """No lot, no product or no reason was named."""

    happened = "A recall needs a product, the number of a lot, and a reason."
    safe = "Nothing was changed: no lot was recalled or released."
    next_step = "Fill in all three and press the button again."


class RecallStands(HubError):
    """Somebody else was faster, or a page of yesterday was pressed again."""

    happened = "Lot {lot} does not stand as this page showed it any more."
    safe = "Nothing was changed."
    next_step = "Look at the lot again: it says who decided what, and when."


class TooManyRecalls(HubError):
    """One list must fit through every link."""

    happened = "{most} lots are recalled at once: more do not fit into the list for the laptops."
    safe = "Nothing was changed; the recalls in force stay."
    next_step = "Lift recalls of lots that expired long ago, then recall this one."
