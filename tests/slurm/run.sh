#!/usr/bin/env bash
# Runs ranks under a real Slurm of two nodes on this machine, unpacked from Debian's packages, and writes what came of it to docs/slurm.md.
#   tests/slurm/run.sh
# Needs Debian, root, Open MPI, MPICH, HNN_REFERENCE, the command and the tests built in Release. Installs nothing: the packages stay in out/slurm, so that a second run needs none.
# Everything runs in namespaces of its own (network, files, processes): nothing is reachable from outside, and all of it ends with this script.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1

packages=(slurmctld slurmd slurm-client slurm-wlm-basic-plugins)
folder=$PWD/out/slurm
libraries=/usr/lib/x86_64-linux-gnu
ranks="dotnet $PWD/tests/Hnn.Mpi.Tests/bin/Release/net10.0/Hnn.Mpi.RankProgram.dll"
hnn="dotnet $PWD/src/Hnn.Cli/bin/Release/net10.0/hnn.dll"
limit=120

# What is run inside an allocation of both nodes, a line each: launcher | command | what it prints, among other things.
runs() {
    local launcher abi
    while IFS='|' read -r launcher abi; do
        echo "$launcher|$launcher $ranks who|$abi 2"
        echo "$launcher|$launcher $ranks collectives|0 wrong on 2"
        echo "$launcher|$launcher $ranks messages|0 wrong on 2"
        echo "$launcher|$hnn mpi check --mpi 2 --launcher '${launcher/-n 2/-n {n\} {program\}}'|the same bits on the ranks as on the threads"
        echo "$launcher|$hnn verify --mpi 2 --launcher '${launcher/-n 2/-n {n\} {program\}}' --case small_evoked_a --case small_trials3|2 of 2 cases have the same bits on 2 ranks"
    done <<'LAUNCHERS'
srun --mpi=pmi2 -K1 -n 2|Mpich
srun --mpi=pmix -K1 -n 2|OpenMpi
mpiexec.mpich -n 2|Mpich
mpiexec.openmpi --bind-to none -n 2|OpenMpi
LAUNCHERS
}

# Ends as a skipped test does.
skip() {
    echo "tests/slurm/run.sh: $1"
    echo "0 passed, 0 failed, 1 skipped"
    exit 0
}

