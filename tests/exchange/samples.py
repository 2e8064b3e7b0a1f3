"""Files as phones and web sites write them, made up from what is known of their forms. Nobody here is real data."""

import io
import zipfile

PHOTO = b"/9j/4AAQSkZJRgABAQAASABIAAD/2wBDAAEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB"
"""A line of base64, as long as writers make them."""

LINKEDIN_NOTES = (
    "Notes:\r\n"
    '"When exporting your connection data, you may notice that some of the email addresses are missing. You will '
    'only see email addresses for connections who have allowed to see or download them."\r\n'
    "\r\n"
)
LINKEDIN_HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\r\n"


def card(*lines: bytes | str, version: str = "3.0", end: bytes = b"\r\n") -> bytes:
    """A card of these lines, closed as it should be."""
    inner = [line.encode() if isinstance(line, str) else line for line in lines]
    return end.join([b"BEGIN:VCARD", f"VERSION:{version}".encode(), *inner, b"END:VCARD", b""])


def quoted_printable(text: str, charset: str = "utf-8") -> bytes:
    """Every byte in hex, as Android writes it."""
    return b"".join(b"=%02X" % byte for byte in text.encode(charset))


def apple_cards() -> bytes:
    """Groups with labels of their own, birthdays without a year in both ways, a folded photo."""
    return card(
        "PRODID:-//Apple Inc.//macOS 14.5//EN",
        "N:Lovelace;Ada;;Countess;",
        "FN:Countess Ada Lovelace",
        "ORG:Analytical Engines;Research;",
        "EMAIL;type=INTERNET;type=HOME;type=pref:ada@example.org",
        "item1.EMAIL;type=INTERNET:countess@example.com",
        "item1.X-ABLabel:_$!<Work>!$_",
        "item2.TEL:+44 20 7946 0001",
        "item2.X-ABLabel:Summer house",
        "item3.URL;type=pref:http\\://ada.example.org",
        "item3.X-ABLabel:_$!<HomePage>!$_",
        "item4.ADR;type=HOME;type=pref:;;12 St James's Square;London;;SW1Y 4JH;England",
        "item4.X-ABADR:gb",
        "BDAY;X-APPLE-OMIT-YEAR=1604:1604-12-10",
        b"PHOTO;ENCODING=b;TYPE=JPEG:" + PHOTO,
        b" " + PHOTO,
        b" " + PHOTO + b"==",
        "UID:5D3C0F3A-0001-4000-8000-000000000001:ABPerson",
    ) + card(
        "PRODID:-//Apple Inc.//iPhone OS 17.5//EN",
        "PRODID:-//Apple Inc.//iCloud Web Address Book//EN",
        "N:Hopper;Grace;Brewster;;",
        "FN:Grace Brewster Hopper",
        "NICKNAME:Amazing Grace",
        "TITLE:Rear Admiral",
        "item1.X-ABLabel:",
        "item1.TEL;type=CELL;type=VOICE;type=pref:+1 212 555 0102",
        "BDAY:1604-12-09",
        "NOTE:Nanoseconds are 30 cm long.\\nAsk for one\\, always\\; she has many.",
    )


def google_cards() -> bytes:
    """A birthday `--0414` in 3.0, the system group `myContacts`, custom labels."""
    return card(
        "FN:Christiaan Huygens",
        "N:Huygens;Christiaan;;;",
        "EMAIL;TYPE=INTERNET;TYPE=WORK:christiaan@example.nl",
        "item1.TEL:+31 20 555 0103",
        "item1.X-ABLabel:Observatory",
        "BDAY:--0414",
        "CATEGORIES:myContacts,Astronomy,Clocks",
        end=b"\n",
    ) + card(
        "FN:Zoë Bäcker-Öztürk",
        "N:Bäcker-Öztürk;Zoë;;;",
        "TEL;TYPE=CELL:+49 30 5550 0104",
        "ADR;TYPE=HOME:;;Gärtnerstraße 4\\nHinterhaus;Berlin;;10245;Deutschland",
        "BDAY:19600415",
        "NOTE:Likes tea\\, not coffee 🫖",
        "CATEGORIES:myContacts",
        end=b"\n",
    )


def android_cards() -> bytes:
    """2.1 with quoted-printable, soft breaks inside a character, bare types."""
    name = quoted_printable("王小明")
    return card(
        b"N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:"
        + quoted_printable("王")
        + b";"
        + quoted_printable("小明")
        + b";;;",
        b"FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:" + name[:12] + b"=",
        name[12:],
        "TEL;CELL;PREF:+886255500105",
        "TEL;WORK;FAX:+886255500106",
        "X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;Ming;0;;;;;;;;;;;;;",
        b"PHOTO;ENCODING=BASE64;JPEG:" + PHOTO,
        b" " + PHOTO,
        b"",
        version="2.1",
    ) + card(
        "N:Noether;Emmy;;;",
        "FN:Emmy Noether",
        "EMAIL;HOME:emmy@example.de",
        b"NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:" + quoted_printable("Göttingen,\r\ndann Bryn Mawr"),
        "BDAY:1882-03-23",
        version="2.1",
    )


