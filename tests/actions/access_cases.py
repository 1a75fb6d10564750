"""Small ready-made people and accounts for the tests of access, council and notices."""

import datetime as dt

from allauth.account.models import EmailAddress

from joinedup.access.choices import AgencyKind
from joinedup.access.models import Agency, Grant, Person, User

LONG_AGO = dt.date(2020, 1, 1)


def home_agency():
    return Agency.objects.get_or_create(
        name="Marlow Vale Council", kind=AgencyKind.COUNCIL, is_home=True
    )[0]


def account(email, *roles, agency=None, password=None):
    person = Person.objects.create(
        name=email.split("@")[0].title(), email=email, agency=agency or home_agency()
    )
    user = User(email=email, person=person)
    user.set_password(password) if password else user.set_unusable_password()
    user.save()
    EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
    for role in roles:
        Grant.objects.create(user=user, role=role, from_on=LONG_AGO)
    return user
