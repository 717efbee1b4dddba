#!/bin/sh
# Makes the secrets of compose.yaml in the folder secrets/ beside this script; those that are there stay as they are.
set -eu
umask 077
cd "$(dirname "$0")"
mkdir -p secrets

keep() {
  if [ -e "secrets/$1" ]; then
    echo "secrets/$1 is there, and stays"
  else
    # Whoever may enter the folder reads it: the users in the containers are others than the one who runs this.
    printf '%s\n' "$2" >"secrets/$1"
    chmod 444 "secrets/$1"
    echo "secrets/$1 was made"
  fi
}

random() {
  od -An -N32 -tx1 /dev/urandom | tr -d ' \n'
}

keep database-password "$(random)"
keep gateway-store "postgres://gateway:$(cat secrets/database-password)@database/gateway"
keep gateway-keys "k1:$(head -c 32 /dev/urandom | base64 | tr -d '\n')"
keep gateway-admin-key "imcp_adm_$(random)"
echo 'Back up secrets/gateway-keys apart from the database: without it the credentials in there are lost.'
