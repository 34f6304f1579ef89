#!/usr/bin/env bash
# Compares bits: all recorded simulations and a fit of 200 evaluations, on threads and on 1, 2, 3, 4, 7 and 10 ranks of both MPI families; writes docs/bits.md.
# Goes on where it was ended: each comparison is a line of bits.csv. Needs HNN_REFERENCE, HNN_DATA, the .NET SDK, Open MPI and MPICH.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
results=tests/reliability/bits.csv document=docs/bits.md
hnn="dotnet src/Hnn.Cli/bin/Release/net10.0/hnn.dll"
fit="dotnet tests/Hnn.Mpi.FaultProgram/bin/Release/net10.0/Hnn.Mpi.FaultProgram.dll hash 200"
limit="timeout --kill-after=30 1800"

for project in src/Hnn.Cli tests/Hnn.Mpi.FaultProgram; do
    dotnet build "$project" -c Release -nologo -v quiet || { echo "bits.sh: the build failed; nothing was compared." >&2; exit 1; }
done
touch "$results"
expected=$($fit)

# note WHAT LAUNCHER RANKS COMMAND…: runs what prints the outcome, unless that was done before.
note() {
    local key="$1,$2,$3"
    grep -q "^$key,.*,passed," "$results" && return
    sed -i "/^$key,/d" "$results"
    local begin=$SECONDS outcome
    outcome=$("${@:4}")
    local seconds=$((SECONDS - begin)) state=failed
    case "$outcome" in "36 of 36 cases have the same bits"* | "$expected") state=passed ;; esac
    echo "$key,${outcome:0:64},$state,$seconds" | tee -a "$results"
}
verify() { $limit $hnn verify --mpi "$2" --launcher "$1" 2>&1 | tail -n 1; }
fits() { $limit $fit "$1" "$2" 2>&1 | tail -n 1; }

for launcher in mpiexec.openmpi mpiexec.mpich; do
    for ranks in 1 2 3 4 7 10; do
        note "36 simulations" "$launcher" "$ranks" verify "$launcher" "$ranks"
        note "fit of 200 evaluations" "$launcher" "$ranks" fits "$launcher" "$ranks"
    done
done

{
    echo "# The same bits on any number of ranks"
    echo
    echo "Written by \`tests/reliability/bits.sh\` on $(date -u +%F), on $(nproc) processors. A simulation is one of the 36 recorded ones, replayed on the ranks and on threads (\`hnn verify --mpi N\`), with hashes over all its results:"
    echo "dipoles, spikes, voltages, currents, calcium, potentials. The fit has 200 evaluations of a 3x3 column by CMA-ES, with a hash over the best parameters and all evaluations; on threads it is \`${expected:0:16}…\`."
    echo "Single trials are shared out by cells, several by trials. One rank stands for the process itself."
    echo
    echo "| what | launcher | ranks | outcome | seconds |"
    echo "|---|---|---|---|---|"
    awk -F, '{ printf "| %s | %s | %s | %s | %s |\n", $1, $2, $3, ($5 == "passed" ? ($1 ~ /^fit/ ? "same hash" : "36 of 36 the same") : "FAILED: " $4), $6 }' "$results"
} > "$document"
passed=$(grep -c ",passed," "$results") total=24
echo "$passed passed, $(grep -c ",failed," "$results") failed, $((total - $(wc -l < "$results"))) skipped"
[ "$passed" -eq "$total" ]
