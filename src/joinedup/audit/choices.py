"""What kinds of audit entry there are and who may act."""

from django.db import models


class Kind(models.TextChoices):
    """What an entry says happened."""

    DID = "did", "Did"
    SAW = "saw", "Saw"
    LISTED = "listed", "Saw in a list"
    EXPORTED = "exported", "Took a copy"
    REFUSED = "refused", "Was refused"


class ByKind(models.TextChoices):
    """Who acted: a signed-in user, a job of the system, a link holder or the public."""

    USER = "user", "User"
    SYSTEM = "system", "System job"
    LINK = "link", "Link holder"
    PUBLIC = "public", "Public"
