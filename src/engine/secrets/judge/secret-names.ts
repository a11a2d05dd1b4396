/**
 * What a name says about the value behind it.
 *
 * The answer is remembered by name: a code base has few names.
 */
import { SERVICES } from "../providers/services.ts";

/**
 * - `sink`: a position that only takes a secret (`jwt.sign#1`).
 * - `signing`: a key that signs, verifies or encrypts.
 * - `password`; `credential`: tokens, API keys, client secrets.
 * - `vague`: `key`, `auth`: often something else.
 * - `public`: publishable keys, ids, names and descriptions of things.
 */
export type NameRole = "sink" | "signing" | "password" | "credential" | "vague" | "public";

export interface NameMeaning {
  readonly role: NameRole | undefined;
  /** The provider it names, such as `openweather`. */
  readonly service: string | undefined;
  /** A prefix that a bundler ships to the browser: `NEXT_PUBLIC_`, `VITE_` … */
  readonly client: boolean;
}

const remembered = new Map<string, NameMeaning>();

/** The role of one name: a variable, property, environment name, header or `callee#argument`. */
export function nameRole(name: string): NameRole | undefined {
  return nameMeaning(name).role;
}

/** All that one name says. */
export function nameMeaning(name: string): NameMeaning {
  const known = remembered.get(name);
  if (known !== undefined) return known;
  const meaning = decide(name);
  if (remembered.size > 20_000) remembered.clear();
  remembered.set(name, meaning);
  return meaning;
}

/** The first service that one of the names tells. */
export function serviceAmong(names: readonly string[]): string | undefined {
  for (const name of names) {
    const service = nameMeaning(name).service;
    if (service !== undefined) return service;
  }
  return undefined;
}

/** `apiKeyV2` → `api_key_v2`. */
export function snakeCase(name: string): string {
  let words = "";
  let last = 0;
  for (let index = 0; index < name.length; index++) {
    const code = name.charCodeAt(index);
    const kind = kindOf(code);
    if (kind === SIGN) {
      if (last !== SIGN && words !== "") words += "_";
    } else {
      const next = kind === UPPER ? kindOf(name.charCodeAt(index + 1)) : 0;
      if (kind === UPPER && (last === LOWER || last === DIGIT || (last === UPPER && next === LOWER))) words += "_";
      words += kind === UPPER ? String.fromCharCode(code + 32) : name[index];
    }
    last = kind;
  }
  return words.endsWith("_") ? words.slice(0, -1) : words;
}

const LOWER = 1;
const UPPER = 2;
const DIGIT = 3;
const SIGN = 4;

function kindOf(code: number): number {
  if (code >= 97 && code <= 122) return LOWER;
  if (code >= 65 && code <= 90) return UPPER;
  return code >= 48 && code <= 57 ? DIGIT : SIGN;
}

function decide(name: string): NameMeaning {
  if (name.includes("#")) return calleeMeaning(name);
  if (FILE.test(name)) return { role: "public", service: undefined, client: false };
  const all = snakeCase(name).replace(/^x_(?=\w)/, "");
  // Bundlers read variables of the environment; `publicKey` is a name like others.
  const client = /^[A-Z][A-Z\d_]+$/.test(name) && CLIENT_PREFIX.test(all);
  const words = (client ? all.replace(CLIENT_PREFIX, "") : all).replace(
    /^(?:get|fetch|load|read|make|build|create|find|default|our|the|my)_(?=\w)/,
    "",
  );
  if (!/^[A-Z][A-Z\d_]+$/.test(name) && SEEN.test(words)) return { role: "public", service: undefined, client };
  const role = roleOf(withoutService(words).replace(/_(?:for|of)(?:_(?:service|provider|vendor|name))?$/, ""));
  // A header of somebody's own: `X-Acme-Key`; what finds the key for something.
  const isHeader = role === "vague" && (/^x-[\w-]+-(?:key|auth)$/i.test(name) || /^(?:get)?keyFor$/i.test(name));
  return { role: isHeader ? "credential" : role, service: serviceIn(words), client };
}

/** `message_bird_token` is no token of a message: the words that make up a service's name say nothing else. */
function withoutService(words: string): string {
  const parts = words.split("_");
  for (let size = Math.min(3, parts.length - 1); size > 1; size--)
    for (let index = 0; index + size < parts.length; index++) {
      const name = parts.slice(index, index + size);
      if (SERVICES.has(name.join("")) && name.every((word) => !KEY_WORD.test(word)))
        return [...parts.slice(0, index), "vendor", ...parts.slice(index + size)].join("_");
    }
  return words;
}

