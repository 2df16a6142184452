#!/usr/bin/env bash
# Makes the image of LocalStack that the tests are pinned to, where no image registry can be reached:
# a Debian base, LocalStack's release from PyPI, DynamoDB Local's jars from Maven Central.
#   sudo infra/rehearsal/image.sh [TAG]
# Needed are root, debootstrap, a Docker engine, a JDK and Maven. In the environment may be PIP_CERT,
# a file of certificates that pip is to trust; MVN, what runs Maven; MIRROR, of Debian, instead of
# the one that debootstrap takes by itself.
set -euo pipefail

version=4.14.0
tag=${1:-localstack/localstack:$version}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
base=$work/base
venv=/opt/code/localstack/.venv
libs=$base/usr/lib/localstack
dynamodb=$libs/dynamodb-local/2

in_base() { chroot "$base" env -i PATH=/usr/bin:/bin HOME=/root LANG=C.UTF-8 "$@"; }

# --- What is fetched by Maven, first: it is what is missing soonest.
cat > "$work/pom.xml" <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
  <groupId>image</groupId><artifactId>image</artifactId><version>1</version><packaging>pom</packaging>
  <dependencyManagement><dependencies><dependency><groupId>software.amazon.awssdk</groupId><artifactId>bom</artifactId><version>2.54.13</version><type>pom</type><scope>import</scope></dependency></dependencies></dependencyManagement>
  <dependencies><dependency><groupId>software.amazon.dynamodb</groupId><artifactId>DynamoDBLocal</artifactId><version>3.3.1</version>
    <exclusions><exclusion><groupId>org.mockito</groupId><artifactId>mockito-core</artifactId></exclusion><exclusion><groupId>software.amazon.awssdk</groupId><artifactId>dynamodb-enhanced</artifactId></exclusion></exclusions></dependency></dependencies>
</project>
POM
"${MVN:-mvn}" -q -B -f "$work/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
    -DoutputDirectory="$work/jars" -DincludeScope=runtime

# --- The base. LocalStack 4.14 is written in the Python of 3.13, and runs DynamoDB Local on Java 21.
debootstrap --variant=minbase \
    --include=python3,python3-venv,ca-certificates,openjdk-21-jre-headless,curl,procps \
    trixie "$base" ${MIRROR:+"$MIRROR"}

# --- LocalStack. Its own requirements are open upwards, and later releases of them no longer fit.
cp -L /etc/resolv.conf "$base/etc/resolv.conf"
cp "${PIP_CERT:-/etc/ssl/certs/ca-certificates.crt}" "$base/tmp/certificates"
cp "$here/localstack.txt" "$base/tmp/localstack.txt"
in_base python3 -m venv "$venv"
in_base PIP_CERT=/tmp/certificates "$venv/bin/pip" install -q --no-cache-dir setuptools wheel
in_base PIP_CERT=/tmp/certificates "$venv/bin/pip" install -q --no-cache-dir --no-deps -r /tmp/localstack.txt
: > "$base/etc/resolv.conf"

# --- DynamoDB Local, in the folders that LocalStack would install it into.
mkdir -p "$dynamodb/DynamoDBLocal_lib" "$libs/java" "$work/agent"
cp "$work"/jars/*.jar "$work"/jars/libsqlite4java-linux-*.so "$dynamodb/DynamoDBLocal_lib/"
{
    echo 'Main-Class: software.amazon.dynamodb.services.local.main.ServerRunner'
    echo 'Class-Path: .'
    for jar in "$dynamodb"/DynamoDBLocal_lib/*.jar; do echo "  DynamoDBLocal_lib/$(basename "$jar")"; done
} > "$work/manifest"
jar cfm "$dynamodb/DynamoDBLocal.jar" "$work/manifest"
# LocalStack starts it with an agent of its own, which lifts a limit of indexes. This one does nothing.
echo 'public final class Agent { public static void premain(String arguments) {} }' > "$work/agent/Agent.java"
javac --release 17 -d "$work/agent" "$work/agent/Agent.java"
echo 'Premain-Class: Agent' > "$work/manifest"
jar cfm "$dynamodb/ddb-local-loader-0.1.jar" "$work/manifest" -C "$work/agent" Agent.class
ln -s "../../jvm/$(cd "$base/usr/lib/jvm" && echo java-21-openjdk-*)" "$libs/java/21"
touch "$libs/.community-version"

# --- What Testcontainers calls to start it.
cat > "$base/usr/local/bin/docker-entrypoint.sh" <<'START'
#!/bin/bash
set -e
export PATH=/opt/code/localstack/.venv/bin:$PATH
mkdir -p /tmp/localstack /var/lib/localstack/{lib,cache,tmp,state,logs} /etc/localstack/init
cd /opt/code/localstack
exec localstack-supervisor
START
chmod +x "$base/usr/local/bin/docker-entrypoint.sh"
rm -rf "$base"/tmp/* "$base"/var/cache/apt/archives/*.deb "$base"/var/lib/apt/lists/*

# Nothing is fetched from anywhere while it runs.
tar -C "$base" -c . | docker import -c 'EXPOSE 4566' -c 'WORKDIR /opt/code/localstack' \
    -c 'ENV DNS_ADDRESS=0 DISABLE_EVENTS=1 SKIP_SSL_CERT_DOWNLOAD=1 PYTHONUNBUFFERED=1 LANG=C.UTF-8' \
    -c 'ENTRYPOINT ["docker-entrypoint.sh"]' - "$tag"