unpack() {
    local command package
    [ -d "${HNN_REFERENCE-}" ] || skip "needs HNN_REFERENCE, the folder of recorded simulations."
    for command in apt-get dpkg unshare ip mpiexec.mpich mpiexec.openmpi; do
        command -v "$command" >/dev/null || skip "needs the command $command."
    done
    unshare --net --mount --pid --fork true 2>/dev/null || skip "needs root and the right to make namespaces."
    [ ! -e "$folder/unpacked" ] || return 0
    rm -rf "$folder"
    mkdir -p "$folder/packages"
    (cd "$folder/packages" && timeout 120 apt-get download -qq "${packages[@]}" 2>/dev/null) || skip "the packages ${packages[*]} cannot be downloaded."
    for package in "$folder"/packages/*.deb; do
        dpkg -x "$package" "$folder/root" || exit 1
    done
    touch "$folder/unpacked"
}

# A network with one card, since Open MPI does not use the loopback alone; a name for this machine in it; temporary folders, one for each node;
# and the name by which Slurm opens PMIx, which Debian has only in the package for developers.
prepare_namespaces() {
    ip link set lo up
    ip link add eth0 type veth peer name eth1
    ip address add 10.77.0.1/24 dev eth0
    ip link set eth0 up
    ip link set eth1 up
    echo "127.0.0.1 localhost $(hostname)" >"$folder/hosts"
    mount --bind "$folder/hosts" /etc/hosts
    mount -t tmpfs slurm /dev/shm
    mkdir /dev/shm/n1 /dev/shm/n2
    rm -rf "$folder/pmix"
    cp -a "$libraries/pmix2/lib" "$folder/pmix"
    ln -sf libpmix.so.2 "$folder/pmix/libpmix.so"
    mount --bind "$folder/pmix" "$libraries/pmix2/lib"
}

configure() {
    rm -rf "$folder/run"
    mkdir -p "$folder"/run/{state,n1,n2}
    cat >"$folder/slurm.conf" <<CONFIGURATION
ClusterName=test
SlurmctldHost=$(hostname)(127.0.0.1)
SlurmUser=root
AuthType=auth/none
CredType=cred/none
PluginDir=$folder/root$libraries/slurm-wlm
StateSaveLocation=$folder/run/state
SlurmdSpoolDir=$folder/run/%n
TmpFS=/dev/shm/%n
SlurmctldPidFile=$folder/run/slurmctld.pid
SlurmdPidFile=$folder/run/%n.pid
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SwitchType=switch/none
SelectType=select/linear
SlurmdParameters=config_overrides
ReturnToService=2
NodeName=n1 NodeHostname=$(hostname) NodeAddr=127.0.0.1 Port=6821 CPUs=2
NodeName=n2 NodeHostname=$(hostname) NodeAddr=127.0.0.1 Port=6822 CPUs=2
PartitionName=all Nodes=n1,n2 Default=YES State=UP
CONFIGURATION
    export SLURM_CONF=$folder/slurm.conf PATH=$folder/root/usr/bin:$PATH LD_LIBRARY_PATH=$folder/root$libraries/slurm-wlm
    export OMPI_ALLOW_RUN_AS_ROOT=1 OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1
}

start_slurm() {
    local programs=$folder/root/usr/sbin node
    "$programs/slurmctld-wlm" -D >"$folder/run/slurmctld.log" 2>&1 &
    for node in n1 n2; do
        "$programs/slurmd-wlm" -D -N "$node" -d "$programs/slurmstepd-wlm" >"$folder/run/$node.log" 2>&1 &
    done
    for ((tenth = 0; tenth < 10 * limit; tenth++)); do
        [ "$(sinfo --noheader --states=idle --format=%D 2>/dev/null)" != 2 ] || return 0
        sleep 0.1
    done
    echo "tests/slurm/run.sh: Slurm's nodes were not ready after $limit s; see $folder/run/*.log." >&2
    return 1
}

# Runs each command, and prints what is told in the report.
run_all() {
    local launcher command program expected output begin seconds result
    echo "# Under Slurm"
    echo
    echo "Written by tests/slurm/run.sh on $(date +%F): $(srun --version), two nodes on one machine of $(nproc) cores; $(mpiexec.openmpi --version | sed -n '1s/.*) /Open MPI /p'), $(mpiexec.mpich --version | sed -nE 's/ *Version: */MPICH /p'), .NET $(dotnet --version | cut -d. -f1,2)."
    echo "Every command runs inside an allocation of both nodes, one rank on each where srun starts them. Seconds are from the launcher's start to its end."
    echo
    echo "| Launcher | Program | Prints | Result | Seconds |"
    echo "|---|---|---|---|---:|"
    while IFS='|' read -r launcher command expected; do
        begin=$EPOCHREALTIME
        output=$(timeout -k 5 "$limit" bash -c "$command" </dev/null 2>"$folder/run/errors")
        seconds=$(awk "BEGIN { printf \"%.1f\", $EPOCHREALTIME - $begin }")
        [[ $output == *"$expected"* ]] && result=passed || result=failed
        program=${command##*"$PWD"*/net10.0/} program=${program/" --launcher '"*"'"/}
        echo "| \`$launcher\` | ${program/hnn.dll/hnn} | $expected | $result | $seconds |"
        [ "$result" = passed ] || { echo "$command: '$output' instead of '$expected'"; cat "$folder/run/errors"; } >&2
    done < <(runs)
}

case "${1-}" in
    "")
        unpack
        exec unshare --net --mount --ipc --pid --fork --kill-child --mount-proc bash "$0" --inside
        ;;
    --inside)
        prepare_namespaces && configure && start_slurm || { echo "0 passed, 1 failed, 0 skipped"; exit 1; }
        timeout 1800 salloc --quiet --nodes=2 --ntasks=2 bash "$0" --allocated >"$folder/report.md"
        cp "$folder/report.md" docs/slurm.md
        cat docs/slurm.md
        passed=$(grep -c '| passed |' docs/slurm.md) all=$(runs | wc -l)
        echo "$passed passed, $((all - passed)) failed, 0 skipped"
        [ "$passed" -eq "$all" ]
        ;;
    --allocated) run_all ;;
    *) echo "tests/slurm/run.sh: unknown option '$1'; there is none to give." >&2; exit 2 ;;
esac
