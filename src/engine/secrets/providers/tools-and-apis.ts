/** Tools that teams run, and public interfaces of games, maps, messages, payments and models. */
import { defineProvider } from "./define-provider.ts";

const UUID = "hex:8 - hex:4 - hex:4 - hex:4 - hex:12";

export default [
  // https://developer.riotgames.com/docs/portal
  ...defineProvider("Riot Games", ["riot-key", "RGAPI-", UUID, { variable: "RIOT_API_KEY" }]),
  // https://docs.modrinth.com/api
  ...defineProvider("Modrinth", ["modrinth-token", "mrp_|mra_", "an:60", { variable: "MODRINTH_TOKEN" }]),
  // https://www.guilded.gg/docs/api
  ...defineProvider("Guilded", ["guilded-token", "gapi_", "b64p:80-100", { variable: "GUILDED_TOKEN" }]),
  // https://docs.foursquare.com/developer/reference/authentication
  ...defineProvider("Foursquare", ["foursquare-key", "fsq3", "b64p:43-48", { variable: "FOURSQUARE_API_KEY" }]),
  // https://developers.africastalking.com/docs/authentication
  ...defineProvider("Africa's Talking", ["africastalking-key", "atsk_", "hex:64-72", { variable: "AT_API_KEY" }]),
  // https://developers.monnify.com/docs
  ...defineProvider("Monnify", ["monnify-key", "MK_PROD_|MK_TEST_", "up:10", { variable: "MONNIFY_API_KEY" }]),
  // https://developer.revolut.com/docs/merchant
  ...defineProvider("Revolut", ["revolut-access-token", "oa_prod_|oa_sand_", "w:43", { variable: "REVOLUT_TOKEN" }]),
  // https://docs.crossmint.com/introduction/platform/api-keys
  ...defineProvider("Crossmint", [
    "crossmint-server-key",
    "sk_production_|sk_staging_",
    "an:60-220",
    { variable: "CROSSMINT_SERVER_SIDE_API_KEY" },
  ]),
  // https://www.jetbrains.com/help/youtrack/devportal/Manage-Permanent-Token.html
  ...defineProvider("JetBrains", ["jetbrains-token", "perm:|perm-", "b64p:4-80 . b64p:4-80 . an:30-60"]),
  // https://docs.phase.dev/access-control/service-accounts
  ...defineProvider("Phase", [
    "phase-token",
    "pss_service:v1:|pss_service:v2:|pss_user:v1:",
    "hex:64 : hex:64 : hex:64 : hex:64",
  ]),
  // https://www.getoutline.com/developers
  ...defineProvider("Outline", ["outline-key", "ol_api_", "an:38", { variable: "OUTLINE_API_KEY" }]),
  // https://developers.plane.so/api-reference/introduction
  ...defineProvider("Plane", ["plane-key", "plane_api_", "hex:32", { variable: "PLANE_API_KEY" }]),
  // https://docs.lightdash.com/references/personal_tokens
  ...defineProvider("Lightdash", ["lightdash-token", "ldpat_|ldsvc_", "hex:32", { variable: "LIGHTDASH_API_KEY" }]),
  // https://developer.dnsimple.com/v2/#authentication
  ...defineProvider("DNSimple", [
    "dnsimple-token",
    "dnsimple_a_|dnsimple_u_|dnsimple_o_",
    "an:32",
    { variable: "DNSIMPLE_TOKEN" },
  ]),
  // https://porkbun.com/api/json/v3/documentation
  ...defineProvider("Porkbun", ["porkbun-secret", "sk1_|pk1_", "hex:64", { variable: "PORKBUN_SECRET_API_KEY" }]),
  // https://materialize.com/docs/manage/users-service-accounts
  ...defineProvider("Materialize", ["materialize-password", "mzp_", "hex:64", { variable: "MZ_PASSWORD" }]),
  // https://authzed.com/docs/authzed/guides/schema-language
  ...defineProvider("AuthZed", ["authzed-token", "sdbst_h256_", "hex:64-160", { variable: "SPICEDB_TOKEN" }]),
  // https://docs.permit.io/overview/use-the-permit-api-key-and-sdk
  ...defineProvider("Permit.io", ["permit-key", "permit_key_", "an:60-100", { variable: "PERMIT_API_KEY" }]),
  // https://userfront.com/docs/api
  ...defineProvider("Userfront", ["userfront-key", "uf_live_admin_|uf_test_admin_", "low:6-12 _ hex:32"]),
  // https://docs.vectara.com/docs/api-keys
  ...defineProvider("Vectara", ["vectara-key", "zut_|zwt_|zqt_", "w:30-60", { variable: "VECTARA_API_KEY" }]),
  // https://docs.meshy.ai/api/authentication
  ...defineProvider("Meshy", ["meshy-key", "msy_", "an:36-48", { variable: "MESHY_API_KEY" }]),
  // https://platform.tripo3d.ai/docs/quick-start
  ...defineProvider("Tripo", ["tripo-key", "tsk_", "w:40-60", { variable: "TRIPO_API_KEY" }]),
  // https://docs.twelvelabs.io/docs/authentication
  ...defineProvider("Twelve Labs", ["twelvelabs-key", "tlk_", "up:28-40", { variable: "TWELVE_LABS_API_KEY" }]),
  // https://docs.scrapegraphai.com/introduction
  ...defineProvider("ScrapeGraphAI", ["scrapegraph-key", "sgai-", UUID, { variable: "SGAI_API_KEY" }]),
  // https://docs.nomic.ai
  ...defineProvider("Nomic", ["nomic-key", "nk-", "w:43", { variable: "NOMIC_API_KEY" }]),
  // https://www.mixedbread.com/docs
  ...defineProvider("Mixedbread", ["mixedbread-key", "mxb_|emb_", "an:32-64", { variable: "MXBAI_API_KEY" }]),
  // https://docs.langwatch.ai
  ...defineProvider("LangWatch", ["langwatch-key", "sk-lw-", "an:40-64", { variable: "LANGWATCH_API_KEY" }]),
  // https://developers.bannerbear.com
  ...defineProvider("Bannerbear", ["bannerbear-key", "bb_pr_|bb_ma_", "hex:24-40", { variable: "BANNERBEAR_API_KEY" }]),
  // https://docs.whop.com/developer/api/getting-started
  ...defineProvider("Whop", ["whop-key", "apik_", "an:10-24 _C d:4-10 _C_ hex:40-80", { variable: "WHOP_API_KEY" }]),
  // https://docs.ship24.com
  ...defineProvider("Ship24", ["ship24-key", "apik_", "an:30", { variable: "SHIP24_API_KEY" }]),
  // https://docs.ntfy.sh/config/#access-tokens
  ...defineProvider("ntfy", ["ntfy-token", "tk_", "low:29", { keywords: ["ntfy"], variable: "NTFY_TOKEN" }]),
  // https://openmeter.io/docs
  ...defineProvider("OpenMeter", ["openmeter-token", "om_", "an:32 . w:43", { variable: "OPENMETER_TOKEN" }]),
  // https://learn.hex.tech/docs/api/api-overview
  ...defineProvider("Hex", ["hex-token", "hxtp_|hxtw_", "an:40-100", { variable: "HEX_API_TOKEN" }]),
  // https://formbricks.com/docs/api-reference/rest-api
  ...defineProvider("Formbricks", ["formbricks-key", "fbk_", "w:32-64", { variable: "FORMBRICKS_API_KEY" }]),
  // https://www.fastmail.com/developer/integrating-with-fastmail
  ...defineProvider("Fastmail", ["fastmail-token", "fmu1-", "hex:8 - hex:32 - d:1 - hex:32"]),
  // https://chutes.ai/docs
  ...defineProvider("Chutes", ["chutes-key", "cpk_", "hex:32 . hex:32 . an:32", { variable: "CHUTES_API_KEY" }]),
  ...defineProvider("GLHF", ["glhf-key", "glhf_", "hex:32", { variable: "GLHF_API_KEY" }]),
  // https://developer.personio.de/docs
  ...defineProvider("Personio", ["personio-secret", "papi-", UUID, { variable: "PERSONIO_CLIENT_SECRET" }]),
  // https://bitwarden.com/help/access-tokens
  ...defineProvider("Bitwarden", [
    "bitwarden-access-token",
    "0.",
    `${UUID} . an:30 : b64p:22-24`,
    { variable: "BWS_ACCESS_TOKEN" },
  ]),
];
