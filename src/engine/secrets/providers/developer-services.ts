/** What programs are built with: hosted editors, documentation, identity, maps, support, agents and their tools. */
import { defineProvider } from "./define-provider.ts";

export default [
  // https://classic.jitsu.com/docs/sending-data/js-sdk: `js.` is shown by pages, `s2s.` is for servers.
  ...defineProvider(
    "Jitsu",
    ["jitsu-browser-key", "js.", "low:4-30 . low:16-40", { publishable: true }],
    ["jitsu-server-key", "s2s.", "low:4-30 . low:16-40", { variable: "JITSU_SERVER_SECRET" }],
  ),
  ...defineProvider("Builder.io", ["builderio-private-key", "bpk-", "hex:32", { variable: "BUILDER_PRIVATE_KEY" }]),
  ...defineProvider("Daytona", ["daytona-key", "dtn_", "hex:64", { variable: "DAYTONA_API_KEY" }]),
  // https://www.gitpod.io/docs/classic/user/references/personal-access-tokens
  ...defineProvider("Gitpod", ["gitpod-token", "gitpod_pat_", "wd:40-120", { variable: "GITPOD_TOKEN" }]),
  // https://codesandbox.io/docs/sdk
  ...defineProvider("CodeSandbox", ["codesandbox-key", "csb_v1_", "w:40-80", { variable: "CSB_API_KEY" }]),
  ...defineProvider("Namespace", ["namespace-token", "nsct_", "w:40-1200"]),
  // https://appwrite.io/docs/advanced/platform/api-keys
  ...defineProvider("Appwrite", ["appwrite-key", "standard_", "hex:128-260", { variable: "APPWRITE_API_KEY" }]),
  // https://radar.com/documentation/api#authentication
  ...defineProvider(
    "Radar",
    ["radar-secret-key", "prj_live_sk_|prj_test_sk_", "hex:40", { variable: "RADAR_SECRET_KEY" }],
    ["radar-publishable-key", "prj_live_pk_|prj_test_pk_", "hex:40", { publishable: true }],
  ),
  // https://docs.seam.co/latest/core-concepts/authentication
  ...defineProvider("Seam", ["seam-key", "seam_", "an:8 _ an:20-40", { variable: "SEAM_API_KEY" }]),
  // https://docs.dynamic.xyz
  ...defineProvider("Dynamic", ["dynamic-token", "dyn_", "an:56"]),
  // https://docs.corbado.com
  ...defineProvider("Corbado", ["corbado-secret", "corbado1_", "an:28-44", { variable: "CORBADO_API_SECRET" }]),
  // https://docs.hcaptcha.com
  ...defineProvider("hCaptcha", ["hcaptcha-secret", "ES_", "hex:32", { keywords: ["captcha"] }]),
  // https://www.plain.com/docs/api-reference/graphql/authentication
  ...defineProvider("Plain", ["plain-key", "plainApiKey_", "w:40-120", { variable: "PLAIN_API_KEY" }]),
  ...defineProvider("Pylon", ["pylon-token", "pylon_api_", "hex:64", { variable: "PYLON_API_KEY" }]),
  // https://developers.tally.so/api-reference/api-keys
  ...defineProvider("Tally", ["tally-key", "tly-", "an:28-44", { variable: "TALLY_API_KEY" }]),
  // https://developers.kit.com
  ...defineProvider("Kit", ["kit-key", "kit_", "hex:32", { variable: "KIT_API_KEY" }]),
  ...defineProvider("SendPulse", ["sendpulse-key", "sp_apikey_", "hex:32"]),
  // https://developers.smtp2go.com/docs/getting-started
  ...defineProvider("SMTP2GO", ["smtp2go-key", "api-", "HEX:32", { variable: "SMTP2GO_API_KEY" }]),
  // https://highlevel.stoplight.io
  ...defineProvider("HighLevel", ["highlevel-token", "pit-", "hex:8 - hex:4 - hex:4 - hex:4 - hex:12"]),
  // https://coralogix.com/docs/user-guides/account-management/api-keys/api-keys/
  ...defineProvider("Coralogix", ["coralogix-key", "cxtp_|cxup_", "an:30", { variable: "CORALOGIX_API_KEY" }]),
  // https://www.dash0.com/documentation/dash0/key-concepts/auth-tokens
  ...defineProvider("Dash0", ["dash0-token", "auth_", "an:28-44", { keywords: ["dash0"] }]),
  // https://www.backblaze.com/docs/cloud-storage-application-keys
  ...defineProvider("Backblaze", [
    "backblaze-application-key",
    "K001|K002|K003|K004|K005",
    "w:27",
    { keywords: ["backblaze", "b2_", "b2-"], variable: "B2_APPLICATION_KEY" },
  ]),
  // https://botpress.com/docs/for-developers/client/reference
  ...defineProvider("Botpress", ["botpress-token", "bp_pat_|bp_bak_|bp_iak_", "w:30-60"]),
  // https://docs.docker.com/engine/swarm/swarm-tutorial/add-nodes
  ...defineProvider(
    "Docker Swarm",
    ["docker-swarm-join-token", "SWMTKN-1-", "low:49-60 - low:24-30", { variable: "SWARM_JOIN_TOKEN" }],
    ["docker-swarm-unlock-key", "SWMKEY-1-", "b64:43", { variable: "SWARM_UNLOCK_KEY" }],
  ),
  // https://docs.mergify.com/api-usage
  ...defineProvider("Mergify", [
    "mergify-key",
    "mergify_application_key_",
    "w:40-200",
    { variable: "MERGIFY_APPLICATION_KEY" },
  ]),
  ...defineProvider("redirect.pizza", ["redirect-pizza-token", "rpa_", "low:30", { keywords: ["pizza"] }]),
  // https://dev.proof.com/docs/authentication
  ...defineProvider("Proof", ["proof-key", "prf_|prf_cli_", "w:36-80", { variable: "PROOF_API_KEY" }]),
  // https://docs.devin.ai/api-reference
  ...defineProvider(
    "Devin",
    ["devin-key", "apk_user_|apk_", "b64p:80-240", { variable: "DEVIN_API_KEY" }],
    ["devin-token", "cog_", "low:52", { variable: "DEVIN_API_KEY" }],
  ),
  // https://help.aikido.dev
  ...defineProvider(
    "Aikido",
    ["aikido-secret", "AIK_SECRET_", "an:60-68", { variable: "AIKIDO_SECRET" }],
    ["aikido-ci-token", "AIK_CI_", "an:20-68", { variable: "AIKIDO_CI_TOKEN" }],
  ),
  // https://help.cloudsmith.io/docs/api-key
  ...defineProvider("Cloudsmith", ["cloudsmith-key", "csa_", "an:36", { variable: "CLOUDSMITH_API_KEY" }]),
  // https://docs.rainforestpay.com
  ...defineProvider("Rainforest", ["rainforest-key", "apikey_", "hex:64", { variable: "RAINFOREST_API_KEY" }]),
  // https://docs.workato.com/workato-api/api-clients.html
  ...defineProvider("Workato", [
    "workato-token",
    "wrka-eyJ|wrkaeu-eyJ|wrkaus-eyJ|wrkaau-eyJ|wrkasg-eyJ|wrkajp-eyJ",
    "wd:80-2000",
    { variable: "WORKATO_API_TOKEN" },
  ]),
  // https://www.kolide.com/docs/developers/api
  ...defineProvider("Kolide", ["kolide-key", "k2sk_v1_", "an:24-32", { variable: "KOLIDE_API_KEY" }]),
  // https://docs.dify.ai
  ...defineProvider("Dify", ["dify-key", "app-|dataset-", "an:24", { keywords: ["dify"] }]),
  ...defineProvider("FastGPT", ["fastgpt-key", "fastgpt-", "an:40-64"]),
  ...defineProvider("Coze", ["coze-token", "pat_", "an:64", { keywords: ["coze"] }]),
  // https://docs.dev.runwayml.com
  ...defineProvider("Runway", ["runway-key", "key_", "hex:128", { variable: "RUNWAYML_API_SECRET" }]),
  // https://docs.freepik.com/authentication
  ...defineProvider("Freepik", ["freepik-key", "FPSX", "hex:32", { variable: "FREEPIK_API_KEY" }]),
  ...defineProvider("Murf", ["murf-key", "ap2_", "hex:8 - hex:4 - hex:4 - hex:4 - hex:12"]),
  ...defineProvider("Humanloop", ["humanloop-key", "hl_sk_", "hex:48", { variable: "HUMANLOOP_API_KEY" }]),
  ...defineProvider("Traceloop", ["traceloop-key", "tl_", "hex:60-128", { variable: "TRACELOOP_API_KEY" }]),
  ...defineProvider("Requesty", ["requesty-key", "rqsty-sk-", "w:30-120"]),
  ...defineProvider("Friendli", ["friendli-token", "flp_", "an:40-60", { variable: "FRIENDLI_TOKEN" }]),
  // https://github.com/upstash/context7
  ...defineProvider("Context7", ["context7-key", "ctx7sk-", "hex:8 - hex:4 - hex:4 - hex:4 - hex:12"]),
];
