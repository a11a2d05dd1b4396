// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the code under test has templates.
import assert from "node:assert/strict";
import { test } from "node:test";
import { facts, under } from "./read.ts";

/** Made of parts, so that no scanner takes this file for a leak. */
const token = ["sk", "live", "51Hq8ZbT2xKcVw9LmNpRsYd3"].join("_");

/** Names of the only candidate of a text with the token at `@`. */
function names(text: string, path?: string): readonly string[] {
  const written = text.replaceAll("@", token);
  const read = facts(written, path);
  assert.equal(read.secrets.length, 1, JSON.stringify(read.secrets));
  assert.ok(!JSON.stringify(read).includes(token), "the value stands in the facts");
  return read.secrets[0]?.names ?? [];
}

test("a candidate is masked, and the literal points to it", () => {
  const text = `const key = "${token}";`;
  const read = facts(text);
  const [statement] = read.functions[0]?.body ?? [];
  assert.ok(statement?.kind === "declare" && statement.value?.kind === "literal");
  assert.equal(statement.value.secret, 0);
  assert.equal(statement.value.value, read.secrets[0]?.masked);
  assert.equal(under(text, read.secrets[0]?.at ?? [0, 0]), `"${token}"`);
  assert.ok(!JSON.stringify(read).includes(token));
});

test("names: variable, property, default, nested, innermost first", () => {
  assert.deepEqual(names("const key = '@'"), ["key"]);
  assert.deepEqual(names("const a = { b: { 'c-d': ['@'] } }"), ["c-d", "b", "a"]);
  assert.deepEqual(names("function f(secret = '@') {}"), ["secret"]);
  assert.deepEqual(names("const { secret = '@' } = x"), ["secret"]);
  assert.deepEqual(names("class A { static key = '@' }"), ["key"]);
  assert.deepEqual(names("enum E { Key = '@' }"), ["Key", "E"]);
});

test("names: assignments", () => {
  assert.deepEqual(names("this.key = '@'"), ["key"]);
  assert.deepEqual(names("process.env.STRIPE = '@'"), ["process.env.STRIPE"]);
  assert.deepEqual(names("headers['x-key'] = '@'"), ["x-key"]);
});

test("names: the environment variable it stands in for", () => {
  assert.deepEqual(names("const key = process.env.KEY || '@'"), ["process.env.KEY", "key"]);
  assert.deepEqual(names("f(process.env['KEY'] ?? '@')"), ["process.env.KEY", "f#0"]);
  assert.deepEqual(names("const key = process.env.KEY ? process.env.KEY : '@'"), ["process.env.KEY", "key"]);
  assert.deepEqual(names("const key = config.get('KEY') || '@'"), ["KEY", "key"]);
});

test("names: argument positions and headers", () => {
  assert.deepEqual(names("jwt.sign(x, '@')"), ["jwt.sign#1"]);
  assert.deepEqual(names("new Stripe('@')"), ["Stripe#0"]);
  assert.deepEqual(names("headers.set('authorization', '@')"), ["authorization", "headers.set#1"]);
  assert.deepEqual(names("a.b.c.sign('@')"), ["c.sign#0"]);
});

test("names: the other side of a comparison", () => {
  assert.deepEqual(names("if (apiKey === '@') f()"), ["apiKey"]);
  assert.deepEqual(names("if ('@' !== req.headers['x-key']) f()"), ["x-key"]);
  assert.deepEqual(names("switch (key) { case '@': f() }"), ["key"]);
});

test("names end at the function, which gives its own", () => {
  assert.deepEqual(names("const app = make({ run: () => { const a = f('@') } })"), ["f#0", "a", "run"]);
  assert.deepEqual(names("function jwtSecret() { return '@' }"), ["jwtSecret"]);
});

test("halves are put together", () => {
  const read = facts(`const key = "${token.slice(0, 8)}" + "${token.slice(8)}";`);
  assert.equal(read.secrets.length, 1);
});

test("in templates, keys, indexes and JSX", () => {
  assert.deepEqual(names("f(`Bearer @ $" + "{x}`)").at(-1), "f#0");
  names("const a = { '@': 1 }");
  names("a['@']");
  names("const a = <A key='@' />", "a.tsx");
  names("const a = <code>@</code>", "a.tsx");
});

test("a connection string with a password between values", () => {
  const password = ["hunter", "2secret"].join("");
  const read = facts(`const url = \`postgres://app:${password}@\${host}/db\`;`);
  assert.equal(read.secrets.length, 1);
  assert.ok(!JSON.stringify(read).includes(password));
});

test("ordinary texts are no candidates", () => {
  const read = facts("const path = '/api/users'; f('Something went wrong', { title: 'x' }); import a from './module'");
  assert.deepEqual(read.secrets, []);
});

test("the name under which something is asked for is no candidate", () => {
  assert.equal(facts("const password = request.input('password')").secrets.length, 0);
});

test("a value is masked wherever it stands in the file, words are not", () => {
  const password = ["Winter", "2024", "!x"].join("");
  const read = facts(`
    seed({ password: "${password}" });
    const typed = "${password}";
    form.fill("#p", \`\${name}:${password}\`);
    const log = { password: "password1" };
    pick("password1");
  `);
  const text = JSON.stringify(read);
  assert.ok(!text.includes(password), "the value stands in the facts");
  assert.ok(text.includes('"password1"'), "a word is no secret elsewhere");
});

test("what a call logs in or signs with is masked, whatever its other arguments are called", () => {
  const password = ["Harbour", "58", "!x"].join("");
  const key = ["kPkBlidOq9f", "Td8cNkXThse", "piRW85Wl11"].join("");
  const block = ["-----BEGIN PGP PRIVATE", "KEY BLOCK-----\\nlQOYBF0\\n-----END"].join(" ");
  for (const [code, value] of [
    [`createHmac("sha256", "${key}").update(body)`, key],
    [`new Sequelize("shop", "app", "${password}")`, password],
    [`basicAuth({ users: { admin: "${password}" } })`, password],
    [`superagent.get(url).auth("shop", "${password}")`, password],
    [`verify(token, "keyboard cat")`, "keyboard cat"],
    [`const block = "${block}"`, "lQOYBF0"],
  ] as const)
    assert.ok(!JSON.stringify(facts(code)).includes(value), code);
  // Kinds and roles are read on.
  assert.ok(JSON.stringify(facts(`router.auth("admin"); verify(token, "access");`)).includes('"admin"'));
});

test("what an index asks for is no secret, whatever it is kept in", () => {
  const read = facts(`const token = request.headers["csrf-token"];`);
  assert.deepEqual(read.secrets, []);
  assert.ok(JSON.stringify(read).includes("csrf-token"));
});
