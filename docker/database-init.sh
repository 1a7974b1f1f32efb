#!/bin/sh
# Run once by the PostgreSQL image, on an empty volume: the app's database and its two logins.
set -eu
psql --set=ON_ERROR_STOP=1 --username=postgres \
  --set=owner_password="$MALSPAR_OWNER_PASSWORD" --set=app_password="$MALSPAR_APP_PASSWORD" <<'SQL'
CREATE ROLE malspar_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE malspar_app LOGIN PASSWORD :'app_password';
CREATE DATABASE malspar OWNER malspar_owner;
SQL
