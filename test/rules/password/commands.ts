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
