"""The offers of the sample in the months gone by: for each, the day of its month, who, what, and what came of it."""

from typing import NamedTuple

from givenet_tui.demo import who
from givenet_tui.domain.offers import OfferStatus


class Given(NamedTuple):
    """An offer of a month gone by, and the day of the month (1 to 28) on which it ended."""

    day: int
    person: int
    what: str
    outcome: str = ""
    status: OfferStatus = "done"
    carried: bool = False
    """Carried into this month from the one before."""


RAISED_UP: tuple[tuple[Given, ...], ...] = (
    (
        Given(12, who.ADA, "Read the proofs of Note G", "she used every comment"),
        Given(6, who.MARY_J, "Go through the night-school form with her"),
        Given(3, who.HEDY, "Find the engineer who filed the 1942 patent", "he is in Ohio, and answers", carried=True),
        Given(14, who.DOROTHY, "Bring two boxes of punched cards for the class"),
        Given(9, who.MARY_S, "Type the index of the new book"),
    ),
    (
        Given(21, who.RADIA, "Record the poem about trees in one take", "it was played at the conference"),
        Given(4, who.GRACE, "Write the glossary of the manual"),
        Given(17, who.JOAN, "Photograph forty coins for the paper"),
        Given(25, who.KAREN, "Send three names of newcomers who write well", "two of them are in the issue"),
        Given(11, who.MARY_K, "Ask the bank for its old computer", "they gave two"),
    ),
    (
        Given(8, who.HENRIETTA, "Pack the cracked plates for the glazier"),
        Given(19, who.CHARLES, "Measure the missing gear at the museum", "it was never missing"),
        Given(26, who.HEDY, "Read the contract and mark what is unclear"),
        Given(3, who.ANNIE, "Drive the ski bus for one weekend"),
        Given(15, who.EMMY, "Introduce her to the dean over tea", status="declined"),
    ),
    (
        Given(5, who.ALAN, "Time the hill runs and send the table", "four minutes faster since"),
        Given(12, who.BARBARA, "Comment on the chapter about iterators"),
        Given(22, who.KATHERINE, "Look after the garden while they are away"),
    ),
    (
        Given(2, who.EMMY, "Translate the petition into English"),
        Given(9, who.ADA, "Draw the table of operations in ink", "it hangs above her desk"),
        Given(16, who.CLAUDE, "Build a second floor for the maze"),
        Given(23, who.MARY_J, "Introduce her to an engineer of the tunnel"),
        Given(27, who.JOHN, "Type the rejected drafts, to keep them"),
    ),
    (
        Given(6, who.DOROTHY, "Prepare the first three lessons with her"),
        Given(11, who.KATHERINE, "Check one trajectory by hand"),
        Given(18, who.JOAN, "Ask the museum for a morning in the back room", "they gave a week"),
        Given(24, who.RADIA, "Send the guest list of the poetry slam"),
        Given(28, who.GRACE, "Sit through the talk with a stopwatch"),
        Given(20, who.KONRAD, "Frame two of the paintings", status="let_go"),
    ),
    (
        Given(3, who.ALAN, "Find a physiotherapist who runs", "he runs again"),
        Given(10, who.MARY_K, "Repair the projector of the classroom"),
        Given(14, who.CHARLES, "Write to the foundry about the brass"),
        Given(21, who.ANNIE, "Proofread the launch report"),
        Given(26, who.HENRIETTA, "Copy the Magellanic list, twice"),
    ),
    (
        Given(7, who.ADA, "Lend the book about looms"),
        Given(13, who.CLAUDE, "Bring the lettuce"),
        Given(19, who.MARY_S, "Read two chapters aloud with her"),
        Given(25, who.HEDY, "Find a lawyer who knows radio"),
    ),
    (
        Given(4, who.MARY_J, "Ask the city how the permission works"),
        Given(9, who.NEUMANN, "Send the weather tables of April"),
        Given(15, who.KAREN, "Set up the mailing list for the issue"),
        Given(20, who.GRACE, "Wind a hundred wires for the students"),
        Given(26, who.EMMY, "Lend the lecture hall key"),
    ),
    (
        Given(5, who.JOAN, "Scan the catalogue of 1882"),
        Given(11, who.BARBARA, "Take notes in the reading group"),
        Given(17, who.KATHERINE, "Send the book of sea charts"),
        Given(22, who.DOROTHY, "Ask the library for two manuals"),
        Given(27, who.JOHN, "Comment on the paper about algebra"),
    ),
    (
        Given(6, who.CHARLES, "Oil the demonstration piece"),
        Given(12, who.ADA, "Walk through the flying-machine sums", "all but one were right"),
        Given(18, who.ANNIE, "Carry the skis"),
        Given(23, who.HENRIETTA, "Send the list of bright stars"),
    ),
)
"""Raise up: last month first, then the one before it."""

