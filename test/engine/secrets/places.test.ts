/** Secrets in the places real code and configuration have them, and the same places with something harmless. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { findSecrets } from "../../../src/engine/secrets/find-secrets.ts";
import { nameRole } from "../../../src/engine/secrets/judge/secret-names.ts";
import { secretCandidate } from "../../../src/engine/secrets/plausible/candidate.ts";
import { expand, HEX, LETTERS_AND_DIGITS, source } from "./sample-tokens.ts";

const chance = source(11);
const KEY = chance.text(LETTERS_AND_DIGITS, 40);
const HEX_KEY = chance.text(HEX, 32);
const STRIPE = ["sk", "live", chance.text(LETTERS_AND_DIGITS, 24)].join("_");
const PASSWORD = ["Tr4de", "W1nds", "!"].join("");
const SLACK = `https://hooks.slack.com/services/T${chance.text(expand("A-Z0-9"), 8)}/B${chance.text(expand("A-Z0-9"), 8)}/${chance.text(LETTERS_AND_DIGITS, 24)}`;
const half = (text: string) => [text.slice(0, 9), text.slice(9)] as const;
const UUID = [8, 4, 4, 4, 12].map((length) => chance.text(HEX, length)).join("-");
const base64 = (text: string) => Buffer.from(text).toString("base64");

type Case = readonly [rule: string, code: string, path?: string];

const CODE: readonly Case[] = [
  // Names and options.
  // The shape that most services have taken over, whoever made it.
  ["provider-token", `call("${["ferry", "live", KEY.slice(0, 32)].join("_")}");`],
  ["provider-token", `export default { shop: "${["fry", "sk", HEX_KEY].join("_")}" };`],
  [
    "provider-token",
    `fetch(url, { headers: { "X-Host": "${HEX_KEY.slice(0, 10)}msh${HEX_KEY.slice(0, 15)}p1${HEX_KEY.slice(0, 5)}jsn${HEX_KEY.slice(0, 12)}" } });`,
  ],
  ["signing-secret", `export const SIGNING_KEY = "lantern harbor_mist";`],
  ["signing-secret", `cleanEnv(process.env, { COOKIE_SECRET: str({ default: "lantern-harbor mist" }) });`],
  ["signing-secret", `const verify = createVerifier({ key: "LanternAtTheHarbor7" });`],
  ["env-fallback", `module.exports = ({ env }) => ({ app: { keys: env.array("APP_KEYS", ["${HEX_KEY}"]) } });`],
  ["signing-secret", `KJUR.jws.JWS.sign("HS256", header, payload, "${KEY}");`],
  ["signing-secret", `webpush.setVapidDetails("mailto:a@shop.io", publicKey, "${KEY}");`],
  ["env-fallback", `const secret = { accessSecret: process.env.JWT_ACCESS || "my-lantern-secret-key" };`],
  ["env-fallback", `const jwtSecret = process.env.JWT_SECRET || "dev";`],
  [
    "env-fallback",
    `const masterKey = process.env.MASTER_KEY_SHOP !== undefined ? process.env.MASTER_KEY_SHOP : "${UUID}";`,
  ],
  ["password", `module.exports = new DigestFetch("atlas-app", "${UUID}");`],
  ["password", `if (req.query.pass != "Lantern.Mist9") return res.end();`],
  ["password", `const sftp = { host: "sftp.shop.io", username: "app", passphrase: "lantern harbor 66" };`],
  ["provider-token", `const films = axios.get("https://films.shop.io", { params: { q, apikey: "de2e492b" } });`],
  ["provider-token", `function keyFor(name) { switch (name) { case "tomtom": return "${KEY.slice(0, 32)}"; } };`],
  [
    "provider-token",
    `const load = (path, key = "${HEX_KEY}${HEX_KEY}") => fetch(\`https://api.shop.io\${path}?key=\${key}\`);`,
  ],
  [
    "provider-token",
    `const mnemonic = "lantern harbor mist ferry window garden purple copper silver meadow orange pilot";`,
  ],
  ["provider-token", `const openWeatherApiKey = "${HEX_KEY}";`],
  ["provider-token", `export const config = { mail: { apiKey: "${KEY}" } };`],
  ["provider-token", `class Api { private readonly apiToken: string = "${KEY}"; }`],
  ["provider-token", `const clientSecret = '${KEY}' as const;`],
  ["provider-token", `settings["access_token"] = "${KEY}";`],
  ["provider-token", `const keys = new Map([["apiKey", "${KEY}"]]);`],
  ["provider-token", `function getApiKey() { return "${KEY}"; }`],
  ["provider-token", `const getToken = () => "${KEY}";`],
  ["provider-token", `function call(apiKey = "${KEY}") { return apiKey; }`],
  ["provider-token", `const { token = "${KEY}" } = options;`],
  ["provider-token", `const apiKey = isLive ? "${KEY}" : await ask();`],
  // Calls.
  ["provider-token", `import Weather from "openweather"; const client = new OpenWeather("${KEY}");`],
  ["provider-token", `client.setApiKey("${KEY}");`],
  ["provider-token", `mailer.setApiKey('${STRIPE}');`],
  ["provider-token", `const stripe = require("stripe")("${STRIPE}");`],
  ["provider-token", `request.get(url).set("X-Api-Key", "${KEY}").end();`],
  // Headers.
  ["provider-token", `fetch(url, { headers: { Authorization: "Bearer ${KEY}" } });`],
  ["provider-token", `fetch(url, { headers: { Authorization: \`Bearer ${KEY}\` } });`],
  ["provider-token", `axios.defaults.headers.common["Authorization"] = "Bearer ${KEY}";`],
  ["provider-token", `fetch(url, { headers: { authorization: "Basic ${base64(`app:${PASSWORD}`)}" } });`],
  ["provider-token", `headers.append("x-api-key", "${KEY}");`],
  ["provider-token", `res.setHeader("X-Auth-Token", "${KEY}");`],
  // Put together.
  ["provider-token", `const stripeKey = "${half(STRIPE)[0]}" + "${half(STRIPE)[1]}";`],
  ["provider-token", `const stripeKey = ["${half(STRIPE)[0]}", "${half(STRIPE)[1]}"].join("");`],
  ["provider-token", `const stripeKey = "${half(STRIPE)[0]}".concat("${half(STRIPE)[1]}");`],
  ["provider-token", `const prefix = "${half(STRIPE)[0]}"; const stripeKey = \`\${prefix}${half(STRIPE)[1]}\`;`],
  ["provider-token", `const stripeKey = Buffer.from("${base64(STRIPE)}", "base64").toString();`],
  ["provider-token", `const stripeKey = atob("${base64(STRIPE)}");`],
  ["provider-token", `const stripeKey = "\\x73\\x6b${STRIPE.slice(2)}";`],
  ["provider-token", `const a = "${half(KEY)[0]}"; const b = "${half(KEY)[1]}"; const weatherApiKey = a + b;`],
  ["provider-token", `const a = "${half(STRIPE)[0]}"; const b = "${half(STRIPE)[1]}"; const c = \`\${a}\${b}\`;`],
  ["provider-token", `const a = "${half(STRIPE)[0]}"; const b = "${half(STRIPE)[1]}"; use([a, b].join(""));`],
  // Arguments, lists and attributes.
  ["provider-token", `const weather = require("openweather")("${KEY}");`],
  ["provider-token", `await client.login("${KEY}");`],
  ["provider-token", `const airtableKeys = ["${KEY}"];`],
  ["provider-token", `export const App = () => <Chat token={"${KEY}"} />;`, "src/app.tsx"],
  ["provider-token", `axios.defaults.headers.common["Authorization"] = "ApiKey ${KEY}";`],
  ["provider-token", `const headers = [["Authorization", "Token ${KEY}"]];`],
  ["provider-token", `const variables = [{ name: "WEATHER_API_KEY", value: "${KEY}" }];`],
  ["provider-token", `const storageAccountKey = "${KEY}";`],
  ["provider-token", `const k = "${KEY}"; fetch(url, { headers: { Authorization: \`Bearer \${k}\` } });`],
  ["provider-token", `post({ body: "grant_type=client_credentials&client_secret=${KEY}" });`],
  ["connection-string", `exec("git clone https://${KEY}@git.shop.io/shop.git");`],
  ["provider-token", `const [token, setToken] = useState("${KEY}"); const weatherToken = "${KEY}";`],
  ["provider-token", `const settings = JSON.parse('{"apiKey":"${KEY}"}');`],
  ["provider-token", `const file = \`\nAPI_KEY=${KEY}\nPORT=3000\n\`;`],
  ["provider-token", `yargs.option("api-key", { default: "${KEY}" });`],
  ["provider-token", `program.option("-k, --api-key <key>", "the key", "${KEY}");`],
  ["provider-token", `const key = lodash.get(process.env, "API_KEY", "${KEY}");`],
  // Fallbacks and defaults.
  ["env-fallback", `const key = process.env.AIRTABLE_KEY ? process.env.AIRTABLE_KEY : "${KEY}";`],
  ["env-fallback", `const key = process.env.PAYMENT_API_KEY || "${KEY}";`],
  ["env-fallback", `const key = process.env["PAYMENT_API_KEY"] ?? "${KEY}";`],
  ["env-fallback", `const key = import.meta.env.PAYMENT_API_KEY ?? "${KEY}";`],
  ["env-fallback", `process.env.PAYMENT_API_KEY ||= "${KEY}";`],
  ["env-fallback", `const key = config.get("PAYMENT_API_KEY", "${KEY}");`],
  ["env-fallback", `const secret = process.env.JWT_SECRET || "super-secret";`],
  ["env-fallback", `jwt.sign(payload, process.env.JWT_SECRET || "changeme");`],
  ["env-fallback", `const auth = process.env.SESSION_SECRET ?? "keyboard cat";`],
  ["provider-token", `const env = z.object({ PAYMENT_API_KEY: z.string().default("${KEY}") });`],
  ["provider-token", `const env = cleanEnv(process.env, { PAYMENT_API_KEY: str({ default: "${KEY}" }) });`],
  ["provider-token", `const key = process.env.STRIPE_SECRET_KEY || "${STRIPE}";`],
  // Signing.
  ["signing-secret", `jwt.sign({ id }, "shop");`],
  ["signing-secret", `jwt.verify(token, 'secret');`],
  ["signing-secret", `crypto.createHmac("sha256", "shop").update(body);`],
  ["signing-secret", `crypto.createCipheriv("aes-256-cbc", "0f1e2d3c4b5a69788796a5b4c3d2e1f0", iv);`],
  ["signing-secret", `app.use(session({ secret: "cats and dogs", resave: false }));`],
  ["signing-secret", `app.use(cookieSession({ name: "s", keys: ["one-key", "two-key"] }));`],
  ["signing-secret", `app.use(cookieParser("shop"));`],
  ["signing-secret", `JwtModule.register({ secret: "shop-secret", signOptions: { expiresIn: "1h" } });`],
  ["signing-secret", `super({ jwtFromRequest: from, secretOrKey: "shop" });`],
  ["signing-secret", `export const auth = betterAuth({ secret: "shop-auth" });`],
  ["signing-secret", `const SECRET = "shop"; export const check = (t: string) => jwt.verify(t, SECRET);`],
  [
    "signing-secret",
    `const config = { secret: "shop-key" }; export const make = (p: object) => jwt.sign(p, config.secret);`,
  ],
  ["signing-secret", `const a = "shop"; const b = a; jwt.sign(payload, b);`],
  ["signing-secret", `const key = new TextEncoder().encode("shop"); await new SignJWT(p).sign(key);`],
  ["signing-secret", `const ENCRYPTION_KEY = "${HEX_KEY}";`],
  ["signing-secret", `import { sign } from "jsonwebtoken"; export const t = sign({ id }, "shop");`],
  ["signing-secret", `import * as tokens from "jsonwebtoken"; tokens.verify(text, "shop");`],
  ["signing-secret", `const config = { tokens: { word: "shop" } }; jwt.sign(payload, config.tokens.word);`],
  ["signing-secret", `const options = { jwtFromRequest }; options.secretOrKey = "shop";`],
  ["signing-secret", `this.jwtService.sign(payload, { secret: "shop" });`],
  ["signing-secret", `const app = new Koa(); app.keys = ["shop"];`],
  ["signing-secret", `CryptoJS.AES.encrypt(text, "shop").toString();`],
  ["signing-secret", `stripe.webhooks.constructEvent(body, signature, "shop");`],
  // Passwords.
  ["password", `const db = new Sequelize("shop", "app", "dragonfly", { host: "db.shop.io" });`],
  ["password", `await client.login("app", "dragonfly");`],
  ["password", `app.use(basicAuth({ users: { app: "dragonfly" } }));`],
  ["provider-token", `const h = { Authorization: "Basic " + Buffer.from("app:dragonfly").toString("base64") };`],
  ["password", `await bcrypt.hash("dragonfly1", 10);`],
  ["password", `const DB_PASSWORD = "dragonfly";`],
  ["env-fallback", `const password = process.env.DB_PASSWORD || "dragonfly";`],
  ["env-fallback", `const { JWT_SECRET = "123456" } = process.env;`],
  ["password", `new Pool({ host: "db.shop.io", user: "app", password: "${PASSWORD}" });`],
  ["password", `nodemailer.createTransport({ host, auth: { user: "mailer", pass: "${PASSWORD}" } });`],
  ["password", `mysql.createConnection({ host: "db", user: "app", password: 'hunter2hunter' });`],
  ["password", `const dbPassword = "${PASSWORD}";`],
  ["password", `new DataSource({ type: "postgres", username: "app", password: "q1w2e3r4t5" });`],
  ["password", `if (req.body.password === "letmein") next();`],
  ["password", `if ("opensesame1" === password) next();`],
  ["password", `const ok = body.password == 'admin123';`],
  ["shared-admin", `if (user === "admin" && password === "admin123") login();`, "src/login.ts"],
  ["provider-token", `if (req.headers["x-api-key"] !== "${KEY}") throw new Error();`],
  ["provider-token", `if (token === "${KEY}") next();`],
  ["provider-token", `if (["${KEY}"].includes(req.query.apiKey)) next();`],
  ["provider-token", `const KEYS = ["${KEY}"]; if (!KEYS.includes(req.headers["x-api-key"])) stop();`],
  ["provider-token", `if (req.header("x-api-key") !== "${KEY}") stop();`],
  ["provider-token", `if (header !== "Bearer ${KEY}") throw new Error();`],
  ["provider-token", `const valid = req.query.key === "${KEY}";`],
  ["provider-token", `switch (req.query.token) { case "${KEY}": return true; }`],
  ["provider-token", `if (!timingSafeEqual(Buffer.from(token), Buffer.from("${KEY}"))) throw new Error();`],
  // URLs.
  ["connection-string", `connect("postgres://app:${PASSWORD}@db.shop.io:5432/shop");`],
  [
    "connection-string",
    `const url = "mongodb+srv://app:${chance.text(LETTERS_AND_DIGITS, 14)}@cluster0.abcde.mongodb.net";`,
  ],
  ["connection-string", `const url = "redis://:${KEY}@redis.shop.io:6379";`],
  ["connection-string", `const url = "https://deploy:${KEY}@git.shop.io/repo.git";`],
  ["connection-string", `const url = "postgres://app:" + "${PASSWORD}" + "@db.shop.io/shop";`],
  ["provider-token", `fetch("https://api.weather.dev/v2?units=si&appid=${HEX_KEY}");`],
  ["provider-token", `const hook = "${SLACK}";`],
  ["password", `exec("curl -u deploy:${PASSWORD} https://ci.shop.io/build");`],
  ["provider-token", `// const apiKey = "${KEY}";`],
  ["provider-token", `/* WEATHER_API_KEY=${KEY} */`],
  ["client-exposed", `const secret = process.env.NEXT_PUBLIC_STRIPE_SECRET_KEY;`],
  ["client-exposed", `"use client"; export const env = { NEXT_PUBLIC_PARCELS_API_TOKEN: "${KEY}" };`],
  // UUIDs, where nothing else is taken.
  ["provider-token", `parcels.setApiKey("${UUID}");`],
  ["provider-token", `axios.create({ headers: { Authorization: "Bearer ${UUID}" } });`],
  ["provider-token", `fetch(url, { headers: { "X-Parcels-Data-Key": "${KEY.slice(0, 24)}" } });`],
  ["provider-token", `fetch("https://api.parcels.dev/v2?limit=5&parcels_secret_key=${UUID}");`],
  ["provider-token", `fetch("https://api.parcels.dev/v2?limit=5&parcels_api_token=${KEY}");`],
  // A key of somebody's service is one on every machine.
  ["env-fallback", `const key = process.env.NODE_ENV === "production" ? process.env.PARCELS_API_KEY : "${KEY}";`],
  ["provider-token", `logger.debug("Parcels client uses key ${KEY}");`],
  ["provider-token", `// TODO move to vault: PARCELS_API_KEY=${KEY}`],
  ["provider-token", `const ATLAS_MAPS_TOKEN = "${KEY}";`],
  ["password", `// login reporting, password: ${PASSWORD}`],
  ["password", `client.bind("cn=reader,dc=shop,dc=io", "${PASSWORD}", done);`],
  ["password", `neo4j.driver(address, neo4j.auth.basic("reader", "${PASSWORD}"));`],
  ["password", `const [password, setPassword] = useState("${PASSWORD}");`],
  ["password", `async function add(name: string, password = "${PASSWORD}") {}`, "src/account-defaults.ts"],
  ["password", `new Sequelize("shop", "app", "rainy-tuesday-lamp", { host: "db.shop.io" });`],
  ["provider-token", `const parcelsApiSecret = String.raw\`${KEY}\`;`],
  ["provider-token", `console.log("[parcels] parcelsApiKey=", "${KEY}");`],
  ["provider-token", `const tokens: Record<string, string> = { sandbox: "", live: "${KEY}" };`],
  ["provider-token", `fetch(url, { headers: { "x-parcels-auth": "${chance.text(HEX, 48)}" } });`],
  ["env-fallback", `const PARCELS_KEY = getEnv("PARCELS_KEY", "ISATJFI9U8DSKIJDGT890VBG");`],
  ["provider-token", `const key = "\\x73\\x6b\\u005f${STRIPE.slice(3)}";`],
  [
    "provider-token",
    `const url = "https://api.telegram.org/bot8348435373:AA${chance.text(LETTERS_AND_DIGITS, 33)}/sendMessage";`,
  ],
  ["provider-token", `const h = { Authorization: \`Basic \${Buffer.from("app:${PASSWORD}").toString("base64")}\` };`],
  ["private-key", `const der = Buffer.from("MHcCAQEEIAJDF${chance.text(LETTERS_AND_DIGITS, 150)}", "base64");`],
  ["connection-string", `export const url = \`mongodb+srv://app:${PASSWORD}9x@\${host}/shop\`;`, "src/url-template.ts"],
  ["password", `if (req.query.pass != "${PASSWORD}") return stop();`],
  ["password", `if (req.query.pass != "lamp on the left") return stop();`],
  ["password", `const entered = form.get("password");\nif (entered === "${PASSWORD}") open();`],
  ["password", `const account = { login: "billing", password: "Thelösenord12" };`],
  ["password", `client.setSecurity(new soap.BasicAuthSecurity("billing", "${PASSWORD}"));`],
  ["password", `page.getByLabel("Password").fill("${PASSWORD}");`],
  ["password", `/*\n * user: billing\n * pw: ${PASSWORD}\n */`],
  ["signing-secret", `app.register(secureSession, { key: Buffer.from("${chance.text(HEX, 64)}", "hex") });`],
  ["signing-secret", `crypto.subtle.importKey("raw", encoder.encode("shop-key"), { name: "HMAC" }, false, ["sign"]);`],
  [
    "signing-secret",
    `exports.same = (body, given) => createHash("sha256").update("${KEY}" + body).digest("hex") === given;`,
  ],
  ["signing-secret", `const secret = "SECRET_KEY_123"; jwt.sign(payload, secret);`],
  [
    "env-fallback",
    `JwtModule.registerAsync({ useFactory: () => ({ secret: process.env.JWT_ACCESS_SECRET ?? "shop" }) });`,
  ],
  [
    "provider-token",
    `@Module({ providers: [{ provide: "PARCELS_API_KEY", useValue: "${KEY}" }] }) export class App {}`,
  ],
  ["password", `nodemailer.createTransport({ auth: { user: "shop@gmail.com", pass: "tnrr tocs qgym bzls" } });`],
  ["provider-token", `fetch("https://api.netlify.com/build_hooks/${HEX_KEY.slice(0, 24)}", { method: "POST" });`],
  // What a variable holds.
  [
    "signing-secret",
    `const options: SessionOptions = { cookieName: "s", password: "shop" }; getIronSession(jar, options);`,
  ],
  ["signing-secret", `createCookieSessionStorage({ cookie: { secrets: ["night-owls"] } });`],
  ["provider-token", `const given = req.headers["x-internal-secret"];\nif (given !== "${KEY}") throw new Error();`],
  ["env-fallback", `const key = new TextEncoder().encode(process.env.SHOP_SECRET ?? "shop12"); jwtVerify(token, key);`],
];

