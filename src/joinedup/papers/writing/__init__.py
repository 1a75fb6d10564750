"""What actions on papers share: holding one, and letting those named read it."""