BEEN_A_RESOURCE: tuple[tuple[Given, ...], ...] = (
    (
        Given(10, who.FRANCES, "Carry the projector to the lecture"),
        Given(7, who.JOHN, "Find the page that fell out of the report", "it was in my copy"),
        Given(13, who.KAREN, "Review one paper in three days"),
        Given(2, who.MARY_S, "Compare the two translations"),
    ),
    (
        Given(3, who.DONALD, "Check the answers of section 7.2"),
        Given(10, who.BARBARA, "Test the examples of chapter 2", "three did not compile"),
        Given(16, who.GRACE, "Sort the slides by year"),
        Given(22, who.FRANCES, "Reserve the hut for the climb"),
        Given(27, who.EDSGER, "Copy ten numbered notes in ink"),
    ),
    (
        Given(5, who.KAREN, "Draft the call for papers"),
        Given(13, who.DONALD, "Send the list of misprints of volume 3", "a cheque came, over 2.56"),
        Given(20, who.MARY_S, "Fetch the reviews from the archive"),
        Given(27, who.JOHN, "Run the old compiler once more"),
    ),
    (
        Given(9, who.FRANCES, "Scan the slides of the 1966 talk"),
        Given(17, who.BARBARA, "Chair one session of the workshop"),
    ),
    (
        Given(4, who.GRACE, "Write the minutes of the committee"),
        Given(8, who.DONALD, "Tune the lowest rank of the organ"),
        Given(14, who.KAREN, "Find a printer for the preprints"),
        Given(19, who.CLAUDE, "Measure the redundancy of the manual"),
        Given(25, who.JOHN, "Translate the grammar into the notation"),
    ),
    (
        Given(5, who.MARY_S, "Read the first chapter as a beginner would"),
        Given(12, who.EDSGER, "Answer the note about my three habits"),
        Given(19, who.FRANCES, "Draw the flow graphs anew"),
        Given(26, who.BARBARA, "Recommend the book in the newsletter"),
    ),
    (
        Given(2, who.DONALD, "Collect the references of the fascicle"),
        Given(8, who.JOHN, "Send the photographs of the reunion"),
        Given(13, who.GRACE, "Ask the Navy for the log book", "the moth is still in it"),
        Given(18, who.KAREN, "Index one volume of the journal"),
        Given(24, who.CLAUDE, "Lend the unicycle pump"),
    ),
    (
        Given(10, who.FRANCES, "Type the memoir, part one"),
        Given(16, who.MARY_S, "Return the proofs on foot"),
        Given(22, who.BARBARA, "Set the exam of the compiler course"),
    ),
    (
        Given(3, who.DONALD, "Find the original of the limerick"),
        Given(9, who.EDSGER, "Send a ream of unlined paper"),
        Given(14, who.JOHN, "Visit the archive of the language committee"),
        Given(19, who.FRANCES, "Write the citation for the prize", "it was read aloud"),
        Given(25, who.KAREN, "Test the search words on a class"),
    ),
    (
        Given(6, who.GRACE, "Bring the flag for the ceremony"),
        Given(12, who.BARBARA, "Take over one lecture"),
        Given(18, who.MARY_S, "Find the letter about the title"),
        Given(24, who.CLAUDE, "Film the mouse"),
    ),
    (
        Given(8, who.DONALD, "Feed the cat for a week"),
        Given(19, who.FRANCES, "Print the maps of the pass"),
    ),
)
"""Be a resource: last month first."""
