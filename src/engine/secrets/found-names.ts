/** Names for what was found: the environment variable a secret should live in, the provider as people call it. */
import { CLIENT_PREFIX, nameMeaning, snakeCase } from "./judge/secret-names.ts";

const SPECIAL: Readonly<Record<string, string>> = {
  openweathermap: "OpenWeatherMap",
  openweather: "OpenWeather",
  paypal: "PayPal",
  linkedin: "LinkedIn",
  youtube: "YouTube",
  aws: "AWS",
  gcp: "Google Cloud",
  ibm: "IBM",
  smtp: "SMTP",
  npm: "npm",
  pypi: "PyPI",
  openai: "OpenAI",
  wandb: "Weights & Biases",
  weightsbiases: "Weights & Biases",
  weightsandbiases: "Weights & Biases",
  datadog: "Datadog",
  betterstack: "Better Stack",
  smartystreets: "SmartyStreets",
  woocommerce: "WooCommerce",
  lemonsqueezy: "Lemon Squeezy",
  huggingface: "Hugging Face",
  digitalocean: "DigitalOcean",
  cloudflare: "Cloudflare",
  bigcommerce: "BigCommerce",
  onepassword: "1Password",
  paystack: "Paystack",
  mongodb: "MongoDB",
  postgres: "PostgreSQL",
  postgresql: "PostgreSQL",
  mysql: "MySQL",
  rabbitmq: "RabbitMQ",
  github: "GitHub",
  gitlab: "GitLab",
  hubspot: "HubSpot",
  sendgrid: "SendGrid",
  whatsapp: "WhatsApp",
  newsapi: "News API",
  rapidapi: "RapidAPI",
  getstream: "GetStream",
  streamchat: "GetStream",
  huawei: "Huawei Cloud",
  huaweicloud: "Huawei Cloud",
  ibmcloud: "IBM Cloud",
  intuit: "QuickBooks (Intuit)",
  quickbooks: "QuickBooks",
  scw: "Scaleway",
  livekit: "LiveKit",
  zerobounce: "ZeroBounce",
  virustotal: "VirusTotal",
  activecampaign: "ActiveCampaign",
  bamboohr: "BambooHR",
  assemblyai: "AssemblyAI",
  browserstack: "BrowserStack",
  builderio: "Builder.io",
  circleci: "CircleCI",
  clickhouse: "ClickHouse",
  clickup: "ClickUp",
  coingecko: "CoinGecko",
  coinmarketcap: "CoinMarketCap",
  customerio: "Customer.io",
  docusign: "DocuSign",
  elevenlabs: "ElevenLabs",
  fal: "fal.ai",
  gocardless: "GoCardless",
  helpscout: "Help Scout",
  ipinfo: "IPinfo",
  k8s: "Kubernetes",
  kubernetes: "Kubernetes",
  lambdatest: "LambdaTest",
  lastfm: "Last.fm",
  launchdarkly: "LaunchDarkly",
  locationiq: "LocationIQ",
  logdna: "LogDNA (Mezmo)",
  logtail: "Better Stack (Logtail)",
  logzio: "Logz.io",
  mailersend: "MailerSend",
  maptiler: "MapTiler",
  mercadopago: "Mercado Pago",
  messagebird: "MessageBird",
  newrelic: "New Relic",
  omdb: "OMDb",
  openrouter: "OpenRouter",
  pagerduty: "PagerDuty",
  planetscale: "PlanetScale",
  posthog: "PostHog",
  rocketchat: "Rocket.Chat",
  saucelabs: "Sauce Labs",
  scaleai: "Scale AI",
  serpapi: "SerpApi",
  shipstation: "ShipStation",
  smarty: "SmartyStreets",
  stackpath: "StackPath",
  sumologic: "Sumo Logic",
  taxjar: "TaxJar",
  tmdb: "TMDB",
  themoviedb: "TMDB",
  togetherai: "Together AI",
  tomtom: "TomTom",
  travis: "Travis CI",
  truelayer: "TrueLayer",
  uptimerobot: "UptimeRobot",
  weatherapi: "WeatherAPI",
  workos: "WorkOS",
  xai: "xAI",
};

