# What ./allclear and ./dev share: finding a JDK 25 and running Maven with it. Sourced, not run.

find_jdk() {
  on_path=$(readlink -f "$(command -v java || echo none)")
  for home in "${JAVA_HOME:-none}" "${on_path%/bin/java}" /usr/lib/jvm/*; do
    if jdk_is_enough "$home"; then
      export JAVA_HOME="$home"
      return
    fi
  done
  fail "Allclear needs a JDK 25. Install one (for example the package temurin-25-jdk) or set JAVA_HOME to it."
}

# Every JDK says its version in a file: quicker than to start each one and ask.
jdk_is_enough() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  major=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  [ "${major:-0}" -ge 25 ]
}

need_maven() {
  command -v mvn >/dev/null || fail "Building Allclear needs Maven 3.8 or newer. Install it: apt-get install maven"
}

# Maven 3.8's own libraries still use Unsafe, and Java 25 would complain about that in every build.
maven() {
  # shellcheck disable=SC2086 # MAVEN_ARGS is a list, as Maven 3.9 reads it by itself
  MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow ${MAVEN_OPTS:-}" mvn ${MAVEN_ARGS:-} -B -ntp "$@"
}

fail() {
  echo "$1" >&2
  exit 1
}
