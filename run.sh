#!/usr/bin/env bash
DOTNET_CLI_TELEMETRY_OPTOUT=1 exec dotnet run -c Release --project "$(dirname "$0")/src/Hnn.Cli" -- tutorial "$@"
