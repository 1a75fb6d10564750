"""Invented people for the bench of lookups: households with brothers and sisters, twins, fathers
and sons of one name, and what is asked about them later, with the mistakes that people make.

This generator was looked at while the rules were made; `people_other.py` was not.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from joinedup.subjects.rules.words import listed

__all__ = ["Asked", "Made", "ask", "register"]

GIRLS = listed(
    "Olivia Amelia Isla Ava Ivy Freya Lily Florence Mia Willow Rosie Sophia Isabella Grace "
    "Daisy Sienna Poppy Elsie Emily Ella Evelyn Phoebe Evie Charlotte Millie Matilda Sophie "
    "Ruby Emma Alice Maya Hallie Chloe Jessica Lucy Holly Megan Abigail Hannah Eleanor "
    "Elizabeth Katherine Victoria Rebecca Samantha Natasha Fatima Aisha Maryam Zainab Khadija "
    "Amina Zara Layla Noor Oksana Kateryna Yulia Zofia Maja Hanna Wiktoria Magdalena Elena "
    "Andreea Ioana Priya Anjali Simran Blessing Adaeze Chioma Temitope Margaret Patricia "
    "Susan Deborah Jennifer Christine"
)
BOYS = listed(
    "Noah Oliver George Leo Theodore Arthur Freddie Oscar Archie Luca Henry Jack Charlie "
    "Thomas Jude Roman Arlo Finley Harry Joshua James William Jacob Alexander Daniel Samuel "
    "Benjamin Joseph Edward Max Toby Ethan Logan Lewis Jayden Tyler Connor Callum Liam Nathan "
    "Matthew Michael David Andrew Christopher Robert Stephen Anthony Richard Kenneth Gary "
    "Muhammad Ibrahim Yusuf Ali Hamza Omar Ahmed Hassan Bilal Zayn Oleksandr Dmytro Mykhailo "
    "Jakub Kacper Piotr Tomasz Andrei Stefan Arjun Rohan Harpreet Emmanuel Chidi Kwame Kofi "
    "Peter Paul Kevin Brian"
)
COMMON = listed(
    "Smith Jones Taylor Brown Williams Wilson Johnson Davies Robinson Wright Thompson Evans "
    "Walker White Roberts Green Hall Wood Jackson Clarke Patel Khan Lewis James Phillips "
    "Mason Mitchell Rose Davis Rodgers Cooper Hill Ward Turner Martin Morris Baker Harris "
    "Ahmed Hussain Ali Begum Singh Kaur Shah Kelly Murphy Walsh Nowak Kowalski Wisniewski "
    "Shevchenko Bondarenko Popescu Ionescu Okafor Adeyemi Mensah Choudhury Rahman Miah Iqbal "
    "Mahmood Akhtar Mohammed"
)
STARTS = listed(
    "Ash Brad Carl Dal East Far Gold Hart Ing Kirk Lang Mar Nor Oak Pem Rad Sand Thorn Under "
    "Vale West Wood Black White Red Stan Long Short High Low Black Cran Den Els Fen Gil Hol "
    "Hun Kel Lin"
)
ENDS = listed(
    "ford ley ton worth by well field wood bury ham man son stone brook croft den dale gate "
    "house land more shaw side thorpe wick cote ridge stead water combe"
)
STREETS = [
    f"{start} {end}"
    for start in listed(
        "Mill Church Station Park Chapel School Victoria Albert Green Manor Kings Queens North "
        "South West East Grange Springfield Highfield Meadow Orchard Abbey Castle Bridge River "
        "Beech Elm Oak Ash Cedar Willow Larch Maple Poplar Hazel Rowan Holly Heath Moor Fen"
    )
    for end in ("Road", "Street", "Lane", "Avenue", "Close", "Drive", "Way", "Terrace")
]
TOWNS = listed(
    "Marsby Fenwick Saltholme Oxcombe Thornby Wexley Harrowgate Dunmere Askby Lowick Ravenby "
    "Stowe Kettleby Holbeck Penwick Aldham Brackley Corby Driffield Elmswell"
)
FORMS = {
    "Oleksandr": ["Alexander", "Alex", "Olexandr"], "Muhammad": ["Mohammed", "Mohamed", "Mohammad"],
    "Yusuf": ["Yousuf", "Youssef"], "Ibrahim": ["Ebrahim"], "Katherine": ["Kate", "Kathryn", "Katie"],
    "Elizabeth": ["Liz", "Beth", "Lizzie"], "William": ["Will", "Billy", "Bill"],
    "Robert": ["Rob", "Bob"], "Michael": ["Mike", "Mick"], "James": ["Jim", "Jamie"],
    "Thomas": ["Tom", "Tommy"], "Samuel": ["Sam"], "Samantha": ["Sam"], "Benjamin": ["Ben"],
    "Joshua": ["Josh"], "Joseph": ["Joe"], "Edward": ["Ed", "Ted"], "Daniel": ["Dan", "Danny"],
    "Stephen": ["Steve", "Steven"], "Christopher": ["Chris"], "Anthony": ["Tony"],
    "Richard": ["Rick", "Dick"], "Margaret": ["Maggie", "Peggy"], "Patricia": ["Pat", "Trish"],
    "Susan": ["Sue"], "Deborah": ["Debbie"], "Jennifer": ["Jenny"], "Abigail": ["Abi"],
    "Rebecca": ["Becky"], "Victoria": ["Vicky"], "Natasha": ["Tasha"], "Charlotte": ["Lottie"],
    "Aisha": ["Ayesha", "Aysha"], "Zainab": ["Zaynab"], "Fatima": ["Fatimah"],
    "Maryam": ["Mariam"], "Ahmed": ["Ahmad"], "Hassan": ["Hasan"], "Omar": ["Umar"],
    "Jakub": ["Jacob"], "Piotr": ["Peter"], "Tomasz": ["Thomas", "Tomek"],
    "Mykhailo": ["Michael", "Mikhail"], "Dmytro": ["Dmitri"], "Yulia": ["Julia"],
    "Kateryna": ["Katya", "Ekaterina"], "Zofia": ["Sophia"], "Andrei": ["Andrew"],
    "Alexander": ["Alex", "Sandy"], "Matthew": ["Matt"], "Andrew": ["Andy"], "David": ["Dave"],
}  # fmt: skip
NEAR = {"a": "sq", "e": "wr", "i": "uo", "o": "ip", "n": "bm", "s": "ad", "t": "ry", "r": "et",
        "l": "k", "m": "n", "d": "sf", "h": "gj", "y": "tu", "c": "xv"}  # fmt: skip
COLUMNS = ("forename", "middle", "surname", "alias", "dob", "age_text", "sex", "house", "street",
           "town", "postcode", "phone", "online")  # fmt: skip
TODAY = dt.date(2026, 11, 22)


@dataclass(slots=True)
class Made:
    """One invented person."""

    number: int
    forename: str
    middle: str
    surname: str
    born: dt.date
    sex: str
    home: tuple[str, str, str, str]
    phone: str
    online: str
    alias: str = ""

    def row(self) -> dict[str, str]:
        """As a line of a list."""
        house, street, town, code = self.home
        return {
            "record_id": f"R{self.number}", "forename": self.forename, "middle": self.middle,
            "surname": self.surname, "alias": self.alias, "dob": self.born.isoformat(),
            "age_text": "", "sex": self.sex, "house": house, "street": street, "town": town,
            "postcode": code, "phone": self.phone, "online": self.online,
        }  # fmt: skip


@dataclass(slots=True)
class Asked:
    """One question: the line, what kind it is, and which record is right ("" for nobody)."""

    kind: str
    row: dict[str, str]
    truth: str = ""
    not_same: set[str] = field(default_factory=set)


class Maker:
    """Makes people; the same seed makes the same people."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        made = [a + b for a in STARTS for b in ENDS]
        self.dice.shuffle(made)
        self.surnames = COMMON + list(dict.fromkeys(made))
        self.weights = [1 / (place + 8) ** 0.9 for place in range(len(self.surnames))]

    def forename(self, sex: str) -> str:
        """A forename, the first of the list oftenest."""
        names = GIRLS if sex == "F" else BOYS
        return names[min(int(self.dice.expovariate(1 / 22)), len(names) - 1)]

    def surname(self) -> str:
        """A surname, sometimes of two."""
        one, other = self.dice.choices(self.surnames, self.weights, k=2)
        return f"{one}-{other}" if self.dice.random() < 0.04 and one != other else one

    def home(self) -> tuple[str, str, str, str]:
        """An address."""
        d = self.dice
        town = d.randrange(len(TOWNS))
        street = d.randrange(len(STREETS))
        area = f"Q{chr(65 + town)}{street % 20 + 1}"
        code = f"{area} {d.randrange(1, 10)}{d.choice('ABDEFGHJLN')}{chr(65 + street // 20)}"
        return str(d.randrange(1, 160)), STREETS[street], TOWNS[town], code

    def phone(self) -> str:
        """A mobile number."""
        return f"07{self.dice.randrange(300, 999)} {self.dice.randrange(10**5, 10**6)}"

    def born(self, low: int, high: int) -> dt.date:
        """A day of birth for an age between."""
        return TODAY - dt.timedelta(days=self.dice.randrange(low * 365, high * 365))

    def household(self, number: int) -> list[Made]:
        """One family."""
        d = self.dice
        sur, home, shared = self.surname(), self.home(), self.phone()
        made: list[Made] = []

        def add(sex: str, born: dt.date, fore: str = "", last: str = sur) -> None:
            name = fore or self.forename(sex)
            while any(name == one.forename for one in made) and not fore:
                name = self.forename(sex)
            middle = self.forename(sex) if d.random() < 0.4 else ""
            is_child = (TODAY - born).days < 12 * 365
            phone = shared if is_child else (self.phone() if d.random() < 0.8 else "")
            online = ""
            if not is_child and d.random() < 0.3:
                online = f"{name.lower()}{d.choice(['_', '.', ''])}{d.randrange(10, 9999)}"
            alias = ""
            if d.random() < 0.05:
                alias = (
                    d.choice(["Spider", "Tiny", "Jinx", "Bubbles", "Red"])
                    if d.random() < 0.4
                    else f"{self.forename(sex)} {self.surname()}"
                )
            made.append(
                Made(number + len(made), name, middle, last, born, sex, home, phone, online, alias)
            )

        if d.random() < 0.75:
            age = d.randrange(24, 55)
            add("F", self.born(age, age + 1), last=sur if d.random() < 0.7 else self.surname())
            if d.random() < 0.6:
                add("M", self.born(age, age + 4))
            for _ in range(d.choice([0, 1, 1, 2, 2, 3, 4])):
                sex = d.choice("FM")
                father = next((one for one in made if one.sex == "M"), None)
                fore = father.forename if father and sex == "M" and d.random() < 0.05 else ""
                born = self.born(0, min(18, age - 17))
                add(sex, born, fore)
                if d.random() < 0.04:
                    add(d.choice("FM"), born)
        else:
            add(d.choice("FM"), self.born(18, 90))
        return made


