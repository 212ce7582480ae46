#!/bin/bash
# Makes this machine the box of Cactus and keeps it so. Runs at every start and whenever a release is to be taken; what
# is done already is left as it is, so it may be run again at any time. Log: /var/log/cactus-box.log and the journal.
# usage: cactus-box [certificate]
set -euo pipefail

# shellcheck source=/dev/null
. /etc/cactus/box.env
: "${CACTUS_REGION:?}" "${CACTUS_VOLUME:?}" "${CACTUS_RELEASES_BUCKET:?}" "${CACTUS_BACKUPS_BUCKET:?}" \
    "${CACTUS_RELEASE_PARAMETER:?}" "${CACTUS_SECRETS_PARAMETER:?}" "${CACTUS_HOOK_SECRET_PARAMETER:?}" \
    "${CACTUS_ORIGIN_SECRET_PARAMETER:?}" "${CACTUS_CERTIFICATE_ARN:?}" "${CACTUS_CERTIFICATE_REGION:?}" "${CACTUS_PUBLIC_HOST:?}" \
    "${CACTUS_BEHIND_PROXY:?}" "${CACTUS_ADMIN_EMAIL:?}"
home=/srv/cactus
deploy=$home/deploy
export AWS_DEFAULT_REGION=$CACTUS_REGION

say() { echo "$(date -u +%FT%TZ) $*"; }

# Docker is Amazon's own; its compose plugin is not in Amazon Linux, so that one package comes signed from Docker.
install_docker() {
    rpm -q docker docker-compose-plugin >/dev/null && return
    say "Installing docker"
    cat > /etc/yum.repos.d/docker-compose.repo <<'REPO'
[docker-compose]
name=Docker, for the compose plugin only
baseurl=https://download.docker.com/linux/centos/9/$basearch/stable
gpgkey=https://download.docker.com/linux/centos/gpg
gpgcheck=1
includepkgs=docker-compose-plugin
REPO
    dnf install -y docker docker-compose-plugin
}

# Installing packages alone takes more than 1 GiB has left.
add_swap() {
    if [ ! -f /var/swapfile ]; then
        say "Making swap"
        install -m 600 /dev/null /var/swapfile
        dd if=/dev/zero of=/var/swapfile bs=1M count=1024 status=none
        mkswap /var/swapfile >/dev/null
    fi
    swapon --show=NAME --noheadings | grep -qx /var/swapfile || swapon /var/swapfile
    sysctl -qw vm.swappiness=10
}

# Everything worth keeping is on the data volume; a new box finds it there.
mount_data() {
    local device=/dev/disk/by-id/nvme-Amazon_Elastic_Block_Store_${CACTUS_VOLUME/-/}
    if ! mountpoint -q "$home"; then
        # It is attached while this runs.
        for _ in $(seq 60); do [ -b "$device" ] && break; sleep 5; done
        [ -b "$device" ] || { say "The data volume $CACTUS_VOLUME is not attached"; exit 1; }
        # Only an empty one is formatted; mkfs itself refuses another.
        blkid -p "$device" >/dev/null || mkfs.xfs "$device"
        install -d "$home"
        grep -q " $home " /etc/fstab || echo "$device $home xfs defaults,nofail 0 2" >> /etc/fstab
        mount "$home"
        say "Mounted $CACTUS_VOLUME at $home"
    fi
    xfs_growfs "$home" >/dev/null
}

configure_docker() {
    install -d /etc/docker /etc/systemd/system/docker.service.d
    cat > /etc/docker/daemon.json <<JSON
{"data-root": "$home/docker", "log-driver": "json-file", "log-opts": {"max-size": "10m", "max-file": "3"}}
JSON
    cat > /etc/systemd/system/docker.service.d/data.conf <<UNIT
[Unit]
RequiresMountsFor=$home
UNIT
}

