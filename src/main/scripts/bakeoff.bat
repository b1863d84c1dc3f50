@echo off
rem Starts bakeoff on Windows; see the script for other systems beside this one.
setlocal
set "home=%~dp0.."
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
if exist "%home%\runtime\bin\java.exe" set "java=%home%\runtime\bin\java"
"%java%" "-XX:SharedArchiveFile=%home%\bin\bakeoff.jsa" ^
  -Xlog:disable -Xlog:all=error:stderr -XX:TieredStopAtLevel=1 -XX:+UseSerialGC ^
  -cp "%home%\bakeoff.jar" bakeoff.cli.Bakeoff %*
exit /b %errorlevel%
