"""What a due phrase in an action plan means: an own grammar, which invents nothing."""

from joinedup.assurance.rules.due.reading import Due, parse_due
from joinedup.assurance.rules.due.wording import day_in_words, due_sentence, last_day_of

__all__ = ["Due", "day_in_words", "due_sentence", "last_day_of", "parse_due"]