write_units() {
    cat > /etc/systemd/system/cactus.service <<UNIT
[Unit]
Description=Cactus
Requires=docker.service
After=docker.service network-online.target
RequiresMountsFor=$home
ConditionPathExists=$deploy/.env
[Service]
Type=oneshot
RemainAfterExit=yes
WorkingDirectory=$deploy
ExecStart=/usr/bin/docker compose up -d
ExecReload=/usr/bin/docker compose up -d
ExecStop=/usr/bin/docker compose stop
TimeoutStartSec=15min
[Install]
WantedBy=multi-user.target
UNIT
    periodic metrics "$deploy/publish-metrics" '*:0/1'
    periodic backup "$deploy/backup" '*-*-* 04:30'
    periodic certificate '/usr/local/sbin/cactus-box certificate' '*-*-* 03:15'
    systemctl daemon-reload
}

periodic() { # NAME COMMAND WHEN
    cat > "/etc/systemd/system/cactus-$1.service" <<UNIT
[Unit]
Description=Cactus: $1
ConditionPathExists=$deploy/.env
[Service]
Type=oneshot
Environment=CACTUS_DISK=$home
ExecStart=$2
UNIT
    cat > "/etc/systemd/system/cactus-$1.timer" <<UNIT
[Unit]
Description=Cactus: $1
[Timer]
OnCalendar=$3
AccuracySec=1s
Persistent=true
[Install]
WantedBy=timers.target
UNIT
}

# Prints a parameter; nothing when there is none yet. Whatever else goes wrong ends the run: no secret is made twice.
parameter() {
    local answer
    if answer=$(aws ssm get-parameter --name "$1" --with-decryption --query Parameter.Value --output text 2>&1); then
        echo "$answer"
    elif [[ $answer != *ParameterNotFound* ]]; then
        say "Cannot read $1: $answer" >&2
        return 1
    fi
}

# Writes a secret once. What is there stays, and it is never an argument, which ps would show.
keep_parameter() { # NAME VALUE
    local request answer
    request=$(mktemp -p /run)
    printf '{"Name": "%s", "Type": "SecureString", "Value": "%s", "Overwrite": false}' "$1" "$2" > "$request"
    answer=$(aws ssm put-parameter --cli-input-json "file://$request" 2>&1) ||
        [[ $answer == *ParameterAlreadyExists* ]] || { say "Cannot write $1: $answer"; exit 1; }
    rm "$request"
}

# Puts the files of a release in their place. Secrets, certificate and settings are in the same folder and stay.
fetch_release() { # VERSION
    say "Fetching release $1"
    rm -rf "$home/incoming"
    install -d "$home/incoming"
    aws s3 cp --only-show-errors "s3://$CACTUS_RELEASES_BUCKET/cactus-$1.tar.gz" - | tar -xz -C "$home/incoming"
    if [ -f "$home/incoming/images.tar" ]; then docker load -q -i "$home/incoming/images.tar"; fi
    install -d -m 700 "$deploy"
    cp -R "$home/incoming/deploy/." "$deploy/"
    rm -rf "$home/incoming"
}

setting() { # NAME VALUE
    touch "$deploy/.env"
    sed -i "/^$1=/d" "$deploy/.env"
    echo "$1=$2" >> "$deploy/.env"
}

write_settings() {
    setting CACTUS_URL "https://$CACTUS_PUBLIC_HOST"
    setting CACTUS_BACKUP_TARGET "s3://$CACTUS_BACKUPS_BUCKET/daily"
    setting CACTUS_BEHIND_PROXY "$CACTUS_BEHIND_PROXY"
}

# Passwords and keys are made once, on the first box; every later one gets them from the parameter.
keep_secrets() {
    local kept hook
    kept=$(parameter "$CACTUS_SECRETS_PARAMETER")
    if [ ! -f "$deploy/secrets/roles" ] && [ -n "$kept" ]; then
        say "Taking the secrets of the box before"
        base64 -d <<< "$kept" | tar -xz -C "$deploy"
    fi
    (cd "$deploy" && ./make-secrets "$CACTUS_ADMIN_EMAIL")
    [ -n "$kept" ] || keep_parameter "$CACTUS_SECRETS_PARAMETER" "$(tar -cz -C "$deploy" secrets | base64 -w 0)"
    hook=$(sed -n 's/^cactus.budget-hook.secret=//p' "$deploy/secrets/notification-service.properties")
    [ "$CACTUS_HOOK_SECRET_PARAMETER" = - ] || keep_parameter "$CACTUS_HOOK_SECRET_PARAMETER" "$hook"
}

