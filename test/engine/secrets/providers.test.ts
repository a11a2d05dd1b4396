/** Every format of every provider: its own tokens are found and named; what is only like them is not. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { findSecrets } from "../../../src/engine/secrets/find-secrets.ts";
import { githubChecksum } from "../../../src/engine/secrets/forms/checksums.ts";
import { TOKEN_FORMATS } from "../../../src/engine/secrets/providers/index.ts";
import { GATED_FORMATS } from "../../../src/engine/secrets/providers/infix-formats.ts";
import { expand, HEX, LETTERS_AND_DIGITS, sampleOf, source } from "./sample-tokens.ts";

const chance = source(7);

/** Code with the token where its provider is named, as real code has it. */
function code(token: string, word: string): string {
  return `// ${word}\nexport const ${word.replace(/\W/g, "")}Token = ${JSON.stringify(token)};\n`;
}

for (const format of TOKEN_FORMATS) {
  const word = format.keywords?.[0]?.replace(/[^a-z]/gi, "") || format.id.split("-")[0] || "service";
  const tokens = format.prefixes.map((prefix) => sampleOf(format, prefix, chance));

  if (format.publishable) {
    test(`${format.title}: ${format.id} is made to be public and stays silent`, () => {
      for (const token of tokens)
        assert.deepEqual(
          findSecrets("src/a.ts", code(token, word)).map(({ rule }) => rule),
          [],
          token.slice(0, 12),
        );
    });
    continue;
  }

  test(`${format.title}: ${format.id} is found and named`, () => {
    for (const token of tokens) {
      const found = findSecrets("src/a.ts", code(token, word));
      assert.equal(found.length, 1, `${token.slice(0, 14)}… of ${token.length}`);
      assert.equal(found[0]?.rule, "provider-token");
      assert.ok(found[0]?.provider, `${format.id}: no provider`);
      assert.ok(!JSON.stringify(found).includes(token), "the value stands in the result");
    }
  });

  test(`${format.title}: ${format.id} in its look-alikes is silent`, () => {
    for (const prefix of format.prefixes) {
      const placeholder = `${prefix}${"x".repeat(40)}`;
      const asName = `${prefix.replace(/[^\w]/g, "")}_name_of_the_setting`;
      for (const value of [placeholder, asName, prefix]) {
        assert.deepEqual(
          findSecrets("src/a.ts", `export const value = ${JSON.stringify(value)};\n`).map(({ provider }) => provider),
          [],
          value,
        );
      }
    }
  });
}

test("several hundred formats, of more than two hundred providers", () => {
  assert.ok(TOKEN_FORMATS.length >= 250, `${TOKEN_FORMATS.length}`);
  assert.ok(
    new Set(TOKEN_FORMATS.map(({ title }) => title)).size >= 180,
    `${new Set(TOKEN_FORMATS.map(({ title }) => title)).size}`,
  );
});

test("formats without a fixed start are found where their provider is named", () => {
  const tokens: Readonly<Record<string, string>> = {
    "discord-bot-token": `M${chance.text(LETTERS_AND_DIGITS, 23)}.${chance.text(LETTERS_AND_DIGITS, 6)}.${chance.text(LETTERS_AND_DIGITS, 38)}`,
    "okta-token": `00${chance.text(LETTERS_AND_DIGITS, 40)}`,
    "pagerduty-key": `u+${chance.text(LETTERS_AND_DIGITS, 17)}7`,
  };
  for (const [id, token] of Object.entries(tokens)) {
    const word = GATED_FORMATS.find((format) => format.id === id)?.words[0] as string;
    const found = findSecrets("src/a.ts", `import ${word} from "${word}";\n${word}.login("${token}");\n`);
    assert.equal(found[0]?.provider, id);
    assert.deepEqual(findSecrets("src/a.ts", `export const text = "${token}";\n`), []);
  }
});

test("checksums: a GitHub token with a wrong one is told apart, and silent in tests", () => {
  const format = TOKEN_FORMATS.find(({ checksum }) => checksum === githubChecksum);
  assert.ok(format);
  const right = sampleOf(format, "ghp_", chance);
  const wrong = `${right.slice(0, -1)}${right.endsWith("0") ? "1" : "0"}`;
  assert.ok(githubChecksum(right));
  assert.ok(!githubChecksum(wrong));
  assert.equal(findSecrets("src/a.ts", code(right, "github"))[0]?.badChecksum, undefined);
  assert.equal(findSecrets("src/a.ts", code(wrong, "github"))[0]?.badChecksum, true);
  assert.equal(findSecrets("test/a.test.ts", code(right, "github")).length, 1);
  assert.deepEqual(findSecrets("test/a.test.ts", code(wrong, "github")), []);
});

test("what is public stays silent: Supabase's anon key, Firebase, Sentry, Mapbox, certificates, hashes, ids", () => {
  const jwt = (payload: object) =>
    `${[{ alg: "HS256", typ: "JWT" }, payload]
      .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
      .join(".")}.${chance.text(LETTERS_AND_DIGITS, 43)}`;
  const silent = [
    `export const supabaseAnonKey = "${jwt({ role: "anon", ref: "abc" })}";`,
    `initializeApp({ apiKey: "${`AIza${chance.text(LETTERS_AND_DIGITS, 35)}`}", authDomain: "shop.firebaseapp.com", messagingSenderId: "1" });`,
    `Sentry.init({ dsn: "https://${chance.text(HEX, 32)}@o1.ingest.sentry.io/2" });`,
    `mapboxgl.accessToken = "${["pk", "eyJ"].join(".")}${chance.text(LETTERS_AND_DIGITS, 80)}.${chance.text(LETTERS_AND_DIGITS, 22)}";`,
    `const integrity = "sha512-${chance.text(expand("A-Za-z0-9+/"), 86)}==";`,
    `const passwordHash = "$2b$10$${chance.text(LETTERS_AND_DIGITS, 53)}";`,
    `const clientId = "${chance.text(HEX, 32)}";`,
    `const commitSha = "${chance.text(HEX, 40)}";`,
    `const vapidPublicKey = "B${chance.text(LETTERS_AND_DIGITS, 86)}";`,
    `const image = "data:image/png;base64,${chance.text(LETTERS_AND_DIGITS, 200)}";`,
    `const tokenAddress = "0x${chance.text(HEX, 40)}";`,
  ];
  for (const line of silent)
    assert.deepEqual(
      findSecrets("src/a.ts", `${line}\n`).map(({ rule, provider }) => [rule, provider]),
      [],
      line.slice(0, 40),
    );
  const service = `export const supabase = createClient(url, "${jwt({ role: "service_role", ref: "abc" })}");\n`;
  assert.equal(findSecrets("src/a.ts", service).length, 1);
});
