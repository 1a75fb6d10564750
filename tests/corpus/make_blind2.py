"""Make the documents of the second blind corpus and their truth files again.

Run from anywhere: python tests/corpus/make_blind2.py [NAME ...]
"""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import blind2_parts  # noqa: E402
from make_blind import make  # noqa: E402

if __name__ == "__main__":
    sys.exit(make(blind2_parts, HERE / "blind2", sys.argv[1:]))
