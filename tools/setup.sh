# Shared by run, test and bench: a virtual environment with what pyproject.toml asks for.
# Sets $python. Asks the network only when pyproject.toml has changed since the last time.
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
venv="$top/.venv"
python="$venv/bin/python"

find_python() {
  for name in python3.13 python3.12 python3.11 python3; do
    if command -v "$name" >/dev/null 2>&1 &&
      "$name" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null; then
      command -v "$name"
      return
    fi
  done
}

set_up() { # set_up "" | "[test]"
  local want stamp base
  want="$(cksum <"$top/pyproject.toml") $1"
  stamp="$venv/.set-up"
  [ -f "$stamp" ] && [ -x "$python" ] && grep -qxF "$want" "$stamp" && return 0
  echo "Setting up (once; this takes under a minute) ..."
  if command -v uv >/dev/null 2>&1; then
    [ -x "$python" ] || uv venv --quiet --python '>=3.11,<3.14' "$venv" ||
      { echo "Joined Up needs Python 3.11, 3.12 or 3.13." >&2; exit 1; }
    uv pip install --quiet --python "$python" --editable "$top$1"
  else
    base=$(find_python)
    [ -n "$base" ] || { echo "Joined Up needs Python 3.11, 3.12 or 3.13." >&2; exit 1; }
    [ -x "$python" ] || "$base" -m venv "$venv" ||
      { echo "Could not make a virtual environment. On Debian: apt install python3-venv" >&2; exit 1; }
    # uv sets up several times faster than pip; where it cannot be had, pip does the same.
    if ! { "$python" -m pip install --quiet --disable-pip-version-check uv &&
      "$venv/bin/uv" pip install --quiet --python "$python" --editable "$top$1"; } 2>/dev/null; then
      "$python" -m pip install --quiet --disable-pip-version-check --editable "$top$1"
    fi
  fi
  # What was set up for tests serves running too.
  echo "$want" >"$stamp"
  if [ "$1" = "[test]" ]; then echo "$(cksum <"$top/pyproject.toml") " >>"$stamp"; fi
}