const KEY_WORD = /^(?:api|key|keys|token|secret|access|auth|client|app|id|public|private|password|webhook)\d?$/;

/** What a browser tells them is seen by everybody; a variable of the environment may be a server's. */
const SEEN =
  /(?:^|_)(?:mixpanel|amplitude|heap|hotjar|fullstory|logrocket)_(?:project_|api_|app_|write_)?(?:token|key)$/;

/** `tokens.css`: the name of a file. */
const FILE = /^[\w-]+\.(?:css|js|mjs|ts|tsx|json|html?|png|svg|md|map|wasm|woff2?)$/;

function roleOf(words: string): NameRole | undefined {
  // https://www.chatwoot.com/docs/product/channels/live-chat/sdk/setup
  if (/(?:^|_)chatwoot_(?:sdk|website)_token$|^website_token$/.test(words)) return "public";
  if (/(?:storage|account)_(?:account_|access_|shared_)?key$/.test(words) && /account|access|shared|azure/.test(words))
    return "credential";
  if (/(?:^|_)(?:certificate|cert|keystore|p12|pfx)_(?:password|passphrase|pass|pwd)$/.test(words)) return "password";
  if (/(?:^|_)hash_secret$|^(?:app|application)_keys$|^(?:access|refresh)_secret(?:_key)?$/.test(words))
    return "signing";
  if (/(?:^|_)cypress_record_key|(?:^|_)(?:logdna|mezmo)_ingestion_key|(?:^|_)agora_(?:app_)?certificate/.test(words))
    return "credential";
  if (/(?:^|_)secret_access_key$|(?:^|_)protection_bypass(?:_secret)?$|^honeycomb_team$/.test(words))
    return "credential";
  if (/^rediscli_auth$/.test(words)) return "password";
  // `RESET_TOKEN_SECRET` signs; `resetToken` is an action.
  const plain = /_secret(?:_key)?$/.test(words) ? words.replace(ACTION, "") : words;
  if (PUBLIC.test(plain) || MAPS.test(words) || SHOWN.test(words)) return "public";
  if (/(?:^|_)(?:jwt|session|cookie|csrf|nextauth)_(?:\w+_)?secret(?:_key)?$/.test(words)) return "signing";
  if (
    /(?:client|consumer|api|oauth\d?|customer|bot|access|user|account|aws|github|gitlab|google|facebook|twitter|stripe|paypal|slack|vendor)_secret(?:_key)?$/.test(
      words,
    )
  )
    return "credential";
  if (/_app_secret(?:_key)?$/.test(words) && serviceIn(words.replace(/_app_secret.*$/, "")) !== undefined)
    return "credential";
  // The key of somebody's service opens it, and signs nothing here: `SCW_SECRET_KEY`, `datadogAppKey`.
  const owner = /^(.+?)_(?:secret|app|application|master)_key$/.exec(words)?.[1];
  if (
    owner !== undefined &&
    serviceIn(owner) !== undefined &&
    !/(?:^|_)(?:vault|jwt|session|cookie)(?:_|$)/.test(owner)
  )
    return "credential";
  if (SIGNING.test(words)) return "signing";
  if (PASSWORD.test(words)) return "password";
  if (CREDENTIAL.test(words)) return "credential";
  if (VAGUE.test(words)) return "vague";
  return undefined;
}

