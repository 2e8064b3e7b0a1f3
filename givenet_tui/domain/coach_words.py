"""The words by which the coach tells a specific offer from a kind wish. Data alone; `specificity` judges by them."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# What one does. Other forms (introducing, introduces) are found by their endings, odd ones below.
VERBS = _set("""
    accompany add address advertise advise announce answer apply arrange ask assemble attend audition babysit bake
    book borrow brainstorm bring build buy calculate call carry check choose clean clear co-write coach code collect
    comment compare compile complete compose connect contact contribute convert cook copy correct cover create
    critique cut deliver demonstrate design digitise digitize donate draft draw drive drop e-mail edit email endorse
    enter estimate explain feature feed file fill film find finish fix fly forward frame fund gather get give go
    hand hang hire hold host illustrate install interview introduce invite join keep knit label lay lead lend list
    loan look mail make map match measure mend mention mind mock move name nominate offer open order organise
    organize paint pass pay phone photograph pick pitch place plan plant play play-test playtest point polish post
    practise practice prepare present print proofread propose prototype provide publish pull put quote raise rate
    read rebuild recommend record redo refer register rehearse rent repair replace reply reproduce request research
    reserve retype return review rewrite ring run save scan schedule sell send set sew share shorten show sign sing
    sit sketch solve sort speak sponsor start store submit subscribe suggest summarise summarize swap take talk
    teach tell test text tidy trace track train transcribe translate transport tune tutor type update upload use
    visit vote walk wash watch wire work wrap write
""")

IRREGULAR = {
    past: verb
    for verb, pasts in {
        "bring": "brought", "build": "built", "buy": "bought", "draw": "drew drawn", "drive": "drove driven",
        "feed": "fed", "find": "found", "fly": "flew flown", "get": "got", "give": "gave given", "go": "went gone",
        "hang": "hung", "hold": "held", "keep": "kept", "lay": "laid", "lead": "led", "lend": "lent", "make": "made",
        "pay": "paid",
        "rebuild": "rebuilt", "rewrite": "rewrote rewritten", "ring": "rang rung", "run": "ran", "sell": "sold",
        "send": "sent", "show": "shown", "sing": "sang sung", "sit": "sat", "speak": "spoke spoken",
        "take": "took taken", "teach": "taught", "tell": "told", "write": "wrote written",
    }.items()
    for past in pasts.split()
}  # fmt: skip

# Verbs that hand something over or bring two people together: what follows them is the thing, whatever it is called.
GIVING = _set("""
    bake bring buy connect cook donate feature forward give hand hire host interview introduce invite knit lend loan
    mend nominate order print publish put quote recommend refer repair send share sponsor suggest teach translate
""")

# Skipped before what one does: `I will`, `let me`, `to`. None of them says anything by itself.
LEADS = _set("""
    i i'll ill i'd id i'm im we we'll we'd will would shall can could may might to let me please am be also first then
    finally just simply maybe perhaps and really today tonight tomorrow - * • → ✓
""")
# Skipped before `to`: "happy to read her outline", "I plan to".
LEADS_BEFORE_TO = _set(
    "able delighted glad going happy keen like love offer plan pleased promise ready try want willing"
)

# Being something for someone is doing, when it is one of these.
BEING = _set("be being act acting serve serving")
ROLES = _set("""
    babysitter co-author driver editor guest host interviewer judge panelist panellist proofreader reader referee
    reference reviewer speaker sponsor tester translator witness
""")

# After these more must come: a favour that was begun and not finished.
BREAKS_OFF = _set("to at of on my with the a an and or")
# Of these, those that name whom or what follows: `to i` is somebody's first letter. And short words that are whole.
LEADS_ON = _set("to at of on my with the a an")
SHORT = _set("us me it go do tv cv pc dj mc")

PRONOUNS = _set("you your yours her hers him his them their theirs")

# What they will have in their hands, or can hold you to.
THINGS = _set("""
    abstract account address agenda agreement airport album analysis answer apartment appendix application
    appointment article audience audition bag bed bench benchmark bibliography bicycle bike bill biography blog
    blurb board book booking brief budget bug cake calculation calendar camera car card cat cello certificate chair
    channel chapter chart checklist child children class clinic code column comment commission composition computer
    concert conclusion conference contract copy course cover critique cv dashboard data dataset deck demo desk
    diagram dictionary director dissertation doctor dog dossier draft drawing dress editor endorsement engineer
    engine entry equipment essay estimate event example exercise exhibition figure file film flat flyer font form
    forum fund garden glossary grant graph guide guitar headline headshot hospital hour image index interview
    instrument introduction invitation invoice itinerary job journal key keynote kid kids kit ladder laptop lawyer
    leaflet lecture lesson letter library licence license lift link list loan logo magazine manual manuscript map
    meal meetup menu mentor microphone mock-up model module museum name newsletter nomination notebook number office
    orchestra outline page painting pamphlet paper paragraph parcel patch patent pattern pdf pen piano picture piece
    playlist podcast poem portfolio portrait poster preface presentation press printer prize problem professor
    programme program proof proofs proposal prospectus prototype publisher question recipe recommendation recording
    reference referral rehearsal report request reservation review room route sample scanner scene schedule
    scholarship school score screen script seat section seminar shelf shop shortlist showreel sketch slide sofa song
    speech spreadsheet stage stall statement station studio study subscription suitcase summary survey syllabus
    table tape teacher telescope template testimonial thesis ticket timeline title tool tour track translation trip
    tutorial van venue verse version video violin visa voucher website workshop worksheet