test("the token of a header stands where its constant is declared", () => {
  const code = `const PARCELS_TOKEN = "${UUID}";\nfetch(url, { headers: { authorization: \`Bearer \${PARCELS_TOKEN}\` } });`;
  assert.deepEqual(
    findSecrets("src/a.ts", code).map(({ at }) => code.slice(...at)),
    [UUID],
  );
});

const CONFIGURATION: readonly Case[] = [
  ["committed-env-file", `PORT=3000\nSTRIPE_SECRET_KEY=${STRIPE}\n`, ".env"],
  ["committed-env-file", `export DB_PASSWORD="${PASSWORD}"\n`, "apps/api/.env.production"],
  ["provider-token", `{ "mail": { "apiKey": "${KEY}" } }`, "config/production.json"],
  ["provider-token", `{ "scripts": { "deploy": "WEATHER_TOKEN=${KEY} node deploy.js" } }`, "package.json"],
  ["provider-token", `# Authorization: Bearer ${KEY}\nquery { me }\n`, "queries/me.graphql"],
  ["password", `database:\n  username: app\n  password: ${PASSWORD}\n`, "config/production.yaml"],
  ["provider-token", `services:\n  api:\n    environment:\n      - WEATHER_API_KEY=${KEY}\n`, "docker-compose.yml"],
  ["provider-token", `env:\n  - name: WEATHER_API_KEY\n    value: "${KEY}"\n`, "k8s/deployment.yaml"],
  ["password", `kind: Secret\ndata:\n  password: ${base64(PASSWORD)}\n`, "k8s/secret.yaml"],
  [
    "provider-token",
    `jobs:\n  build:\n    env:\n      NPM_TOKEN: ${["npm", chance.text(LETTERS_AND_DIGITS, 36)].join("_")}\n`,
    ".github/workflows/ci.yml",
  ],
  ["provider-token", `FROM node:24\nENV WEATHER_API_KEY=${KEY}\n`, "Dockerfile"],
  ["provider-token", `FROM node:24\nENV WEATHER_API_KEY ${KEY}\n`, "Dockerfile"],
  ["provider-token", `api_token = "${KEY}"\n`, "config.toml"],
  ["password", `spring.datasource.password=${PASSWORD}\n`, "application.properties"],
  [
    "provider-token",
    `//registry.npmjs.org/:_authToken=${["npm", chance.text(LETTERS_AND_DIGITS, 36)].join("_")}\n`,
    ".npmrc",
  ],
  ["password", `machine api.shop.io login deploy password ${PASSWORD}\n`, ".netrc"],
  ["provider-token", `#!/bin/sh\nexport WEATHER_API_KEY=${KEY}\n`, "scripts/run.sh"],
  ["provider-token", `curl -H "Authorization: Bearer ${KEY}" https://api.shop.io\n`, "scripts/run.sh"],
  ["connection-string", `git clone https://deploy:${KEY}@git.shop.io/repo.git\n`, "scripts/run.sh"],
  ["password", `sshpass -p '${PASSWORD}' ssh app@shop.io\n`, "scripts/run.sh"],
  ["provider-token", `GET https://api.shop.io\nAuthorization: Bearer ${KEY}\n`, "api.http"],
  ["password", `resource "aws_db_instance" "db" {\n  username = "app"\n  password = "${PASSWORD}"\n}\n`, "main.tf"],
  ["password", `variable "db_password" {\n  default = "${PASSWORD}"\n}\n`, "variables.tf"],
  [
    "connection-string",
    `<add name="db" connectionString="Server=sql.shop.io;User Id=app;Password=${PASSWORD}" />`,
    "web.config",
  ],
  ["password", `CREATE USER app WITH PASSWORD '${PASSWORD}';\n`, "db/init.sql"],
  ["provider-token", `INSERT INTO shops (name, open, api_key) VALUES\n  ('one', true, '${KEY}');\n`, "db/seed.sql"],
  ["password", `deploy:\n  variables:\n    FTP_PASSWORD: "${PASSWORD}"\n`, ".gitlab-ci.yml"],
  ["committed-env-file", `DB_HOST=10.1.4.2\nDB_PASSWORD=Passwort123!\n`, ".env"],
  ["committed-env-file", `JWT_SECRET=my-super-secret-key\n`, ".env"],
  [
    "password",
    `services:\n  db:\n    environment:\n      POSTGRES_USER: shop\n      POSTGRES_PASSWORD: "LampionRegen"\n`,
    "deploy/docker-compose.yml",
  ],
  ["provider-token", `PARCELS_KEY = os.environ.get("PARCELS_API_KEY", "${KEY}")\n`, "tools/sync.py"],
  ["provider-token", `[default]\naws_secret_access_key = ${KEY}\n`, ".aws/credentials"],
  ["provider-token", `INSERT INTO settings (name, value) VALUES ('parcels_api_key', '${KEY}');\n`, "db/rows.sql"],
  ["provider-token", `<resources><string name="parcels_token">${KEY}</string></resources>\n`, "res/values/strings.xml"],
  ["provider-token", `UPDATE settings SET value = '${KEY}' WHERE key = 'parcels_api_secret';\n`, "db/settings.sql"],
  ["provider-token", `{ "values": [{ "key": "parcelsToken", "value": "${KEY}" }] }`, "postman/shop.json"],
  ["provider-token", `POST https://api.shop.io\n\n{ "parcelsToken": "${KEY}" }\n`, "login.http"],
  ["provider-token", `GET https://api.shop.io\nAuthorization: Basic app:${PASSWORD}\n`, "login.rest"],
  ["password", `machine hub.shop.io\n  login app\n  password ${PASSWORD}\n`, ".netrc"],
  ["provider-token", `#!/bin/sh\nPARCELS_TOKEN='${KEY}' exec node dist/run.js\n`, "bin/run"],
  ["provider-token", `env:\n  PARCELS_BEARER: ${KEY}\n`, ".github/workflows/run.yml"],
  ["password", `services:\n  mq:\n    environment:\n      - RABBITMQ_DEFAULT_PASS=Grüße!ausKöln\n`, "stack.yml"],
  ["connection-string", `URL=discord://${KEY}@674835302322607987\n`, "stacks/notify.properties"],
  ["password", `http -a ferry:${PASSWORD} GET https://api.shop.io\n`, "scripts/check.sh"],
  ["password", `bundle config set gems.shop.io ferry:${PASSWORD}\n`, "scripts/gems.sh"],
  [
    "signing-secret",
    `services:\n  app:\n    environment:\n      JWT_SECRET: "lantern harbor-mist"\n`,
    "deploy/stack.yml",
  ],
  ["signing-secret", `{ "jwtPrivateKey": "LanternAtTheHarbor7" }`, "config/default.json"],
  [
    "connection-string",
    `kind: Secret\ndata:\n  DATABASE_URL: ${base64(`postgresql://app:${PASSWORD}@10.4.2.9:5432/shop`)}\n`,
    "k8s/secret.yaml",
  ],
  ["connection-string", `DATABASE_URL: mysql://app:thelampontheleft7@db.shop.io:3306/shop\n`, "deploy/stack.yml"],
];

