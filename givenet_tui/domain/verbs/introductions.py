"""What may be done with an introduction: ask the two, write down what they said, introduce somebody else."""

from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Change, edited
from givenet_tui.domain.introductions import refuse_asking, with_asking
from givenet_tui.domain.moment import Moment
from givenet_tui.domain.offers import AskStatus, Offer

SAID: dict[AskStatus, str] = {"asked": "was asked", "yes": "said yes", "no": "would rather not"}


def ask(book: Book, moment: Moment, /, offer_id: int, person_id: int, status: AskStatus) -> Change:
    """Write down that one of the two was asked today, or what they said.

    The offer is offered by it once both were asked, and accepted once both said yes.
    """
    offer = book.get(Offer, offer_id)
    refuse_asking(book, offer, person_id, status)
    after = with_asking(offer, person_id, status, moment.today)
    went_on = f", and the introduction {after.status}" if after.status != offer.status else ""
    return edited(f"{book.person(person_id).name}: {SAID[status]}{went_on}", offer, after)
