#!/usr/bin/env bash
# Packages what mvn -DskipTests package built: an application folder, or with an argument (deb, rpm, dmg ...) an installer.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
type=${1:-app-image}

java_home=${HOTLENS_JAVA_HOME:-${JAVA_HOME:-}}
if [ ! -x "$java_home/bin/jpackage" ] || ! grep -q '^JAVA_VERSION="25' "$java_home/release"; then
  for candidate in /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -x "$candidate/bin/jpackage" ] && grep -q '^JAVA_VERSION="25' "$candidate/release" 2>/dev/null; then java_home=$candidate; fi
  done
fi
[ -x "$java_home/bin/jpackage" ] || { echo "A JDK 25 with jpackage is needed: set HOTLENS_JAVA_HOME to it." >&2; exit 70; }
[ -f ui/target/hotlens-ui-0.1.0.jar ] || { echo "Build first: mvn -DskipTests package" >&2; exit 64; }

case $(uname -s) in
  Linux) os=linux ;;
  Darwin) os=mac ;;
  *) os=windows ;;
esac
out=target/jpackage
rm -rf "$out"
mkdir -p "$out/jars" "$out/fx"
for jar in ui/target/lib/*.jar ui/target/hotlens-ui-0.1.0.jar; do
  case $(basename "$jar") in
    javafx-*-linux*.jar | javafx-*-mac*.jar | javafx-*-win*.jar) cp "$jar" "$out/fx/" ;;
    javafx-*.jar) ;;
    *) cp "$jar" "$out/jars/" ;;
  esac
done
"$java_home/bin/jlink" --module-path "$out/fx" --output "$out/runtime" --strip-debug --no-header-files --no-man-pages --compress zip-6 \
  --add-modules java.base,java.desktop,java.logging,java.management,java.management.rmi,java.naming,java.net.http,java.rmi,java.sql,java.xml,jdk.attach,jdk.charsets,jdk.crypto.ec,jdk.jfr,jdk.management,jdk.management.agent,jdk.management.jfr,jdk.unsupported,jdk.zipfs,javafx.controls
"$java_home/bin/jpackage" @jpackage/common.args @jpackage/$os.args --type app-image --input "$out/jars" --main-jar hotlens-ui-0.1.0.jar \
  --runtime-image "$out/runtime" --dest "$out"
if [ "$type" != app-image ]; then
  installer=()
  [ -f "jpackage/$os-installer.args" ] && installer=("@jpackage/$os-installer.args")
  "$java_home/bin/jpackage" --name Hotlens --app-version 0.1.0 --type "$type" --app-image "$out/Hotlens" --dest "$out" "${installer[@]}"
fi
ls -d "$out"/Hotlens* "$out"/*."$type" 2>/dev/null
