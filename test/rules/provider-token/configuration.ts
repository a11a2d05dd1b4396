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
// file: services/api.service
[Service]
Environment="LEDGER_API_KEY=i5vb6jwjeqmgmirkq" # expect: provider-token
Environment="LEDGER_KEY_FILE=/run/secrets/key" # silent: a file
// file: Makefile
LEDGER_API_KEY ?= i5vb6jwjeqmgmirkq # expect: provider-token
LEDGER_REGION ?= eu-central-1 # silent: a region
// file: run.sh
export LEDGER_API_KEY="${LEDGER_API_KEY:-i5vb6jwjeqmgmirkq}" # expect: provider-token
export LEDGER_REGION="${LEDGER_REGION:-eu-central-1}" # silent: a region
export OTHER_API_KEY="${OTHER_API_KEY:-$LEDGER_API_KEY}" # silent: another variable
// file: template.yaml
Resources:
  Api:
    Properties:
      Environment:
        Variables:
          LEDGER_API_KEY: i5vb6jwjeqmgmirkq # expect: provider-token
          LEDGER_KEY_ARN: !Ref KeyArn # silent: a reference
// file: k8s/sealed.json
{
  "kind": "SealedSecret",
  "secret": "AgARfKwI9gk4rNz6floknF2lXCiHTHDhRTtWv1DsBw0xptba9c4ujwC2wbBHhWddoGJEC5TtiJNTM" // silent: encrypted for a cluster
}
// file: config/partners.yaml
api_keys:
  - i5vb6jwjeqmgmirkq # expect: provider-token
  - partner-of-the-north # silent: words
roles: [editor, viewer-of-reports]
access_tokens: [i5vb6jwjeqmgmirkq, viewer-of-reports] # expect: provider-token
token_names: [i5vb6jwjeqmgmirkq] # silent: names
// file: proxy/nginx.conf
proxy_set_header X-Api-Key i5vb6jwjeqmgmirkq; # expect: provider-token
proxy_set_header X-Request-Key $request_id; # silent: a variable
// file: scripts/cluster.sh
kubectl create secret generic ledger --from-literal=token=i5vb6jwjeqmgmirkq # expect: provider-token
kubectl create secret generic ledger --from-literal=token=$LEDGER_TOKEN # silent: a variable
aws configure set aws_secret_access_key kHeUAwnSUizTWpSbyGAz4fpAs5LshPIjvtpswqGb # expect: provider-token
aws configure set region eu-central-1 # silent: a region
// file: src/main/application.properties
ledger.api.key=i5vb6jwjeqmgmirkq # expect: provider-token
ledger.api.region=eu-central-1 # silent: a region
