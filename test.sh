#!/usr/bin/env bash
# Builds everything in Release (warnings are errors), runs every test project and sums their results.
# ./test.sh        tests that need recorded data are skipped where HNN_REFERENCE or HNN_DATA is not set
# ./test.sh --all  skips nothing (a skipped test counts as failed), repeats all recorded simulations and every notebook, and installs Node.js, Chromium, Open MPI, MPICH, gcc, Jupyter and its kernel tests where they are missing
set -uo pipefail
cd "$(dirname "$0")" || exit 1
export DOTNET_CLI_TELEMETRY_OPTOUT=1 TESTINGPLATFORM_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

options=()
case "${1-}" in
    "") ;;
    --all) options+=(-failSkips); export HNN_TEST_ALL=1 ;;
    *) echo "test.sh: unknown option '$1'; the only one is --all." >&2; exit 2 ;;
esac
if [ "${1-}" = --all ]; then
    for name in HNN_REFERENCE HNN_DATA; do
        if [ ! -d "${!name-}" ]; then
            echo "test.sh: --all skips nothing, so $name must name the folder of recorded data (now: '${!name-}'). Set it, or leave out --all." >&2
            exit 1
        fi
    done
fi
if ! command -v dotnet >/dev/null; then
    echo "test.sh: the command 'dotnet' is missing. Install the .NET SDK named in global.json." >&2
    exit 1
fi

# An independent reader of our Parquet files comes from npm; charts and notebook pages are opened in a browser; ranks run under both families of MPI.
if [ "${1-}" = --all ]; then
    missing=()
    command -v npm >/dev/null || missing+=(nodejs npm)
    command -v chromium >/dev/null || missing+=(chromium)
    command -v mpiexec.openmpi >/dev/null || missing+=(openmpi-bin)
    command -v mpiexec.mpich >/dev/null || missing+=(mpich)
    command -v gcc >/dev/null || missing+=(gcc libc6-dev)
    command -v ip >/dev/null || missing+=(iproute2)
    command -v unshare >/dev/null || missing+=(util-linux)
    command -v ps >/dev/null || missing+=(procps)
    [ -d /usr/lib/python3/dist-packages/jupyter_kernel_test ] || missing+=(python3-jupyter-kernel-test)
    [ -x /usr/bin/jupyter-notebook ] || missing+=(jupyter-notebook)
    [ -x /usr/bin/jupyter-nbconvert ] || missing+=(jupyter-nbconvert)
    if [ "${#missing[@]}" -gt 0 ]; then
        if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
            echo "test.sh: --all needs ${missing[*]}: Node.js with npm reads our Parquet files as others would, Chromium opens our pages, Open MPI and MPICH run our ranks, gcc builds a library of the standard ABI, iproute2, util-linux and procps make hosts of namespaces, python3-jupyter-kernel-test tries our kernel, and jupyter-notebook and jupyter-nbconvert run a lesson with it. Install them, or leave out --all." >&2
            exit 1
        fi
        { apt-get update -qq && apt-get install -y -qq "${missing[@]}"; } >/dev/null || { echo "test.sh: ${missing[*]} could not be installed." >&2; exit 1; }
    fi
fi

dotnet build HnnNotebooks.sln -c Release -nologo -v quiet || { echo "test.sh: the build failed; no test was run." >&2; exit 1; }

log=$(mktemp)
trap 'rm -f "$log"' EXIT
total=0 failed=0 skipped=0
for project in tests/*.Tests; do
    name=$(basename "$project")
    dotnet "$project/bin/Release/net10.0/$name.dll" -noColor -noLogo "${options[@]}" </dev/null | tee "$log"
    exit_code=${PIPESTATUS[0]}
    read -r t e f s < <(sed -nE 's/^ *[^ ]+  Total: ([0-9]+), Errors: ([0-9]+), Failed: ([0-9]+), Skipped: ([0-9]+).*/\1 \2 \3 \4/p' "$log" | tail -n 1)
    if [ -z "${t-}" ] || { [ "$exit_code" -ne 0 ] && [ $((e + f)) -eq 0 ]; }; then
        echo "test.sh: $name ended with code $exit_code before it could report its results." >&2
        t=1 e=0 f=1 s=0
    fi
    total=$((total + t + e)) failed=$((failed + f + e)) skipped=$((skipped + s))
done
echo "$((total - failed - skipped)) passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
