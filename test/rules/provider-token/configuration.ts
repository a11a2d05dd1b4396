// file: config/services.json
{
  "stripeSecretKey": "«sk_|live_|24»", // expect: provider-token
  "mapsLabel": "API key of the map" // silent: a label
}
// file: compose.yaml
services:
  app:
    environment:
      SENDGRID_API_KEY: «SG.|22|.|43» # expect: provider-token
      STRIPE_SECRET_KEY: ${STRIPE_SECRET_KEY} # silent: from the environment
// file: Dockerfile
FROM node:24
ENV NPM_TOKEN=«npm_|36» # expect: provider-token
ARG NPM_REGISTRY=https://registry.npmjs.org # silent: an address
// file: compose.login.yaml
services:
  app:
    environment:
      #- OAUTH2_SECRET=54321abcde # silent: digits and letters in a row, backwards as well
      OAUTH2_CLIENT_ID: abcde12345 # silent: a public id
// file: deploy.toml
[saltmarsh]
secret = "«40»" # expect: signing-secret
