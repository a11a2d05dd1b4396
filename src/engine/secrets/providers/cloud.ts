/** Clouds and hosting. */
import { defineProvider } from "./define-provider.ts";

export default [
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
  ...defineProvider(
    "AWS",
    ["aws-access-key-id", "AKIA|ASIA|ABIA|ACCA", "up:16", { variable: "AWS_ACCESS_KEY_ID" }],
    ["aws-access-key-id", "A3T", "up:17", { variable: "AWS_ACCESS_KEY_ID" }],
    ["aws-bedrock-api-key", "ABSK", "b64:109-269 b64p:0-2", { variable: "AWS_BEARER_TOKEN_BEDROCK" }],
    ["aws-bedrock-api-key", "bedrock-api-key-", "b64p:40-", { variable: "AWS_BEARER_TOKEN_BEDROCK" }],
    ["aws-mws-token", "amzn.mws.", "hex:8 - hex:4 - hex:4 - hex:4 - hex:12"],
    ["aws-appsync-api-key", "da2-", "low:26"],
    ["amazon-oauth-client-secret", "amzn1.oa2-cs.v1.", "hex:64"],
  ),
  ...defineProvider(
    "Google Cloud",
    ["gcp-api-key", "AIza", "w:35", { variable: "GOOGLE_API_KEY" }],
    ["google-oauth-client-secret", "GOCSPX-", "w:28", { variable: "GOOGLE_CLIENT_SECRET" }],
    ["google-oauth-access-token", "ya29.", "w:20-2048", { variable: "GOOGLE_ACCESS_TOKEN" }],
    ["google-oauth-refresh-token", "1//0", "w:38-150", { variable: "GOOGLE_REFRESH_TOKEN" }],
    ["gcp-bound-api-key", "AQ.Ab8", "w:40-", { variable: "GOOGLE_API_KEY" }],
    ["firebase-cloud-messaging-key", "AAAA", "w:7 : w:140", { variable: "FCM_SERVER_KEY" }],
    ["gcs-hmac-key", "GOOG1E", "up:55"],
  ),
  ...defineProvider(
    "Azure",
    ["azure-devops-token", "", "an:76 AZDO an:4", { variable: "AZURE_DEVOPS_TOKEN" }],
    ["azure-storage-key", "AccountKey=", "b64:86-88 b64p:0-2", { variable: "AZURE_STORAGE_CONNECTION_STRING" }],
    ["azure-shared-access-key", "SharedAccessKey=", "b64:40-86 b64p:0-2", { variable: "AZURE_CONNECTION_STRING" }],
    ["azure-shared-secret", "SharedSecretValue=", "b64:40-86 b64p:0-2", { variable: "AZURE_CONNECTION_STRING" }],
    ["azure-signalr-key", ";AccessKey=", "b64:40-90 b64p:0-2", { variable: "AZURE_CONNECTION_STRING" }],
  ).filter((format) => format.prefixes[0] !== ""),
  ...defineProvider(
    "DigitalOcean",
    ["digitalocean-token", "dop_v1_|doo_v1_|dor_v1_|doosp_v1_", "hex:64", { variable: "DIGITALOCEAN_TOKEN" }],
    ["digitalocean-spaces-key", "DO00", "up:16", { keywords: ["spaces", "digitalocean", "aws_", "s3"] }],
  ),
  ...defineProvider("Heroku", ["heroku-api-key", "HRKU-", "w:58-64", { variable: "HEROKU_API_KEY" }]),
  ...defineProvider(
    "Fly.io",
    ["flyio-access-token", "fo1_", "w:43", { variable: "FLY_API_TOKEN" }],
    ["flyio-access-token", "fm1a_|fm1r_|fm2_", "b64:60- b64p:0-3", { variable: "FLY_API_TOKEN" }],
  ),
  ...defineProvider(
    "Vercel",
    ["vercel-token", "vcp_|vci_|vca_|vcr_|vck_", "w:56", { variable: "VERCEL_TOKEN" }],
    ["vercel-blob-token", "vercel_blob_rw_", "an:10-24 _ an:16-40", { variable: "BLOB_READ_WRITE_TOKEN" }],
  ),
  ...defineProvider("Netlify", [
    "netlify-token",
    "nfp_|nfc_|nfo_|nfu_|nfb_",
    "an:36-40",
    { variable: "NETLIFY_AUTH_TOKEN" },
  ]),
  ...defineProvider(
    "Cloudflare",
    ["cloudflare-origin-ca-key", "v1.0-", "hex:24 - hex:146"],
    ["cloudflare-api-token", "cfut_|cfat_|cfk_", "an:48", { variable: "CLOUDFLARE_API_TOKEN" }],
    ["cloudflare-turnstile-secret", "0x4AAAAAA", "w:26-40", { variable: "TURNSTILE_SECRET_KEY" }],
  ),
  ...defineProvider("Alibaba Cloud", [
    "alibaba-access-key-id",
    "LTAI",
    "an:12-24",
    { variable: "ALIBABA_CLOUD_ACCESS_KEY_ID" },
  ]),
  ...defineProvider("Tencent Cloud", ["tencent-secret-id", "AKID", "an:32", { variable: "TENCENTCLOUD_SECRET_ID" }]),
  ...defineProvider(
    "Yandex Cloud",
    ["yandex-api-key", "AQVN", "w:35-38", { variable: "YANDEX_API_KEY" }],
    ["yandex-iam-token", "t1.", "w:20-300 . w:86", { variable: "YANDEX_IAM_TOKEN" }],
    ["yandex-oauth-token", "y0_", "w:50-70", { variable: "YANDEX_TOKEN" }],
    ["yandex-aws-key", "YCA|YCO|YCN|YCM|YCP", "w:35-38", { keywords: ["yandex", "ya_", "yc"] }],
  ),
  ...defineProvider("Scaleway", ["scaleway-access-key", "SCW", "up:17", { variable: "SCW_ACCESS_KEY" }]),
  ...defineProvider("Scalingo", ["scalingo-api-token", "tk-us-", "w:48", { variable: "SCALINGO_API_TOKEN" }]),
  ...defineProvider("Render", ["render-api-key", "rnd_", "an:24-40", { variable: "RENDER_API_KEY" }]),
  ...defineProvider("OpenShift", ["openshift-token", "sha256~", "w:43", { variable: "OPENSHIFT_TOKEN" }]),
  ...defineProvider("Upcloud", ["upcloud-token", "ucat_", "up:26"]),
  ...defineProvider("Deno Deploy", ["deno-deploy-token", "ddp_|ddw_|ddo_", "an:36", { variable: "DENO_DEPLOY_TOKEN" }]),
];