def outlook_card() -> bytes:
    """2.1 in Windows-1252, a value closed by an empty line, base64 without folds."""
    return card(
        b"N;CHARSET=Windows-1252:Dupr\xe9;Ren\xe9e",
        b"FN;CHARSET=Windows-1252:Ren\xe9e Dupr\xe9",
        "ORG:Atelier;Gravure",
        b"NOTE;ENCODING=QUOTED-PRINTABLE:First line=0D=0A=",
        b"second line=0D=0A=",
        b"",
        b"PHOTO;TYPE=JPEG;ENCODING=BASE64:",
        PHOTO,
        PHOTO,
        b"",
        "REV:20240101T120000Z",
        version="2.1",
    )


def modern_cards() -> bytes:
    """4.0: URIs, quoted types, a birthday in words, `^n` in a parameter."""
    return card(
        "FN:Hedy Lamarr",
        "N:Lamarr;Hedy;;;",
        'TEL;VALUE=uri;PREF=1;TYPE="voice,home":tel:+43-1-555-0107',
        "TEL;VALUE=uri;TYPE=cell:tel:+1-323-555-0108",
        "BDAY:--0415",
        'ADR;LABEL="Ring 1^nWien":;;Ring 1;Wien;;1010;Österreich',
        "UID:urn:uuid:00000000-0000-4000-8000-000000000009",
        version="4.0",
    ) + card(
        "KIND:individual",
        "FN:Hypatia",
        "BDAY;VALUE=TEXT:circa 360",
        "ROLE:Teacher",
        "LANG;PREF=1:el",
        "item1.X-SOCIALPROFILE:https://social.example/@hypatia",
        "item1.X-ABLabel:Fediverse",
        version="4.0",
    )


def untidy_cards() -> bytes:
    """Small letters, no FN, text between cards, a name that attacks, a card closed by the end of the file alone."""
    return (
        b"begin:vcard\nversion:3.0\nn:Curie;Marie\nemail:marie@example.fr\nend:vcard\n"
        b"Sent from my telephone\n\n"
        b"BEGIN:VCARD\nVERSION:3.0\nFN:[/] \x1b[31mMallory \xe2\x80\xae[@click=app.quit]x[/]\nEND:VCARD\n"
        b"BEGIN:VCARD\nVERSION:3.0\nFN:Rosalind Franklin\nTEL:+44 20 7946 0112\n"
    )


def mixed_vcards() -> bytes:
    """One file with a BOM, three versions, and twelve people of seven writers."""
    parts = (apple_cards(), google_cards(), android_cards(), outlook_card(), modern_cards(), untidy_cards())
    return b"\xef\xbb\xbf" + b"".join(parts)


MIXED_NAMES = (
    "Countess Ada Lovelace", "Grace Brewster Hopper", "Christiaan Huygens", "Zoë Bäcker-Öztürk", "王小明",
    "Emmy Noether", "Renée Dupré", "Hedy Lamarr", "Hypatia", "Marie Curie",
    "[/] \x1b[31mMallory \u202e[@click=app.quit]x[/]", "Rosalind Franklin",
)  # fmt: skip
"""Who is in `mixed_vcards`, in order."""


def linkedin_csv() -> bytes:
    """LinkedIn's export under its notice: eight people, most without an e-mail, and a row that names nobody."""
    profile = "https://www.linkedin.com/in"
    rows = (
        f"Ada,Lovelace,{profile}/ada-example,ada@example.org,Analytical Engines,Programmer,27 Mar 2026",
        f"Mary,Somerville,{profile}/mary-example,,,,01 Jan 2019",
        f'Sofia,Kovalevskaya,{profile}/sofia-example,,"Stockholm, University of","Professor, ""Docent""",09 Dec 2020',
        f"Zoë,Bäcker-Öztürk,{profile}/zo%C3%AB-example,,Gärtnerei,Inhaberin,3 Oct 2021",
        ",,,,,,14 Feb 2022",
        f"小明,王,{profile}/xiaoming-example,,,,29 Feb 2024",
        f"Emmy,,{profile}/emmy-example,,Göttingen,,23 Mar 2018",
        f'Caroline,Herschel,{profile}/caroline-example,,Slough,"Astronomer\nand singer",16 Mar 2017',
        f"[/],[@click=app.quit]x[/],{profile}/markup-example,,,,31 May 2023",
    )
    return b"\xef\xbb\xbf" + (LINKEDIN_NOTES + LINKEDIN_HEADER + "\r\n".join(rows) + "\r\n").encode()


def linkedin_zip(path: str = "Basic_LinkedInDataExport_11-22-2026/Connections.csv", data: bytes | None = None) -> bytes:
    """LinkedIn's ZIP, with another file beside the one that counts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Basic_LinkedInDataExport_11-22-2026/Invitations.csv", "From,To\r\n")
        archive.writestr(path, linkedin_csv() if data is None else data)
    return buffer.getvalue()
