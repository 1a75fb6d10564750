# Shared by run, test and bench: a virtual environment with what pyproject.toml asks for.
# Sets $python. Asks the network only when pyproject.toml has changed since the last time.
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
venv="$top/.venv"
python="$venv/bin/python"
# Where this is set, as in many containers, each process compiles all code anew: seconds a start.
unset PYTHONDONTWRITEBYTECODE

# The system's own Python first: distributions build theirs with optimisation, and one built by hand
# without takes a quarter longer for everything. Of all, the first that can make environments.
find_python() {
  local needs name
  for needs in ensurepip sys; do
    for name in {/usr/bin/,}python3{.13,.12,.11,}; do
      if command -v "$name" >/dev/null 2>&1 &&
        "$name" -c "import sys, $needs; sys.exit(not (3, 11) <= sys.version_info < (3, 14))" \
          2>/dev/null; then
        command -v "$name"
        return
      fi
    done
  done
}

no_environment() {
  echo "Could not make a virtual environment. On Debian: apt install python3-venv" >&2
  exit 1
}

quiet_pip() { # quiet_pip PYTHON WORDS...
  local of="$1"
  shift
  "$of" -m pip --quiet --disable-pip-version-check "$@"
}

own_pip() { # a pip of the environment's own, where it has none yet
  "$python" -m pip --version >/dev/null 2>&1 || "$base" -m venv "$venv" || no_environment
}

set_up() { # set_up "" | "[test]"
  local want stamp base
  want="$(cksum <"$top/pyproject.toml") $1"
  stamp="$venv/.set-up"
  [ -f "$stamp" ] && [ -x "$python" ] && grep -qxF "$want" "$stamp" && return 0
  echo "Setting up (once; this takes under a minute) ..."
  base=$(find_python)
  if command -v uv >/dev/null 2>&1; then
    [ -x "$python" ] || uv venv --quiet --python "${base:->=3.11,<3.14}" "$venv" ||
      { echo "Joined Up needs Python 3.11, 3.12 or 3.13." >&2; exit 1; }
    uv pip install --quiet --python "$python" --editable "$top$1"
  else
    [ -n "$base" ] || { echo "Joined Up needs Python 3.11, 3.12 or 3.13." >&2; exit 1; }
    # The pip of that Python spares making one here, which takes longer than all the rest.
    [ -x "$python" ] || "$base" -m venv --without-pip "$venv" || no_environment
    [ -x "$venv/bin/uv" ] || quiet_pip "$base" --python "$python" install uv 2>/dev/null || own_pip
    # uv sets up several times faster than pip; where it cannot be had, pip does the same.
    if ! { [ -x "$venv/bin/uv" ] || quiet_pip "$python" install uv; } 2>/dev/null ||
      ! "$venv/bin/uv" pip install --quiet --python "$python" --editable "$top$1" 2>/dev/null; then
      own_pip
      quiet_pip "$python" install --editable "$top$1"
    fi
  fi
  # What was set up for tests serves running too.
  echo "$want" >"$stamp"
  if [ "$1" = "[test]" ]; then echo "$(cksum <"$top/pyproject.toml") " >>"$stamp"; fi
}
