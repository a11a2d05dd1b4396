/**
 * Tokens known by something inside or at their end, not by their start.
 *
 * The marker is searched for; the expression must match around it, within the window given.
 */
import { decodeBase64 } from "../tokens/cook.ts";
import { ADDRESS_FORMATS } from "./address-formats.ts";
import { PREFIXED_FORMATS } from "./prefixed-keys.ts";

export interface InfixFormat {
  readonly id: string;
  readonly title: string;
  /** Literal part that every such token has. */
  readonly marker: string;
  /** Characters before the marker that belong to the token at most, and which they are. */
  readonly before: number;
  readonly head: RegExp;
  /** Sticky, from the token's start; no nested repetition. */
  readonly expression: RegExp;
  readonly accept?: (token: string) => boolean;
  readonly keywords?: readonly string[];
  readonly publishable?: true;
  readonly variable?: string;
}

export const INFIX_FORMATS: readonly InfixFormat[] = [
  // RFC 7519. Three parts; the header must be JSON.
  {
    id: "jwt",
    title: "JSON Web Token",
    marker: "eyJ",
    before: 0,
    head: /[^\s\S]/,
    variable: "ACCESS_TOKEN",
    expression: /eyJ[\w-]{10,2000}\.[\w-]{10,5000}\.[\w-]{16,1400}/y,
    accept: (token) => /"alg"/.test(decodeBase64(token.split(".")[0] as string) ?? ""),
  },
  // A JWT in base64 once more.
  {
    id: "jwt-base64",
    title: "JSON Web Token",
    marker: "ZXlK",
    before: 0,
    head: /[^\s\S]/,
    variable: "ACCESS_TOKEN",
    expression: /ZXlK[A-Za-z0-9+/]{40,6000}={0,2}/y,
    accept: (token) => /^eyJ[\w-]+\.[\w-]+\.[\w-]+$/.test(decodeBase64(token) ?? ""),
  },
  // https://core.telegram.org/bots/features#botfather
  {
    id: "telegram-bot-token",
    title: "Telegram",
    marker: ":AA",
    before: 16,
    head: /\d/,
    variable: "TELEGRAM_BOT_TOKEN",
    expression: /(?:(?<![\w:])|(?<=\/bot))\d{5,16}:AA[\w-]{32,34}(?![\w-])/y,
  },
  // https://learn.microsoft.com/entra/identity-platform/howto-create-service-principal-portal
  ...Array.from(
    { length: 10 },
    (_, digit): InfixFormat => ({
      id: "azure-client-secret",
      title: "Azure",
      marker: `${digit}Q~`,
      before: 4,
      head: /[\w~.]/,
      variable: "AZURE_CLIENT_SECRET",
      expression: /(?<![\w~.-])[A-Za-z0-9_~.]{3}\dQ~[A-Za-z0-9_~.-]{31,34}(?![\w~-])/y,
    }),
  ),
  {
    id: "azure-devops-token",
    title: "Azure",
    marker: "AZDO",
    before: 80,
    head: /[A-Za-z0-9]/,
    variable: "AZURE_DEVOPS_TOKEN",
    expression: /(?<![A-Za-z0-9])[A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4}(?![A-Za-z0-9])/y,
  },
  ...(
    ["+ASt", "ACDb", "AzCa", "AzFu", "AzSe", "+ABa", "+AMC", "+AIoT", "+ASb", "+AEh", "+ARm", "+ACR", "APIM"] as const
  ).map(
    (marker): InfixFormat => ({
      id: "azure-key",
      title: "Azure",
      marker,
      before: 80,
      head: /[A-Za-z0-9+/]/,
      variable: "AZURE_KEY",
      expression: new RegExp(
        `(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{33,76}${marker.replace("+", "\\+")}[A-Za-z0-9+/]{5,8}={0,2}(?![A-Za-z0-9+/=])`,
        "y",
      ),
    }),
  ),
  {
    id: "azure-sas-token",
    title: "Azure",
    marker: "sig=",
    before: 0,
    head: /[^\s\S]/,
    keywords: ["se=", "sv="],
    variable: "AZURE_SAS_TOKEN",
    expression: /sig=[A-Za-z0-9%+/]{40,90}(?:%3D|=){0,2}(?![A-Za-z0-9%])/iy,
  },
  {
    id: "terraform-cloud-token",
    title: "Terraform Cloud",
    marker: ".atlasv1.",
    before: 14,
    head: /[A-Za-z0-9]/,
    variable: "TFE_TOKEN",
    expression: /(?<![A-Za-z0-9])[A-Za-z0-9]{14}\.atlasv1\.[A-Za-z0-9_=-]{60,70}(?![\w=-])/y,
  },
  // https://developers.deepl.com/docs/getting-started/auth
  {
    id: "deepl-key",
    title: "DeepL",
    marker: ":fx",
    before: 36,
    head: /[a-f0-9-]/,
    variable: "DEEPL_API_KEY",
    expression: /(?<![A-Za-z0-9-])[a-f0-9]{8}-(?:[a-f0-9]{4}-){3}[a-f0-9]{12}:fx(?!\w)/y,
  },
  // https://www.storyblok.com/docs/api/management/getting-started/authentication
  {
    id: "storyblok-token",
    title: "Storyblok",
    marker: "tt-",
    before: 24,
    head: /[A-Za-z0-9]/,
    variable: "STORYBLOK_TOKEN",
    expression: /(?<![A-Za-z0-9])[A-Za-z0-9]{22}tt-\d{4,10}-[A-Za-z0-9_-]{20}(?![\w-])/y,
  },
  // https://docs.rapidapi.com/docs/keys
  {
    id: "rapidapi-key",
    title: "RapidAPI",
    marker: "msh",
    before: 10,
    head: /[a-f0-9]/,
    variable: "RAPIDAPI_KEY",
    expression: /(?<![A-Za-z\d])[a-f\d]{10}msh[a-f\d]{15}p1[a-f\d]{5}jsn[a-f\d]{12}(?![A-Za-z\d])/y,
  },
  {
    id: "maxmind-license-key",
    title: "MaxMind",
    marker: "_mmk",
    before: 36,
    head: /[A-Za-z0-9_]/,
    variable: "MAXMIND_LICENSE_KEY",
    expression: /(?<![A-Za-z0-9_])[A-Za-z0-9]{6}_[A-Za-z0-9]{29}_mmk(?!\w)/y,
  },
  // https://mailchimp.com/developer/marketing/docs/fundamentals/
  {
    id: "mailchimp-key",
    title: "Mailchimp",
    marker: "-us",
    before: 33,
    head: /[a-f0-9]/,
    variable: "MAILCHIMP_API_KEY",
    expression: /(?<![A-Za-z0-9])[a-f0-9]{32}-us\d{1,2}(?!\w)/y,
  },
  {
    id: "newrelic-license-key",
    title: "New Relic",
    marker: "NRAL",
    before: 40,
    head: /[a-z0-9F]/,
    variable: "NEW_RELIC_LICENSE_KEY",
    expression: /(?<![A-Za-z0-9])(?:eu01xx)?[a-f0-9]{26,36}(?:FFFF)?NRAL(?!\w)/y,
  },
  {
    id: "newrelic-mobile-key",
    title: "New Relic",
    marker: "-NRMA",
    before: 44,
    head: /[A-Za-z0-9]/,
    variable: "NEW_RELIC_MOBILE_KEY",
    expression: /(?<![A-Za-z0-9])(?:AA[0-9a-f]{40}|eu01xx[0-9a-f]{36})-NRMA(?!\w)/y,
  },
  // https://discord.com/developers/docs/reference#authentication: id in base64, time, signature.
  {
    id: "airtable-oauth-token",
    title: "Airtable",
    marker: ".v1.",
    before: 40,
    head: /[A-Za-z0-9]/,
    keywords: ["airtable"],
    variable: "AIRTABLE_TOKEN",
    expression: /(?<!\w)[A-Za-z0-9]{10,40}\.v1\.[\w-]{10,200}\.[a-f0-9]{20,128}(?!\w)/y,
  },
  {
    id: "dropbox-long-lived-token",
    title: "Dropbox",
    marker: "AAAAAAAAAA",
    before: 12,
    head: /[\w-]/,
    keywords: ["dropbox"],
    variable: "DROPBOX_ACCESS_TOKEN",
    expression: /(?<![\w-])[A-Za-z0-9_-]{11}AAAAAAAAAA[A-Za-z0-9_=-]{43}(?![\w-])/y,
  },
  ...ADDRESS_FORMATS,
  ...PREFIXED_FORMATS,
];