""")
NUMBERS = _set("two three four five six seven eight nine ten eleven twelve twenty thirty fifty hundred dozen")

MONTHS = _set("""
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
""")

# Words that could stand for anything, and so for nothing; and those that name no thing at all.
VAGUE = (
    LEADS
    | PRONOUNS
    | MONTHS
    | _set("""
    a about advice after afterwards all along amazing an any anyone anything anytime around as ask assistance at
    attention available back because before best better big but by call chance chat connection connections contact
    contacts deal different do each ear effort email e-mail encouragement energy etc every everyone everything
    experience experiences expertise feedback few folks for friendly from full get good great guidance hand have he
    heads-up help helpful here herself himself how idea ideas if important in info information input insight
    insights interested interesting into is it its itself kind kindness knowledge later least less like likely look
    lot lots love mail many mail meeting message mind more most much my need needed needs network next nice no now
    of off often okay on once one or other others our ours out over part people person place plenty possibilities
    possibility possible relevant resource resources right she shoulder situation so some somebody someday somehow
    someone something sometime sometimes somewhere soon sort stuff such suggestion suggestions support suitable sure
    synergies synergy talk than thanks that the themselves there these they thing things think this those thought
    thoughts through time times tip tips together too topic touch up us useful valuable various very vibes want way
    ways welcome well what whatever when whenever where wherever whether which while who whoever whom with word work
    yourself
    mon monday tue tuesday wed wednesday thu thursday fri friday sat saturday sun sunday
    day days week weeks weekend month months year years morning afternoon evening night
    """)
)

# Said in kindness, and nothing follows. Small letters, no apostrophes; … is a pronoun, or the person's name.
EMPTY_ANYWHERE = """
    let me know if | let me know how | let me know when | let me know what | let me know whether | let … know if
    happy to chat | happy to help | happy to talk | glad to help | love to help | happy to support | happy to discuss
    if … need | if … needs | if needed | if … want | if … wants | whenever … need | whenever … needs | whenever … want
    whenever … wants | whenever needed | whenever i can | whatever … need | whatever … needs | anything … need
    anything … needs | if i can help | if i can do anything | how i can help | what i can do | any way i can
    in any way | pick my brain | pick … brain | anytime | any time | when i have time | one of these days
    be there for | here for … | make myself available | keep my eyes open | keep … in mind | keep an eye
    my door is open | with anything | with whatever | as needed | be of help | be of use
"""
EMPTY_BEGINNINGS = """
    help | helping | support | supporting | assist | encourage | cheer | chat | discuss | catch up | touch base
    keep in touch | stay in touch | get in touch | get together | hang out | work together | collaborate | cooperate
    be available | be helpful | be supportive | be in touch | be here | be there | be a sounding board | be a friend
    explore | look into | look for opportunities | look out for | think about | think of | see if | see what
    see how | find ways | find a way | find out how | do my best | do something | do anything | my help | my support
    my time | give advice | give some advice | give … advice | give … some advice | give support | give guidance
    give a hand | give … a hand | lend a hand | lend … a hand | lend an ear | lend … an ear | provide support
    provide guidance | provide advice | provide help | share ideas | share thoughts | share my thoughts
    share my experience | spread the word | send good vibes | hope | wish | root for | mentor | network | add value
    check in | reach out | follow up | grab a coffee | grab coffee | get coffee | have a coffee | have a chat
    meet up
"""


def phrases(text: str) -> tuple[str, ...]:
    """The phrases of such a list, the longest first, so that the whole of one is named."""
    found = (" ".join(phrase.split()) for row in text.split("\n") for phrase in row.split("|"))
    return tuple(sorted(filter(None, found), key=len, reverse=True))


# How to say more, by what one does; the rest in `specificity`.
NEXT_WORDS = {
    "introduce": "to whom? “Introduce {name} to …, in a message by Friday”",
    "connect": "with whom? “Connect {name} with …, in a message by Friday”",
    "put": "with whom? “Put {name} in touch with …, who teaches …”",
    "read": "read what, and then? “Read the outline, with a page of comments”",
    "review": "review what, and then? “Review the draft, with a page of comments”",
    "recommend": "to whom, and in writing? “Recommend {name} in a letter to …”",
    "send": "send what? A list, a book, a number, someone's name",
    "give": "give what? A lesson, a book, two hours, someone's name",
    "share": "share what, and with whom? “Share the new recording with …”",
    "call": "whom, and for what? “Call … about a place for {name} in the spring class”",
    "talk": "to whom, and for what? “Talk to … about a room for {name}”",
    "ask": "ask whom, for what? “Ask … for the names of three publishers”",
    "teach": "teach what, in how long? “Teach {name} the basics of … in two evenings”",
    "lend": "lend what? A book, a key, a tool, a room",
    "write": "write what? A letter, a review, a list of five names",
    "find": "find what, and how many? “Find three publishers who print …”",
    "invite": "to what? “Invite {name} to the reading on Thursday”",
}