# Behind CloudFront the gateway answers only who knows this.
take_origin_secret() {
    local file=$deploy/secrets/gateway.properties secret
    [ "$CACTUS_ORIGIN_SECRET_PARAMETER" != - ] || return 0
    secret=$(parameter "$CACTUS_ORIGIN_SECRET_PARAMETER")
    [ -n "$secret" ] || return 0
    grep -qxF "cactus.edge.origin-secret=$secret" "$file" && return
    # In place: the container has this very file.
    { grep -v '^cactus.edge.origin-secret=' "$file"; echo "cactus.edge.origin-secret=$secret"; } > "$file.new"
    cat "$file.new" > "$file"
    rm "$file.new"
}

# ACM renews the certificate by itself; the gateway takes changed files within the hour.
fetch_certificate() {
    local work
    [ "$CACTUS_CERTIFICATE_ARN" != - ] || return 0
    work=$(mktemp -d)
    # shellcheck disable=SC2064  # this folder, whatever the variable is later
    trap "rm -rf '$work'" RETURN
    openssl rand -hex 32 > "$work/passphrase"
    if ! aws acm export-certificate --region "$CACTUS_CERTIFICATE_REGION" --certificate-arn "$CACTUS_CERTIFICATE_ARN" \
        --passphrase "fileb://$work/passphrase" --output json > "$work/answer"; then
        say "ACM does not give the certificate yet; the one in tls/ stays"
        return 0
    fi
    python3 - "$work" <<'PYTHON'
import json, pathlib, sys
work = pathlib.Path(sys.argv[1])
answer = json.loads((work / "answer").read_text())
(work / "tls.crt").write_text(answer["Certificate"] + answer["CertificateChain"])
(work / "encrypted.key").write_text(answer["PrivateKey"])
PYTHON
    openssl pkey -in "$work/encrypted.key" -passin "file:$work/passphrase" -out "$work/tls.key"
    if ! cmp -s "$work/tls.crt" "$deploy/tls/tls.crt"; then
        # The gateway's user in its container.
        install -o 10001 -g 10001 -m 400 "$work/tls.key" "$deploy/tls/tls.key"
        install -o 10001 -g 10001 -m 444 "$work/tls.crt" "$deploy/tls/tls.crt"
        say "Took a new certificate"
    fi
}

run_release() {
    local wanted running
    wanted=$(parameter "$CACTUS_RELEASE_PARAMETER")
    running=$(cat "$home/release" 2>/dev/null || true)
    if [ -z "$wanted" ] || [ "$wanted" = none ]; then
        say "No release is named in $CACTUS_RELEASE_PARAMETER yet"
        return 0
    fi
    [ "$wanted" = "$running" ] || fetch_release "$wanted"
    write_settings
    keep_secrets
    take_origin_secret
    fetch_certificate
    if [ -z "$running" ]; then setting CACTUS_VERSION "$wanted"; fi
    systemctl enable cactus.service
    systemctl reload-or-restart cactus.service
    if [ -n "$running" ] && [ "$wanted" != "$running" ]; then (cd "$deploy" && ./upgrade "$wanted"); fi
    echo "$wanted" > "$home/release"
    systemctl enable --now cactus-metrics.timer cactus-backup.timer cactus-certificate.timer
    say "Release $wanted runs"
}

exec 9> /run/cactus-box.lock
flock 9
exec > >(tee -a /var/log/cactus-box.log) 2>&1

if [ "${1:-}" = certificate ]; then
    fetch_certificate
    exit
fi
add_swap
install_docker
mount_data
configure_docker
write_units
systemctl enable --now docker.service
run_release