def register(count: int, seed: int = 1) -> tuple[list[Made], Maker]:
    """`count` people and what made them."""
    maker = Maker(seed)
    people: list[Made] = []
    while len(people) < count:
        people += maker.household(len(people))
    return people[:count], maker


def slip(text: str, dice: random.Random) -> str:
    """A word with one slip of the keyboard."""
    if len(text) < 3:
        return text
    at = dice.randrange(1, len(text) - 1)
    how = dice.randrange(4)
    if how == 0:
        return text[:at] + text[at + 1 :]
    if how == 1:
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    if how == 2:
        return text[:at] + dice.choice(NEAR.get(text[at].lower(), "aeo")) + text[at + 1 :]
    return text[:at] + text[at] + text[at:]


def _mistake(  # noqa: C901 - one line a kind of mistake
    name: str, one: Made, row: dict[str, str], maker: Maker
) -> None:
    d = maker.dice
    born = one.born
    if name == "forename slip":
        row["forename"] = slip(one.forename, d)
    elif name == "surname slip":
        row["surname"] = slip(one.surname, d)
    elif name == "form of name":
        row["forename"] = d.choice(FORMS.get(one.forename, [one.forename]))
    elif name == "dob slip":
        text = one.born.isoformat().replace("-", "")
        at = d.choice([3, 5, 6, 7, 7])
        text = text[:at] + str((int(text[at]) + d.randrange(1, 9)) % 10) + text[at + 1 :]
        row["dob"] = f"{text[:4]}-{text[4:6]}-{text[6:]}"
    elif name == "dob turned":
        row["dob"] = f"{born.year}-{born.day:02}-{born.month:02}" if born.day <= 12 else row["dob"]
    elif name == "dob written":
        row["dob"] = d.choice(
            [f"{born.day:02}/{born.month:02}/{born.year}", f"{born.day} {born:%b} {born.year}"]
        )
    elif name == "no dob":
        row["dob"] = ""
    elif name == "age":
        row["dob"], row["age_text"] = "", f"about {(TODAY - born).days // 365}"
    elif name == "moved":
        row["house"], row["street"], row["town"], row["postcode"] = maker.home()
    elif name == "no address":
        row["house"] = row["street"] = row["town"] = row["postcode"] = ""
    elif name == "no phone":
        row["phone"] = ""
    elif name == "new phone":
        row["phone"] = maker.phone()
    elif name == "married":
        row["surname"] = maker.surname()
    elif name == "part of surname":
        row["surname"] = one.surname.split("-")[-1]
    elif name == "names turned":
        row["forename"], row["surname"] = row["surname"], row["forename"]
    elif name == "middle as first":
        row["forename"], row["middle"] = one.middle or one.forename, ""
    elif name == "postcode slip":
        row["postcode"] = slip(row["postcode"], d)


