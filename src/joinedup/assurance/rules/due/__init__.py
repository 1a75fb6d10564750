"""What a due phrase in an action plan means: an own grammar, which invents nothing."""

from joinedup.assurance.rules.due.reading import Due, parse_due

__all__ = ["Due", "parse_due"]
