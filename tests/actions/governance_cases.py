"""What the tests of seals, conflicts and emergencies ask again and again."""

from joinedup.access.choices import May
from joinedup.access.permission import by_user, visible
from joinedup.assurance.models import Action
from joinedup.audit.models import Entry
from tests.factories import assurance as make

SITE = "https://joined-up.example.org/"
WHY = "A child may be at risk tonight and nobody answers."


def actor(*roles, **given):
    return by_user(make.account(*roles, **given))


def fresh(by):
    """The same person in their next request."""
    from joinedup.access.models import User

    return by_user(User.objects.select_related("person__agency").get(pk=by.user.pk))


def sees(by, action):
    return visible(fresh(by).user, May.READ_PLANS, Action.objects.filter(pk=action.pk)).exists()


def verbs(chain):
    return list(Entry.objects.filter(chain=chain, kind="did").values_list("verb", flat=True))
