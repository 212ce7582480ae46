# shellcheck shell=sh
# To be sourced, in the folder of compose.yaml: reaches the composed suite through docker or podman.

database=postgres
# shellcheck disable=SC2034 # for those who source this
services='auth-service client-service portfolio-service webhook-service notification-service gateway'

fail() {
    echo "${0##*/}: $*" >&2
    exit 1
}

if [ -z "${ENGINE:-}" ]; then
    if docker info >/dev/null 2>&1; then ENGINE=docker; else ENGINE=podman; fi
fi

if [ -z "${COMPOSE:-}" ]; then
    if [ "$ENGINE" = docker ]; then COMPOSE='docker compose'; else COMPOSE=podman-compose; fi
fi

compose() {
    $COMPOSE "$@"
}

# A setting of .env, unless the environment has it.
setting() { # NAME DEFAULT
    value=$(printenv "$1" || sed -n "s/^$1=//p" .env 2>/dev/null | tail -n 1)
    echo "${value:-$2}"
}

project=$(setting COMPOSE_PROJECT_NAME cactus)

# The id of a service's container; nothing when it does not run.
container() {
    "$ENGINE" ps -q --filter "label=com.docker.compose.project=$project" \
        --filter "label=com.docker.compose.service=$1" | head -n 1
}

# inside SERVICE COMMAND…: runs a command in its container, with our standard input.
inside() {
    id=$(container "$1")
    [ -n "$id" ] || { echo "$1 does not run" >&2; return 1; }
    shift
    "$ENGINE" exec -i "$id" "$@"
}

sql() { # STATEMENT
    inside "$database" psql -U postgres -d cactus -XAtqc "$1" </dev/null
}

# Waits until a service says that it is ready; a minute at most.
await() {
    for _ in $(seq 60); do
        if inside "$1" /app/service probe </dev/null 2>/dev/null; then return 0; fi
        sleep 1
    done
    return 1
}
