@echo off
rem Builds Hotlens when it is not built yet, then runs it on a JDK 25 that it finds by itself.
setlocal enabledelayedexpansion
set "HERE=%~dp0"
set "FOUND="
for %%D in ("%HOTLENS_JAVA_HOME%" "%JAVA_HOME%") do call :try %%D
for /d %%D in ("%ProgramFiles%\Java\*" "%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Microsoft\*" "%ProgramFiles%\Zulu\*" "%USERPROFILE%\.jdks\*") do call :try "%%~D"
if not defined FOUND (
  echo Hotlens needs a JDK 25, and none was found: install one, or set HOTLENS_JAVA_HOME to it. 1>&2
  exit /b 70
)
set "STALE=1"
if exist "%HERE%ui\target\hotlens-ui-0.1.0.jar" (
  powershell -NoProfile -Command "$jar = (Get-Item '%HERE%ui\target\hotlens-ui-0.1.0.jar').LastWriteTime; $newer = Get-ChildItem -Recurse -File '%HERE%skills\src\main','%HERE%app\src\main','%HERE%ui\src\main' | Where-Object { $_.LastWriteTime -gt $jar }; if ($newer) { exit 1 } else { exit 0 }" && set "STALE="
)
if defined STALE (
  where mvn >nul 2>nul || (
    echo Hotlens has to be built first, and Maven is not installed: install Maven 3.8 or later and try again. 1>&2
    exit /b 70
  )
  echo Building Hotlens ^(the first time also fetches its libraries^) ... 1>&2
  pushd "%HERE%"
  call mvn -B -DskipTests "-Djacoco.skip=true" package 1>&2 || (popd & exit /b 70)
  popd
)
"%FOUND%\bin\java" -Xms24m -Xmx384m -XX:MaxNewSize=32m -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=20 -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:SoftRefLRUPolicyMSPerMB=20 -XX:TieredStopAtLevel=1 -Dsun.rmi.transport.tcp.handshakeTimeout=5000 --enable-native-access=ALL-UNNAMED -cp "%HERE%ui\target\hotlens-ui-0.1.0.jar;%HERE%ui\target\lib\*" io.hotlens.ui.Main %*
exit /b %errorlevel%

:try
if defined FOUND exit /b 0
if not exist "%~1\release" exit /b 0
findstr /b /c:"JAVA_VERSION=\"25" "%~1\release" >nul 2>nul && set "FOUND=%~1"
exit /b 0
