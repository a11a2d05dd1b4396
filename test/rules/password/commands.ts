// file: compose.yaml
services:
  cache:
    command: redis-server --requirepass «Qm7|4Kz|9wT» # expect: password
  plain:
    command: redis-server --requirepass ${REDIS_PASSWORD} # silent: from the environment
// file: scripts/keystore.sh
keytool -genkey -keystore app.jks -storepass «Lw8|3Vx|5pR» -alias app # expect: password
keytool -genkey -keystore app.jks -storepass "$STORE_PASSWORD" -alias app # silent: from the environment
// file: src/config/env.ts
export const mail = { password: process.env.MAIL_PASSWORD ?? "«hV4|qZ8|mK2»" }; // expect: env-fallback
export const label = { password: "Password" }; // silent: a label
// file: scripts/call.sh
curl -X POST https://api.shop.io/token \
  --user billing:«Lw8|3Vx|5pR|9» -d grant=code # expect: password
curl --user billing:'«Lw8|3Vx|5pR|9»' https://api.shop.io/orders # expect: password
// file: scripts/setup.sh
echo 'Lw8zq3Vx5pR' | sudo -S apt-get update # expect: password
echo "$SUDO_PASSWORD" | sudo -S apt-get update # silent: from the environment
ldapsearch -D "cn=reader" -w Lw8zq3Vx5pR -b dc=shop # expect: password
// file: Dockerfile
RUN echo "deploy:Lw8zq3Vx5pR" | chpasswd # expect: password
RUN echo "root:root" | chpasswd # silent: of the container
// file: deploy.ps1
$secret = ConvertTo-SecureString "Lw8zq3Vx5pR" -AsPlainText -Force # expect: password
$secret = ConvertTo-SecureString $env:PASSWORD -AsPlainText -Force # silent: from the environment
