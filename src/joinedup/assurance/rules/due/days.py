"""The first and last day of a mention, as plans write them down."""

import calendar
import datetime as dt

from joinedup.assurance.rules.due.mention import Mention


def last_day(mention: Mention) -> str | None:
    """The last day of what is said, as `date` wants it; None where no day can be told."""
    year, month = mention.year, mention.month
    if year is None or mention.period in ("easter", "years"):
        return None
    if mention.period == "quarter" and mention.quarter:
        month = (6, 9, 12, 3)[mention.quarter - 1]
        year += mention.quarter == 4
        return iso(year, month, calendar.monthrange(year, month)[1])
    if mention.period in ("financial", "year"):
        if mention.vague_part:
            return None
        return iso(year + 1, 3, 31) if mention.period == "financial" else iso(year, 12, 31)
    if month is None or not 1 <= month <= 12:
        return None
    if mention.day is not None:
        return iso(year, month, mention.day)
    if mention.at_end:
        return iso(year, month, calendar.monthrange(year, month)[1])
    return f"{year:04d}-{month:02d}"


def first_day(mention: Mention) -> str | None:
    """The first day of what is said, as `start` wants it; None where no day can be told."""
    if mention.period == "easter" and mention.year:
        return f"{mention.year:04d}-04"
    if mention.period == "financial" and mention.year and not mention.vague_part:
        return iso(mention.year, 4, 1)
    if mention.period == "quarter" and mention.year and mention.quarter:
        year = mention.year + (mention.quarter == 4)
        return iso(year, (4, 7, 10, 1)[mention.quarter - 1], 1)
    if mention.period in ("quarter", "year"):
        return None
    return last_day(mention)


def iso(year: int, month: int, day: int) -> str | None:
    """The day as "2015-08-31"."""
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None