/** `sendgrid` → `SendGrid`. */
export function serviceTitle(service: string): string {
  return SPECIAL[service] ?? service.split("_").map(capitalised).join(" ");
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

const SCHEMES: Readonly<Record<string, string>> = {
  postgres: "DATABASE_URL",
  postgresql: "DATABASE_URL",
  mysql: "DATABASE_URL",
  mariadb: "DATABASE_URL",
  mssql: "DATABASE_URL",
  sqlserver: "DATABASE_URL",
  cockroachdb: "DATABASE_URL",
  mongodb: "MONGODB_URI",
  "mongodb+srv": "MONGODB_URI",
  redis: "REDIS_URL",
  rediss: "REDIS_URL",
  amqp: "AMQP_URL",
  amqps: "AMQP_URL",
  smtp: "SMTP_URL",
  smtps: "SMTP_URL",
  ftp: "FTP_URL",
  ldap: "LDAP_URL",
  ldaps: "LDAP_URL",
  nats: "NATS_URL",
  mqtt: "MQTT_URL",
  mqtts: "MQTT_URL",
  clickhouse: "CLICKHOUSE_URL",
  libsql: "DATABASE_URL",
};

/** The variable a connection string of this scheme usually lives in. */
export function variableOfScheme(scheme: string): string {
  return SCHEMES[scheme] ?? "SERVICE_URL";
}

/** An environment name made from the names a literal goes by: `new Pool({ password })` → `POOL_PASSWORD`. */
export function variableOfNames(names: readonly string[], service: string | undefined, fallback: string): string {
  const named = names.filter((name) => !name.includes("#") && /[A-Za-z]{2}/.test(name));
  const inner = named.find((name) => {
    const role = nameMeaning(name).role;
    return role !== undefined && role !== "public";
  });
  const own = named.find((name) => /^[A-Z][A-Z\d_]{3,}$/.test(name));
  if (own !== undefined && (inner === undefined || own === inner))
    return snakeCase(own).replace(CLIENT_PREFIX, "").toUpperCase();
  const words = snakeCase(inner ?? named[0] ?? fallback).replace(CLIENT_PREFIX, "");
  if (words.length > 40 || words === "") return fallback;
  const needsOwner =
    /^(?:password|pass|pwd|passwd|secret|key|token|api_key|apikey|auth|authorization|access_token|secret_key|credential|credentials)$/.test(
      words,
    );
  if (!needsOwner) return words.toUpperCase();
  const outer = named
    .map((name) => snakeCase(name))
    .find(
      (name) =>
        name !== words &&
        !/^(?:auth|options|config|headers|credentials|connection|default)$/.test(name) &&
        name.length <= 20,
    );
  const owner = service ?? outer ?? ownerOfCallee(names);
  if (owner === undefined || words.startsWith(owner))
    return words === "key" || words === "auth" ? fallback : words.toUpperCase();
  if (owner.endsWith(words)) return owner.toUpperCase();
  return `${owner}_${words === "authorization" || words === "auth" ? "token" : words}`.toUpperCase();
}

function ownerOfCallee(names: readonly string[]): string | undefined {
  const callee = names.find((name) => name.includes("#"))?.replace(/#.*/, "");
  if (callee === undefined) return undefined;
  if (/\bjwt\b|jsonwebtoken/i.test(callee)) return "jwt";
  if (/session/i.test(callee)) return "session";
  if (/createTransport|mail/i.test(callee)) return "smtp";
  if (/Pool|createConnection|Client|Sequelize|DataSource|knex|drizzle|postgres|mysql/i.test(callee)) return "database";
  if (/redis/i.test(callee)) return "redis";
  return undefined;
}

/** `mongodb+srv` → `mongodb`; undefined for schemes of no product. */
export function schemeProvider(scheme: string): string | undefined {
  const name = scheme
    .replace(/\+.*/, "")
    .replace(/^amqps?$/, "rabbitmq")
    .replace(/^rediss$/, "redis")
    .replace(/^postgresql$/, "postgres");
  return /^(?:https?|s?ftps?|ssh|git|ws|wss)?$/.test(name) ? undefined : name;
}