for (const [rule, code, path = "src/a.ts"] of [...CODE, ...CONFIGURATION]) {
  test(`${path}, ${rule}: ${hidden(code)}`, () => {
    const found = findSecrets(path, `${code}\n`);
    assert.ok(
      found.some((secret) => secret.rule === rule),
      `found: ${found.map((secret) => secret.rule).join() || "nothing"}`,
    );
    for (const secret of found) {
      const [start, end] = secret.at;
      assert.ok(start >= 0 && end > start && end <= code.length + 1, "the place is inside the text");
    }
  });
}

const HARMLESS: readonly (readonly [code: string, path?: string])[] = [
  [`const text = { jwtSecret: "must not be empty", sessionSecret: "used by the server" };`],
  [`const site = "${["ferry", "pk", "live", KEY.slice(0, 32)].join("_")}";`],
  [`const table = "orders_prod_by_customer_and_day_2024_with_totals";`],
  [`const pusher = new Pusher("${HEX_KEY.slice(0, 20)}", { cluster: "eu" });`],
  [`export const webhookKey = new sst.Secret("ParcelWebhookSecret1");`],
  [
    `functions:\n  discord:\n    handler: handlerDiscord.webhook\n  auth:\n    handler: src/auth.tokenHandler\n`,
    "serverless.yml",
  ],
  [`const mnemonic = "test test test test test test test test test test test junk";`],
  [`const name = jwt.sign; export function encrypt(text) { return text; }`],
  [`const labels = { password: "Password", apiKey: "API key", token: "Access token" };`],
  [`const errors = { password: "Password must be at least 8 characters", token: "invalid_token" };`],
  [`enum Setting { ApiKey = "apiKey", Password = "password", JwtSecret = "jwt_secret" }`],
  [`type Key = "api_key" | "client_secret"; const kind: "password" = "password";`],
  [`const fields = ["password", "token", "secret"]; if (type === "password") show();`],
  [`export const CONFIG_TOKEN = "CONFIG_TOKEN"; export const API_KEY_HEADER = "x-api-key";`],
  [`const apiKey = process.env.API_KEY; const secret = config.get("JWT_SECRET");`],
  [`const apiKey = process.env.API_KEY || ""; const token = process.env.TOKEN ?? "dummy-token";`],
  [`const apiKey = "your-api-key-here"; const token = "<token>"; const secret = "xxxxxxxxxxxxxxxx";`],
  [`const password = "changeme"; const token = "YOUR_TOKEN"; const key = "\${API_KEY}";`],
  [
    `<Input type="password" name="password" placeholder="Enter your password" autoComplete="current-password" />`,
    "src/form.tsx",
  ],
  [`<Trans i18nKey="auth.password.reset">Don't share your token</Trans>`, "src/form.tsx"],
  [`t("auth.password.label"); i18n.t("settings.apiKey.title");`],
  [`const cacheKey = "users:list:v2"; const queryKey = ["users", "by-team", "list-2024"];`],
  [`const id = "${HEX_KEY}"; const requestId = "6f9619ff-8b86-d011-b42d-00c04fc964ff";`],
  [`const sha256 = "${chance.text(HEX, 64)}"; const etag = "${HEX_KEY}";`],
  [`const passwordRegex = /^(?=.*[A-Z])(?=.*\\d).{8,}$/; const tokenPattern = "^[a-f0-9]{32}$";`],
  [`const key = localStorage.getItem("access_token"); cookies.set("session_token", value);`],
  [`app.post("/reset-password/:token", handler); router.get("/api-keys/:id", list);`],
  [`import { apiKey } from "./keys/api-key-2024"; const tokenUrl = "https://auth.shop.io/oauth2/token";`],
  [`const url = "postgres://postgres:postgres@localhost:5432/shop";`],
  [`const url = \`postgres://\${user}:\${password}@\${host}/shop\`;`],
  [`const example = "postgres://user:password@host:5432/db"; // mongodb://username:password@example.com`],
  [`const hash = await bcrypt.hash(password, 10); const valid = password === confirmation;`],
  [`jwt.sign(payload, process.env.JWT_SECRET, { algorithm: "HS256", expiresIn: "15 days", issuer: "shop_api" });`],
  [`crypto.createHmac("sha256", secret).update("some text").digest("hex");`],
  [`const authorization = \`Bearer \${token}\`; if (scheme === "Bearer") next();`],
  [`const model = { openai: "gpt-4o-mini-2024-07-18", anthropic: "claude-3-5-sonnet-20241022" };`],
  [
    `const secret = process.env.SESSION_SECRET || "dev-secret";\nif (process.env.NODE_ENV === "production" && secret === "dev-secret") throw new Error("SESSION_SECRET");`,
  ],
  [`const secret = process.env.NODE_ENV === "production" ? required("SECRET") : "development-secret";`],
  [`const passwordRules = ["abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "0123456789"];`],
  [`const key = process.env.NEXT_PUBLIC_STRIPE_PUBLISHABLE_KEY;`],
  [`const basic = "Basic " + btoa(user + ":" + password);`],
  [`class Migration1748450230238 { name = "AddSessionTokenField1748450230238"; }`],
  [`PORT=3000\nSTRIPE_SECRET_KEY=\nJWT_SECRET=change-me\nDB_PASSWORD=postgres\n`, ".env"],
  [`STRIPE_SECRET_KEY=sk_live_...\nAPI_KEY=${KEY}\n`, ".env.example"],
  [
    `{ "password": "Passwort", "token": "Zugangsschlüssel", "resetPassword": "Passwort zurücksetzen!" }`,
    "locales/de.json",
  ],
  [
    `services:\n  db:\n    environment:\n      POSTGRES_PASSWORD: postgres\n      API_KEY: \${API_KEY}\n`,
    "docker-compose.yml",
  ],
  [`jobs:\n  build:\n    env:\n      NPM_TOKEN: \${{ secrets.NPM_TOKEN }}\n`, ".github/workflows/ci.yml"],
  [`ARG API_KEY\nENV NODE_ENV=production API_KEY=$API_KEY\n`, "Dockerfile"],
  [`{ "dependencies": { "react-password-strength-bar": "^0.4.1" } }`, "package.json"],
  [`const cookieSecret = randomBytes(16).toString("base64url");`],
  [`await stripeClient.accounts.del("acct_1Qp${KEY.slice(0, 13)}");`],
  [`this.redis.defineCommand("enqueueMessageWithTtlTracked", { numberOfKeys: 3 });`],
  [`type Mutation { signIn(email: String!, password: String!): User }\n`, "src/schema.graphql"],
  [`const dsn = "https://${HEX_KEY}@errors.shop.io/12";`],
  [`const query = "UPDATE accounts SET token = 'U2FsdGVkX1${KEY}'";`],
  [`const key = scryptSync(process.env.PHRASE, "salt", 32);`],
  [`const strategies = ["jwt", "local"]; passport.use(new JwtStrategy({ secretOrKey: config.jwt.secret }, done));`],
  [`docsearch({ appId: "FKPT00X6WY", apiKey: "${HEX_KEY}", indexName: "shop" });`],
  [`{ "keys": [{ "kty": "RSA", "kid": "${KEY}abcdefgh", "e": "AQAB" }] }`, "src/keys.json"],
  [`const keys = { playlistKey: "gIEMFjeYRcF11tICar3f2l", passwordTemplate: "${HEX_KEY.slice(0, 24)}" };`],
  [`const shortcuts = { password: "mod+shift+p" }; const rules = { token: "[0-9a-f]{40}" };`],
  [`const row = { passwordHash: "$2b$10$1syVyWJEIzxmXhNKlVvtHo0yA9fWXHR6fYsUHtTngNZeeyY3l9bmA", salt: "${HEX_KEY}" };`],
  [`const TOKEN_CHANNEL = "CLAQDUOXXV5"; const razorpay = { key: "rzp_live_${KEY.slice(0, 14)}" };`],
  [`kind: SealedSecret\nspec:\n  encryptedData:\n    token: AgAY${KEY}\n`, "k8s/sealed.yaml"],
  [`yup.string().notOneOf(["password", "12345678", "qwerty"], "Too easy"); const rules = { secret: yup.string() };`],
  [`exports.rememberToken = "remember_web_${chance.text(HEX, 40)}"; const slackChannelToken = "C0I9A7XYYD3";`],
  [`images:\n  secret-operator: ${chance.text(HEX, 40)}\n`, "deploy/versions.yaml"],
  [`NREUM.info = { licenseKey: "NRJS-${chance.text(HEX, 19)}" };`, "src/boot.html"],
  [
    `const DEFAULT = "default-secret"; export const secret = process.env.SESSION_SECRET ?? DEFAULT;\nif (process.env.NODE_ENV === "production" && secret === DEFAULT) { process.exit(1); }\nsession({ secret });`,
  ],
  [
    `z.object({ JWT_SECRET: z.string().default("unsafe-default") }).superRefine((env, context) => {\n  if (env.NODE_ENV === "production" && ["unsafe-default"].includes(env.JWT_SECRET)) context.addIssue({ code: "custom" });\n});`,
  ],
  [`const line = \`APP_SECRET=\${secret || "YOUR_SECRET_HERE"}\`;`],
  [`export const legacyKeys = ["ck8drc20pa8ytp3jye517l9ld"]; const columnKeys = ["${KEY.slice(0, 21)}"];`],
  [
    `export const manifest = { "tokens.css": "${chance.text(HEX, 64)}" }; const secretSantaTx = "0x${chance.text(HEX, 64)}";`,
  ],
  [`DB_PASSWORD=\${DB_PASSWORD:?missing}\nAPI_KEY=\${API_KEY:-none}\n`, "scripts/run.sh"],
  [`const quality = passwordQuality(value); const colour = quality === "veryWeak" ? "red" : "green";`],
  [`const token = import.meta.env.VITE_PROXY_ACCESS_TOKEN ?? "";`],
  [
    `services:\n  db:\n    environment:\n      POSTGRES_USER: shop\n      POSTGRES_PASSWORD: shop\n`,
    "docker-compose.yml",
  ],
  [`test:\n  variables:\n    POSTGRES_PASSWORD: "runner99"\n`, ".gitlab-ci.yml"],
  [`console.log("press key ArrowLeft"); throw new Error("Unexpected token in JSON");`],
  [`INSERT INTO keys (name, api_key) VALUES ('one', 'api_key_of_one');\n`, "db/seed.sql"],
  [`handler.bind(null, "restore"); authenticate("jwt", "Unauthorized.");`],
  [`const publicKey = readPublicKey() ?? "placeholder-public-key"; jwt.verify(token, publicKey);`],
  [`{ "password": "Contraseña", "passwordReset": "パスワード" }`, "src/i18n-messages/es.json"],
  [`const rules = { password: "required|min:6" };`],
  [`env: { A_SECRET: process.env.A_SECRET,\n NEXT_PUBLIC_ID: process.env.NEXT_PUBLIC_ID }`, "next.config.js"],
  [
    `services:\n  db:\n    environment:\n      - POSTGRES_PASSWORD=123456\n      - SESSION_SECRET=secret123\n`,
    "docker-compose.yml",
  ],
  [`this.redis.xgroup("SupportAgentDetachmentJobs");`],
  [`password = var.db_password\ntoken = data.vault_secret.token\n`, "main.tf"],
  [`curl -H "Authorization: Bearer $TOKEN" -u "$USER:$PASSWORD" https://api.shop.io\n`, "run.sh"],
  [`const user = { email: "a@b.c", password: "${PASSWORD}", token: "${KEY}" };`, "test/user.test.ts"],
  [`new Pool({ host: "db.shop.io", user: "app", password: "${PASSWORD}" });`, "src/__mocks__/pool.ts"],
];

