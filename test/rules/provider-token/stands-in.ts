// file: run.sh
TOKEN=${1:-"«32»"} # expect: provider-token
REGION=${2:-"eu-central-1"} # silent: a region
echo "${TOKEN:0:12}" # silent: a part of it
// file: application.yaml
api:
  token: ${API_TOKEN:«32»} # expect: provider-token
  secret: ${API_SECRET:?required-by-the-service} # silent: a message
// file: main.tf
resource "aws_ssm_parameter" "api_token" {
  name  = "/shop/api_token"
  type  = "SecureString"
  value = "«32»" # expect: provider-token
}
resource "aws_ssm_parameter" "region" {
  name  = "/shop/api_region"
  type  = "String"
  value = "eu-central-1" # silent: a region
}
