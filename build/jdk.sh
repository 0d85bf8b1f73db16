# Finds a JDK 25 or newer and exports JAVA_HOME; sourced by ./allclear and ./dev.

jdk_is_enough() {
  [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 1
  major=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  [ "${major:-0}" -ge 25 ]
}

find_jdk() {
  on_path=$(readlink -f "$(command -v java || echo none)")
  for home in "${JAVA_HOME:-none}" "${on_path%/bin/java}" /usr/lib/jvm/*; do
    if jdk_is_enough "$home"; then
      export JAVA_HOME="$home"
      return
    fi
  done
  fail "Allclear needs a JDK 25. Install one (Temurin 25: package temurin-25-jdk) or set JAVA_HOME to it."
}

need_maven() {
  command -v mvn >/dev/null || fail "Building Allclear needs Maven 3.8 or newer. Install it: apt-get install maven"
}

fail() {
  echo "$1" >&2
  exit 1
}
