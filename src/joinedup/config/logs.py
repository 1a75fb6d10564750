"""Logs say which error happened where in the code, never what a person typed or is called."""

from __future__ import annotations

import logging

__all__ = ["CodePlaceFormatter"]


class CodePlaceFormatter(logging.Formatter):
    """Level, time, logger, exception class and code places; no messages, arguments or queries."""

    def format(self, record: logging.LogRecord) -> str:
        parts = [self.formatTime(record), record.levelname, record.name]
        if record.exc_info and record.exc_info[0]:
            parts.append(record.exc_info[0].__name__)
            trace = record.exc_info[2]
            places = []
            while trace is not None:
                code = trace.tb_frame.f_code
                places.append(f"{code.co_name}:{trace.tb_lineno}")
                trace = trace.tb_next
            parts.append(" > ".join(places[-6:]))
        else:
            parts.append(f"{record.module}:{record.lineno}")
        return " ".join(parts)