/** Formats without any fixed part: searched for only in texts that name the provider. */
export interface GatedFormat {
  readonly id: string;
  readonly title: string;
  /** Lower case; one of them must stand in the text. */
  readonly words: readonly string[];
  /** Global; no nested repetition. */
  readonly expression: RegExp;
  readonly variable: string;
}

export const GATED_FORMATS: readonly GatedFormat[] = [
  {
    id: "telegram-bot-token",
    title: "Telegram",
    words: ["telegr"],
    variable: "TELEGRAM_BOT_TOKEN",
    expression: /(?<![\w:])\d{5,16}:A[\w-]{34}(?![\w-])/g,
  },
  // https://discord.com/developers/docs/reference#authentication: id in base64, time, signature.
  {
    id: "discord-bot-token",
    title: "Discord",
    words: ["discord"],
    variable: "DISCORD_TOKEN",
    expression: /(?<![\w.-])[MNO][A-Za-z\d_-]{23,27}\.[\w-]{6}\.[\w-]{27,40}(?![\w-])/g,
  },
  {
    id: "facebook-app-token",
    title: "Facebook",
    words: ["facebook", "fb_", "fb."],
    variable: "FACEBOOK_APP_TOKEN",
    expression: /(?<!\w)\d{15,16}(?:\||%7C)[A-Za-z0-9_-]{27,40}(?![\w-])/g,
  },
  {
    id: "twitter-access-token",
    title: "X (Twitter)",
    words: ["twitter", "tweet"],
    variable: "TWITTER_ACCESS_TOKEN",
    expression: /(?<!\w)\d{15,25}-[A-Za-z0-9]{20,40}(?!\w)/g,
  },
  {
    id: "mailgun-key",
    title: "Mailgun",
    words: ["mailgun"],
    variable: "MAILGUN_API_KEY",
    expression: /(?<![A-Za-z0-9-])[a-f0-9]{32}-[a-f0-9]{8}-[a-f0-9]{8}(?![A-Za-z0-9-])/g,
  },
  {
    id: "ngrok-token",
    title: "ngrok",
    words: ["ngrok"],
    variable: "NGROK_AUTHTOKEN",
    expression: /(?<!\w)[12][A-Za-z0-9]{25,27}_[A-Za-z0-9]{20,22}(?!\w)/g,
  },
  {
    id: "uptimerobot-key",
    title: "UptimeRobot",
    words: ["uptimerobot", "uptime_robot", "uptime-robot"],
    variable: "UPTIMEROBOT_API_KEY",
    expression: /(?<!\w)(?:ur|u|m)\d{6,10}-[A-Za-z0-9]{24,32}(?!\w)/g,
  },
  // https://ably.com/docs/auth/basic
  {
    id: "ably-key",
    title: "Ably",
    words: ["ably"],
    variable: "ABLY_API_KEY",
    expression: /(?<![\w-])[\w-]{6}\.[\w-]{6}:[\w-]{40,46}(?![\w-])/g,
  },
  // https://ghost.org/docs/admin-api/#token-authentication
  {
    id: "ghost-admin-key",
    title: "Ghost",
    words: ["ghost_", "ghostapi", "ghostadmin", "ghost admin", "@tryghost"],
    variable: "GHOST_ADMIN_API_KEY",
    expression: /(?<!\w)[a-f0-9]{24}:[a-f0-9]{64}(?!\w)/g,
  },
  {
    id: "pagerduty-key",
    title: "PagerDuty",
    words: ["pagerduty"],
    variable: "PAGERDUTY_API_KEY",
    expression: /(?<!\w)u\+[A-Za-z0-9_-]{18}(?![\w-])/g,
  },
  {
    id: "okta-token",
    title: "Okta",
    words: ["okta", "ssws"],
    variable: "OKTA_API_TOKEN",
    expression: /(?<!\w)00[\w-]{40}(?![\w-])/g,
  },
];
