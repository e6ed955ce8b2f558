#!/usr/bin/env bash
# Packages Hotlens: an application folder, or with an argument (deb, rpm, msi, dmg ...) an installer as well.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
type=${1:-app-image}
description="Tells why a running JVM is slow, leaking or stuck"

java_home=${HOTLENS_JAVA_HOME:-${JAVA_HOME:-}}
if [ ! -x "$java_home/bin/jpackage" ] || ! grep -qs '^JAVA_VERSION="25' "$java_home/release"; then
  for candidate in /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -x "$candidate/bin/jpackage" ] && grep -q '^JAVA_VERSION="25' "$candidate/release" 2>/dev/null; then java_home=$candidate; fi
  done
fi
[ -x "$java_home/bin/jpackage" ] || { echo "A JDK 25 with jpackage is needed: set HOTLENS_JAVA_HOME to it." >&2; exit 70; }
mvn -q -B -DskipTests -Djacoco.skip=true package

case $(uname -s) in
  Linux) os=linux libraries=lib ;;
  Darwin) os=mac libraries=lib ;;
  *) os=windows libraries=bin ;;
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
# Where JavaFX looks first for its native parts; else it unpacks them into the user's home at each new version and checks them at each start.
mkdir "$out/native"
for jar in "$out"/fx/javafx-graphics-*.jar; do (cd "$out/native" && "$java_home/bin/jar" --extract --file "$OLDPWD/$jar"); done
find "$out/native" -maxdepth 1 -type f \( -name '*.so' -o -name '*.dylib' -o -name '*.dll' \) -exec cp {} "$out/runtime/$libraries/" \;
"$java_home/bin/java" jpackage/Icons.java ui/src/main/resources/io/hotlens/ui "$out/icons"
"$java_home/bin/jpackage" @jpackage/common.args @jpackage/$os.args --description "$description" --type app-image --input "$out/jars" --main-jar hotlens-ui-0.1.0.jar \
  --runtime-image "$out/runtime" --dest "$out"

# A start rehearsed without a display is kept in a cache beside the jars, which nearly halves the time to the first window.
case $os in
  mac) image=$out/Hotlens.app app=$image/Contents/app launcher=$image/Contents/MacOS/Hotlens ;;
  windows) image=$out/Hotlens app=$image/app launcher=$image/Hotlens.exe ;;
  *) image=$out/Hotlens app=$image/lib/app launcher=$image/bin/Hotlens ;;
esac
JAVA_TOOL_OPTIONS="-Dglass.platform=Headless -Dprism.order=sw -Dhotlens.rehearse=true -XX:AOTCacheOutput=$app/hotlens.aot" \
  "$launcher" >"$out/rehearsal.log" 2>&1 || { cat "$out/rehearsal.log" >&2; exit 70; }
for config in "$app"/*.cfg; do
  awk '{ print } /^\[JavaOptions\]/ { print "java-options=-XX:AOTCache=$APPDIR/hotlens.aot\njava-options=-Xlog:aot=off\njava-options=-Xlog:cds=off" }' \
    "$config" >"$out/config"
  mv "$out/config" "$config"
done

if [ "$type" != app-image ]; then
  installer=()
  [ -f "jpackage/$os-installer.args" ] && installer=("@jpackage/$os-installer.args")
  "$java_home/bin/jpackage" --name Hotlens --app-version 0.1.0 --vendor Hotlens --description "$description" --type "$type" \
    --app-image "$image" --dest "$out" "${installer[@]}"
fi
find "$out" -maxdepth 1 \( -name "Hotlens*" -o -name "*.$type" \)
