"""What people do with a person's file."""

from joinedup.casefile.actions.copying import copy_chronology
from joinedup.casefile.actions.tying import tie_case

__all__ = ["copy_chronology", "tie_case"]