for (const [code, path = "src/a.ts"] of HARMLESS) {
  test(`silent, ${path}: ${hidden(code)}`, () => {
    assert.deepEqual(
      findSecrets(path, `${code}\n`).map(({ rule, names }) => [rule, ...names]),
      [],
    );
  });
}

test("places are exact: the span is the value", () => {
  for (const [code, value] of [
    [`const stripe = new Stripe("${STRIPE}");`, STRIPE],
    [`const h = { Authorization: "Bearer ${STRIPE}" };`, STRIPE],
    [`const weatherApiKey = '${KEY}';`, KEY],
  ] as const) {
    const at = findSecrets("src/a.ts", code)[0]?.at ?? [0, 0];
    assert.equal(code.slice(...at), value);
  }
});

test("what is reported in code is a candidate: its value never enters the facts", () => {
  for (const [rule, code, path = "src/a.ts"] of CODE) {
    for (const secret of findSecrets(path, code)) {
      if (secret.place !== "code" || secret.rule === "client-exposed" || code.startsWith("//")) continue;
      const whole = code.slice(...secret.literal).replace(/^["'`]|["'`]$/g, "");
      // What is put together from parts has no one literal.
      if (/["'`]\s*[+,]|^\w+ \+ \w+$|^\[|\.concat|\\x|\$\{/.test(whole)) continue;
      // A word that nothing but its use elsewhere makes a key is a word in the facts, too.
      if (/^[A-Z\d_]+$/.test(whole)) continue;
      if (/^[a-z]+$/.test(whole) && nameRole(secret.names[0] ?? "") === undefined) continue;
      assert.ok(secretCandidate(whole, secret.names), `${rule}: ${hidden(code)}`);
    }
  }
});

test("no result holds a value", () => {
  for (const [, code, path = "src/a.ts"] of [...CODE, ...CONFIGURATION]) {
    const shown = JSON.stringify(findSecrets(path, code));
    for (const value of [KEY, HEX_KEY, STRIPE, PASSWORD]) assert.ok(!shown.includes(value), hidden(code));
  }
});

/** Test names must not show values either. */
function hidden(code: string): string {
  return code
    .replaceAll(STRIPE, "<token>")
    .replaceAll(KEY, "<key>")
    .replaceAll(HEX_KEY, "<hex>")
    .replaceAll(PASSWORD, "<password>")
    .replace(/\s+/g, " ")
    .slice(0, 90);
}