/** What a call says about its argument: `jwt.sign#1`, `client.setApiKey#0`, `new OpenWeather#0`. */
function calleeMeaning(name: string): NameMeaning {
  // `new sst.Secret("StripeKey")`: the name under which a secret is kept.
  if (/(?:^|(?<!fernet)\.|\s)Secret#0$/.test(name)) return { role: "public", service: undefined, client: false };
  if (PASSWORD_ARGUMENTS.test(name)) return { role: "password", service: undefined, client: false };
  if (SINKS.test(name)) return { role: "sink", service: undefined, client: false };
  if (/(?:^|\.)(?:sign|verify|decode|encode|create)_?(?:jwt|(?:access|refresh|auth)?_?token)\w*#1$/i.test(name))
    return { role: "signing", service: undefined, client: false };
  if (BUILT_IN.test(name)) return { role: undefined, service: undefined, client: false };
  const callee = name.replace(/#\d+(?:\{\})?$/, "").replaceAll("()", "");
  const last = snakeCase(callee.split(/[.\s]/).pop() ?? "");
  const verb = /^(?:set|with|use|add|configure|provide|register|from)_/;
  const object = last.replace(verb, "").replace(/^(?:create|new|make|get|build)_/, "");
  const takes =
    verb.test(last) ||
    /^(?:api_key|apikey|bearer|bearer_auth|basic_auth|access_token|auth_token|token|secret|password|credential|credentials|key_credential|azure_key_credential|api_token)$/.test(
      last,
    );
  if (name.startsWith("require "))
    return { role: "vague", service: serviceIn(snakeCase(callee.slice(8))), client: false };
  if (name.endsWith("{}")) return { role: undefined, service: serviceIn(snakeCase(callee)), client: false };
  let role: NameRole | undefined;
  if (takes && !PUBLIC.test(object)) {
    const inner = roleOf(object);
    role = inner === "signing" || inner === "credential" ? "credential" : inner;
  } else if (
    /^new\s/.test(callee)
      ? /client|api|sdk|auth|credential|connect|bot|service|provider|wrapper|adapter|\bnew \w+$/i.test(callee)
      : CONNECTS.test(last) || MAKES_HEADERS.test(last)
  ) {
    role = "vague";
  }
  return { role, service: serviceIn(snakeCase(callee)), client: false };
}

/** Collections and values of the language, which open nothing. */
const BUILT_IN =
  /^new (?:Array|Blob|Buffer|Date|Event|File|FormData|Function|Headers|Map|ObjectId|Promise|Proxy|PublicKey|RegExp|Request|Response|Set|TextEncoder|URL|URLSearchParams|Weak(?:Map|Set))#/;

/** Calls that open a connection or log in. */
const CONNECTS =
  /^(?:init|initialize|initialise|configure|config|setup|connect|create_client|client|login|log_in|sign_in|authenticate|auth|authorize|register|start|bootstrap|create_api|create|make_client|get_client|get_instance|use_key|api|sdk|bot|launch)$|_client$|^create_\w+|^connect_(?:to|with)_\w+|^(?:stripe|twilio|sendgrid|mailgun|algoliasearch|mailchimp|airtable|openai|resend|postmark)$/;

/** `buildAcmeHeaders("…")`: what is sent with every request. */
const MAKES_HEADERS = /^(?!set_|add_|append_|remove_|delete_|has_|check_|parse_|read_|with_)\w+_headers?$/;

/** The service that words in a row name, three of them, two or one. */
export function serviceIn(words: string): string | undefined {
  const parts = words.split("_");
  for (let size = 3; size >= 1; size--) {
    for (let index = 0; index + size <= parts.length; index++) {
      const joined = parts.slice(index, index + size).join("");
      if (SERVICES.has(joined)) return joined;
    }
  }
  return undefined;
}

/** What bundlers put into the browser's code. */
export const CLIENT_PREFIX =
  /^(?:nx_)?(?:next_public|vite|react_app|expo_public|nuxt_public|nuxt_env|gatsby|vue_app|public|storybook|ng_app|astro_public|plasmo_public|wxt)_/;

/** Arguments that are keys, whatever they are called. */
const SINKS = new RegExp(
  [
    String.raw`SignJWT\(\)(?:\.\w+\(\))*\.sign#0$`,
    String.raw`(?:^|\.)(?:jwt|jsonwebtoken|jws|jwtService|jose|fastJwt|JWT|Jwt|nJwt|njwt|jwtSimple)\.(?:sign|verify|encode|decode|create)(?:Async|Sync)?#1$`,
    String.raw`(?:^|\.)createHmac#1$`,
    // https://tweetnacl.js.org
    String.raw`(?:^|\.)(?:nacl|Nacl)\.(?:sign|sign\.detached|secretbox)#1$`,
    String.raw`(?:^|\.)create(?:Cipher|Decipher)(?:iv)?#1$`,
    String.raw`(?:^|\.)(?:(?:scrypt|pbkdf2)(?:Sync)?#0|hkdf(?:Sync)?#1)$`,
    String.raw`(?:^|\.)cookieParser#0$`,
    String.raw`(?:^|\.)(?:Hmac\w+|HmacSHA\d+|(?:AES|aes)\.(?:encrypt|decrypt)|TripleDES\.encrypt|TripleDES\.decrypt|Rabbit\.encrypt|RC4\.encrypt)#1$`,
    String.raw`(?:^|\.)(?:createSecretKey|createPrivateKey|SimpleCrypto|Cryptr|new Cryptr|new SimpleCrypto|importPKCS8)#0$`,
    String.raw`(?:^|\.)(?:jwt|jwtVerify|SignJWT|sign|verify|signJwt|verifyJwt|signToken|verifyToken|createToken)\.?(?:sign|jwtVerify)#1$`,
    String.raw`(?:^|\.)jwtVerify#1$`,
    // `const signAsync = promisify(jwt.sign)`
    `^(?:(?:jwt)?[sS]ign|(?:jwt)?[vV]erify)(?:Jwt|Token)?(?:Async|Promise|P)#1$`,
    String.raw`(?:^|\.)(?:webhooks|webhook|Webhook|stripe\.webhooks)\.constructEvent(?:Async)?#2$`,
    `^new (?:Svix|Webhook|Keygrip)#0$`,
    String.raw`(?:^|\.)(?:setSignedCookie|getSignedCookie|unsign|cookieSignature\.sign|cookie\.sign)#[12]$`,
    // https://expressjs.com/en/resources/middleware/cookie-parser.html
    String.raw`(?:^|\.)cookieParser\.(?:signedCookies?|JSONCookies?)#1$`,
    String.raw`(?:^|\.)sign\(\)?\.sign#0$`,
    String.raw`(?:^|\.)subtle\.importKey#1$`,
    // https://kjur.github.io/jsrsasign/api/symbols/KJUR.jws.JWS.html
    String.raw`(?:^|\.)JWS\.(?:sign#3|verify(?:JWT)?#1)$`,
    // https://github.com/panva/jose/blob/v2.x/docs/README.md#jwkaskeykey-options-options
    String.raw`(?:^|\.)JWK\.asKey#0$`,
    // https://github.com/hapijs/iron
    String.raw`^[Ii]ron\.(?:un)?seal#1$`,
    // https://github.com/panva/paseto
    String.raw`(?:^|\.)V[1-4]\.(?:sign|encrypt|decrypt)#1$`,
    // https://github.com/csquared/fernet.js
    String.raw`(?:^|[\s.])fernet\.(?:Secret|setSecret)#0$`,
    // https://github.com/octokit/webhooks-methods.js
    String.raw`^webhooksMethods\.(?:sign|verify)#0$`,
    // https://github.com/web-push-libs/web-push#setvapiddetailssubject-publickey-privatekey
    String.raw`(?:^|\.)setVapidDetails#2$`,
  ].join("|"),
);

/** Arguments that are passwords, whatever they are called. */
const PASSWORD_ARGUMENTS =
  /^new Sequelize#2$|\.(?:log_?in|sign_?up|auth|basicAuth|setBasicAuth|simpleBind)#1$|^(?:on|do|handle|quick|demo)?_?(?:log_?in|sign_?in)(?:As|With\w*)?#1$|(?:ldap\w*|client|conn|connection)\.bind#1$|(?:^|\.)auth\.basic#1$|^new (?:Digest(?:Fetch|Client|Auth)|AxiosDigestAuth)#1$|^(?:new |(?:[\w.]*\.)?(?:build|make|create|get|to|encode))[\w.]*(?:basic_?auth|plain_?text_?auth|password_?auth|username_?password)\w*#1$|(?:^|\.)\w*With(?:\w*)?(?:Password|ServicePrincipalSecret)#1$|(?:^|\.)signInWithEmailAndPassword#2$|(?:^|\.)(?:bcrypt|bcryptjs|argon2|Bun\.password|hasher|passwordHasher|hashService)\.hash(?:Sync)?#0$|(?:^|\.)(?:hashPassword|hashPasswordSync|hashSync|encryptPassword|setPassword)#0$/i;

const PUBLIC =
  /(?:^|_)(?:public|publishable|pub|anon|anonymous|site|client_id|app_id|measurement|tracking|analytics|pixel|vapid_public|placeholder|label|title|error|invalid|description|message|regex|pattern|selector|class|classname|column|storage|cookie_name|translation|i18n|hint|hash|hashed|checksum|sha|sha1|sha256|sha512|md5|digest|fingerprint|integrity|etag|commit|revision|certificate|cert|crt|thumbprint|guid|uuid|public_key|publickey|pubkey|csrf_header|csrf_token|xsrf_token|nonce|icon|emoji|image|example|sample|dummy|mock|fake|redacted|masked|expired|version_token|source_key|jti|kid|search_only|algolia_search|application_server_key|sitekey|file_key|write_key|project_token|project_api_key|page_token|next_token|continuation_token|pagination_token|cart_token|checkout_token|design_token)(?:_|$)|(?:^|_)(?:name|names|id|ids|type|types|field|fields|header|headers|path|paths|url|urls|uri|endpoint|host|domain|length|size|prefix|suffix|expiry|expires|expiration|expires_in|ttl|lifetime|max|min|count|limit|param|params|parameter|schema|policy|strategy|provider|version|algorithm|alg|text|env|variable|var|regions|models|model|zone|zones|status|state|mode|enabled|disabled|required|rules|format|input|button|link|page|screen|route|event|action|file|filename|dir|resolver|generator|factory|service|module|class|interface|issuer|audience|scope|scopes|kind|ref|location|arn|alias|index|at|by|for|reset|manager|guard|context|symbol|metadata|options|config|usage|cost|price|budget|tokens_used|encoding|separator|delimiter|position|user|users|role|roles|reader|officer|contributor|handler|handlers|runtime|uses|owner|exists|valid|missing|reason|code|codes|operator|controller|chart|driver|injector|tx|txn|transaction|wallet|address|mint|channel|channels|db|doc|template|root|namespace|method|methods|requirements?|chars|charset|alphabet|dictionary|strength|checker|validator|brand|logo|signature)$|^(?:is|has|show|hide|no|missing|invalid|forgot|reset|change|confirm|update|validate|check|set|on|use|with|without|enable|disable|activate|require|max|min|total|num|error)_|^(?:object|sort|partition|primary|foreign|cache|query|storage|idempotency|lookup|group|item|row|list|data|dedupe|dedup|routing|react|map|i18n|translation|message|feature|flag|lang|locale|event|field|config|setting|settings|redis|s3|job|queue|node|state|context|hash|range|index|search|local_storage|session_storage|order|permission|registry|namespace|host|composite|unique|temp|parent|child|tab|menu|nav|hot|short|arrow|keyboard|access)_keys?$/;

const ACTION = /^(?:forgot|reset|change|confirm|update|validate|check|set|use|with)_/;

/** Ids of things, and keys that pages show. */
const SHOWN =
  /(?:^|_)(?:widget|tinymce|sheet|spreadsheet|folder|drive|entry|playlist|video|tweet|track|album|post|document|record|asset|image|media|growthbook_client|configcat|optimizely_sdk|statsig_client)_key$/;

/** The same of maps, which are drawn by pages. */
const MAPS = /^(?:google_|gcp_|ios_|android_|react_native_|bing_)?maps_(?:\w+_)?key$/;

const SIGNING =
  /(?:jwt|jwt_access|jwt_refresh|session|cookie|cookies|signing|signature|sign|hmac|encryption|encrypt|encrypted|crypto|cipher|aes|csrf|xsrf|auth|nextauth|better_auth|authjs|webhook|access_token|refresh_token|token|app|hash|payload|server|master|application|shared|state|otp|totp|magic_link|password_reset|invite|internal|admin|cron|iron|express|koa|passport|license|download|link|callback)_(?:secret|salt|secret_key|signing_key|private_key)s?(?:_key)?(?:_|$)|(?:jwt|session|cookie|signing|signature|hmac|encryption|encrypt|crypto|cipher|aes|csrf|hash|master_encryption|at_rest|field_encryption|data_encryption|kek|dek|webhook_signing|token_signing|payload|license_signing)_keys?(?:_|$)|(?:^|_)(?:private_key|secret_key|secret_key_base|pepper|app_key|encryption_password|keyboard_cat|jwtsecret|jwtkey|sessionsecret|cookiesecret|secretkey|secret_or_key|secretorkey|privatekey|signingkey|encryptionkey|secret_or_private_key|cookie_encryption_password|passphrase_key)(?:_|$)|^(?:secret|secrets|salt)$|_secret$|^iron_password$/;

const PASSWORD =
  /(?:^|_)(?:password|passwd|passphrase|passwort|pass|pwd|passcode|passw|pswd|psw|pword|root_pw|db_pw|pw|userpass|admin_pass|sudo_pass|bind_credentials|master_?key|pin_code)\d*(?:_|$)|(?:password|passwd|passphrase)\d*$|^(?:db|mysql|pg|root|admin|user|smtp|mail|ftp|redis|mongo)(?:pass|pwd)$/;

const CREDENTIAL =
  /(?:^|_)(?:secret|secrets|token|tokens|api_?keys?|apikeys?|access_keys?|auth_key|authkey|authorization|proxy_authorization|bearer|credential|credentials|creds|client_secret|app_secret|api_secret|consumer_secret|consumer_key|api_token|webhook_url|service_role|service_role_key|license_key|subscription_key|account_key|storage_key|service_key|shared_key|shared_access_key|admin_key|ingest_key|integration_key|deploy_key|personal_access_token|pat|x_api_key|x_auth_token|x_access_token|function_key|host_key|primary_key_secret|secret_access_key|connection_string|dsn_secret|refresh|bot_token|sas|api)\d*(?:_|$)|(?:token|secret|apikey|accesskey|authkey|credential|credentials)\d*$/;

const VAGUE =
  /(?:^|_)(?:key|keys|auth|authentication|access|cred|webhook|session|license|seed|mnemonic|code|hook)\d*(?:_|$)|key\d*$/;
