#!/usr/bin/env bash
# Runs the first lesson from its first cell to its last; the executed notebook and its web page are written to out/.
cd "$(dirname "$0")" || exit 1
lesson=01-optimize-simulated-evoked-response-parameters
DOTNET_CLI_TELEMETRY_OPTOUT=1 exec dotnet run -c Release --project src/Hnn.Cli -- notebook run "notebooks/$lesson.ipynb" -o "out/$lesson.ipynb" --html "out/$lesson.html" "$@"
