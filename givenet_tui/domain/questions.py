"""Questions one could ask, to learn what someone hopes for."""

from datetime import date

from givenet_tui.domain.aspirations import KINDS, Kind
from givenet_tui.domain.settings import Settings

DEFAULT_QUESTIONS: dict[Kind, tuple[str, ...]] = {
    "hope": (
        "What would make the coming months good ones for you?",
        "What do you hope will still be there in ten years?",
        "What are you looking forward to at the moment?",
        "What do you wish for the people close to you?",
        "If one thing could become easier this year, which would you like it to be?",
        "What has given you confidence lately?",
        "What would you like to have more time for?",
    ),
    "dream": (
        "If nothing could go wrong, what would you do?",
        "What did you want to become as a child, and what is left of it?",
        "Which place would you like to live in for a year, and what would you do there?",
        "What would you make, if time and money were no question?",
        "What would you like to have done once, at least?",
        "Whose work makes you think: I would love to do that?",
        "What have you dreamt of for so long that you hardly mention it any more?",
    ),
    "goal": (
        "What are you working towards this year?",
        "What would you like to be able to do that you cannot do yet?",
        "What is next, once this is finished?",
        "What would you like to have finished by the summer?",
        "Which part of it is hard at the moment?",
        "How will you know that you have got there?",
        "What have you begun that you would like to take up again?",
    ),
    "objective": (
        "What has to be done by the end of the month?",
        "What would take a weight off your mind this week?",
        "Which step comes next, and what does it need?",
        "Whom would you need to meet to get on with it?",
        "What are you waiting for, and from whom?",
        "What will you be measured by this year?",
        "Which date are you working towards?",
    ),
}


def questions_of(settings: Settings, kind: Kind) -> tuple[str, ...]:
    """The questions of a kind: the user's own; where there are none, these."""
    return own_questions(settings, kind) or DEFAULT_QUESTIONS[kind]


def question_for(settings: Settings, kind: Kind, person_id: int, today: date) -> str:
    """A question of that kind: another one each day. The user's own come instead of these, if there are any."""
    questions = questions_of(settings, kind)
    return questions[(person_id + today.toordinal()) % len(questions)]


def own_questions(settings: Settings, kind: Kind) -> tuple[str, ...]:
    """The user's own of a kind, each once, on one line, those without words left out."""
    lines = (" ".join(question.split()) for question in settings.questions.get(kind, ()))
    return tuple(dict.fromkeys(line for line in lines if line))


def kind_to_ask(person_id: int, today: date) -> Kind:
    """What to ask someone about of whom nothing is known: another kind each week, so that no question is left out."""
    return KINDS[(person_id + (today.toordinal() - 1) // 7) % len(KINDS)]
