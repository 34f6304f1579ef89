#!/usr/bin/env bash
# Does harm to MPI jobs, 100 times in all, and writes the table of docs/reliability.md. Goes on where it was ended: each fault is a line of results.csv.
# tests/reliability/run.sh [seconds]   begins no further fault after so long (default 1500); needs Linux, the .NET SDK, Open MPI and MPICH
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
seconds=${1-1500} faults=100
results=tests/reliability/results.csv document=docs/reliability.md
program=tests/Hnn.Mpi.FaultProgram/bin/Release/net10.0/Hnn.Mpi.FaultProgram.dll

dotnet build tests/Hnn.Mpi.FaultProgram -c Release -nologo -v quiet || { echo "run.sh: the build failed; no fault was done." >&2; exit 1; }
timeout --kill-after=30 $((seconds + 600)) dotnet "$program" faults "$results" "$faults" "$seconds"
table=$(dotnet "$program" table "$results")
awk -v table="$table" '/<!-- table -->/ { print; print table; inside = 1; next } /<!-- end -->/ { inside = 0 } !inside' "$document" > "$document.new" && mv "$document.new" "$document"

# A fault has passed if it ended with the same result or the typed error and left nothing behind.
total=$(wc -l < "$results")
passed=$(awk -F, '($6 == "Same" || $6 == "Error") && $8 == 0' "$results" | wc -l)
echo "$passed passed, $((total - passed)) failed, $((faults - total)) skipped"
[ "$passed" -eq "$faults" ]