SETS: tuple[tuple[str, ...], ...] = (
    (), ("forename slip",), ("surname slip",), ("form of name",), ("dob slip",), ("dob turned",),
    ("dob written", "moved"), ("moved", "new phone"), ("no dob",), ("age",), ("no address",),
    ("moved", "no phone"), ("married", "moved"), ("part of surname", "moved"), ("names turned",),
    ("middle as first",), ("forename slip", "moved", "new phone"), ("dob slip", "moved"),
    ("surname slip", "form of name"), ("surname slip", "no address", "no phone"),
    ("dob slip", "surname slip"), ("age", "form of name"), ("no dob", "no phone", "postcode slip"),
    ("form of name", "moved", "no phone"), ("forename slip", "dob slip"),
)  # fmt: skip


def ask(people: list[Made], maker: Maker, count: int) -> Iterator[Asked]:
    """Questions about people in the register and about people who are not."""
    d = maker.dice
    for place in range(count):
        one = d.choice(people)
        row = {**one.row(), "online": ""}
        record_id = row.pop("record_id")
        which = place % 10
        if which < 5:
            mistakes = SETS[place // 10 * 5 % len(SETS) + which]
            for name in mistakes:
                _mistake(name, one, row, maker)
            yield Asked("+".join(mistakes) or "as it stands", row, record_id)
        elif which == 5:
            yield _partial(one, row, record_id, maker)
        elif which in {6, 7}:
            other = maker.household(0)[-1]
            row = {**other.row(), "online": ""}
            row.pop("record_id")
            yield Asked("stranger", row)
        elif which == 8:
            yield _kin(one, record_id, maker)
        else:
            blank = dict.fromkeys(COLUMNS, "")
            blank |= {"forename": "Unknown", "surname": d.choice(["Unknown", "NK", ""]),
                      "dob": "1900-01-01", "postcode": "ZZ99 3VZ", "phone": "07000 000000"}  # fmt: skip
            yield Asked("placeholder", blank)


def _partial(one: Made, row: dict[str, str], record_id: str, maker: Maker) -> Asked:
    blank = dict.fromkeys(COLUMNS, "")
    kind = maker.dice.choice(["first name and phone", "false name and phone", "online", "alias"])
    if kind == "alias" and one.alias:
        first, _, last = one.alias.partition(" ")
        return Asked(
            kind, {**row, "alias": "", "forename": first, "surname": last, "phone": ""}, record_id
        )
    if kind == "online" and one.online:
        return Asked(kind, {**blank, "forename": "Jay", "online": one.online}, record_id)
    if not one.phone or (TODAY - one.born).days < 12 * 365:
        return Asked("as it stands", row, record_id)
    if kind == "false name and phone":
        return Asked(
            kind,
            {
                **blank,
                "forename": maker.forename(one.sex),
                "surname": maker.surname(),
                "phone": one.phone,
                "sex": one.sex,
            },
            record_id,
        )
    return Asked(
        "first name and phone", {**blank, "forename": one.forename, "phone": one.phone}, record_id
    )


def _kin(one: Made, record_id: str, maker: Maker) -> Asked:
    """A twin, a brother or sister, or a parent's namesake who is not in the register."""
    kind = maker.dice.choice(["twin", "sibling", "namesake"])
    made = replace(one, number=-1, middle="", online="", alias="")
    if kind == "namesake":
        years = maker.dice.randrange(18, 40) * 365 + maker.dice.randrange(365)
        made.born = one.born + dt.timedelta(days=years)
        if made.born > TODAY:
            made.born = max(one.born - dt.timedelta(days=years), dt.date(1910, 1, 1))
    else:
        while made.forename == one.forename:
            made.sex = maker.dice.choice("FM")
            made.forename = maker.forename(made.sex)
        if kind == "sibling":
            made.born = one.born - dt.timedelta(days=maker.dice.randrange(300, 4000))
    row = made.row()
    row.pop("record_id")
    return Asked(kind, row, "", {record_id})
