#!/usr/bin/env bash
# Makes hosts h1, h2, ... inside this machine and keeps them until its input ends. To be started in a network of its own, as root:
#   unshare --net bash hosts.sh COUNT
# It prints its folder, which holds agent.sh and a file with the process id of each host, when all of them are there.
# Its network is the switch, with a cable to each host; no network leads outside. Networks without names cannot collide with others' and go
# with their processes. h1 shares the process ids of whoever starts this, so that a launcher there can be sent signals; the others have their own.
set -euo pipefail

# Becomes a host: told once by its process id as it is seen from outside, it waits to be ended.
be_host() { # NAME FOLDER
    read -r pid _ </proc/self/stat
    hostname "$1"
    mount -t tmpfs "$1" /dev/shm
    mount --bind "$2/hosts" /etc/hosts
    [ $$ -ne 1 ] || mount -t proc "$1" /proc
    echo 1 >/proc/sys/net/ipv6/conf/all/disable_ipv6 || true
    ip link set lo up
    echo "$pid"
    sleep infinity >/dev/null &
    wait # as the first of its processes it also buries those whose parent is gone
}

# A host with its cable.
add_host() { # NUMBER
    local host=h$1 own=(--net --uts --ipc --mount) pid
    [ "$1" -eq 1 ] || own+=(--pid --fork)
    read -r pid < <(exec unshare "${own[@]}" bash "$0" --host "$host" "$folder" </dev/null)
    echo "$pid" >"$folder/$host"
    networks+=("$(readlink "/proc/$pid/ns/net")")
    ip link add name "$host" type veth peer name eth0 netns "$pid"
    ip link set "$host" master switch up
    nsenter --target "$pid" --net ip address add "10.77.0.$1/24" dev eth0
    nsenter --target "$pid" --net ip link set eth0 up
}

# Ends all processes in the hosts' networks, as whatever is in there was started by us; again while there are any.
end_hosts() {
    local network links
    for network in "${networks[@]}"; do
        while links=$(find /proc/[0-9]*/ns/net -maxdepth 0 -lname "${network//[\[\]]/?}" 2>/dev/null || true) && [ -n "$links" ]; do
            cut -d/ -f3 <<<"$links" | xargs kill -KILL 2>/dev/null || true
            sleep 0.02
        done
    done
    rm -rf "$folder"
}

if [ "$1" = --host ]; then
    be_host "$2" "$3"
fi
folder=$(mktemp -d)
networks=()
trap end_hosts EXIT
cp "$(dirname "$0")/agent.sh" "$folder"
chmod +x "$folder/agent.sh"
echo "127.0.0.1 localhost" >"$folder/hosts"
for ((number = 1; number <= $1; number++)); do
    echo "10.77.0.$number h$number" >>"$folder/hosts"
done
ip link add name switch type bridge
ip link set switch up
for ((number = 1; number <= $1; number++)); do
    add_host "$number"
done
echo "$folder"
cat >/dev/null
