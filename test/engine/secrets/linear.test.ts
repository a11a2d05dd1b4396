/**
 * Time grows with the length of a text and no faster, whatever stands in it.
 *
 * Each hostile text is searched in two lengths, four times apart. Twenty times the time would be needed to fail: linear
 * work takes about four, an expression that backtracks quadratically sixteen and more with a thousandfold base.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import ts from "typescript";
import { findSecrets } from "../../../src/engine/secrets/find-secrets.ts";
import { TOKEN_FORMATS } from "../../../src/engine/secrets/providers/index.ts";
import { GATED_FORMATS, INFIX_FORMATS } from "../../../src/engine/secrets/providers/infix-formats.ts";

/** Pieces that expressions could stumble over when repeated. */
const PIECES: readonly string[] = [
  "password=",
  'password = "',
  "token: '",
  'secret\\"',
  "://a:b",
  "https://user:",
  "a:b@",
  "?key=",
  "&token=a",
  "-----BEGIN ",
  "-----BEGIN RSA PRIVATE KEY-----\\n",
  "eyJ",
  "eyJhbGciOi.",
  "eyJ.eyJ",
  "ZXlK",
  "curl -u ",
  'curl -H "Authorization: ',
  " --password ",
  "mysql -p",
  "data:\n  a: b\n",
  "kind: Secret\ndata:\n",
  "name: KEY\nvalue: ",
  "${",
  "`${a}",
  "\\\\",
  "\\u{",
  "'+'",
  '"a" + ',
  "(",
  "[",
  "{",
  "a.b",
  "a?.b(",
  "process.env.A || ",
  "x ? y : ",
  "sig=",
  "Q~",
  "8Q~",
  "AAAAAAAAAA",
  "|",
  "-us",
  "key-",
  "PuTTY-User-Key-File-2: a\n",
  "<a>",
  "<password>",
  'key="',
  "machine a login b password ",
  "Server=a;Password=",
  '"kty":',
  '"d":"',
  "discord",
  "telegr",
  "0",
  "a",
  "A",
  "=",
  "/",
  "+",
  "-",
  "_",
  ".",
  " ",
  "\n",
  "aB",
  "a1",
  "ab ",
  '"',
  "'",
  "//",
  "/*",
  "hardpath-allow a",
  "api_keys:\n",
  "  - abcdefgh1\n",
  "tokens: [",
  "api_keys: [abcdefgh1, ",
  "${TOKEN:-abcd",
  " config set ",
  "--from-literal=token=",
  "proxy_set_header a ",
  "param token string = '",
  "ldapsearch ",
  "echo a:b | chpasswd",
  " key is ",
  "// the token is ",
  "auth: 'a:",
  "a:1:b:c:",
  '=== EXPECTED; const EXPECTED = "',
  'from "a"; a("',
  ".get('A').default('",
  "createHmac('a', 'b').update(",
  "secret: a,\n",
  "password: config.b,\n",
  'import a from "b"\n',
  "jwt.sign(",
  "new PasswordAuth(",
  "Bearer ${a",
  "Basic ${Buffer",
  'key = "${a}b" + ',
  "export { a as b } ",
  "export const a = b, ",
];

/** Lines that differ from each other: what is remembered by name must not be walked through for each. */
const LINES: readonly ((line: number) => string)[] = [
  (line) => `const part${line}end = "value${line}"; // token`,
  (line) => `  secret: setting${line},`,
  (line) => `  password: config.value${line}, key: value${line + 1},`,
  (line) => `import { a${line} } from "./a${line}"; sign(a${line});`,
  (line) => `export const secret${line} = first${line} + "x";`,
  (line) => `import a${line} from "pack${line}"; a${line}("reports-2024-abc${line}x");`,
  (line) => `const get${line} = () => "words-${line}-x9"; sign({ a }, get${line}());`,
];

function time(path: string, text: string): number {
  return cpuTime(() => findSecrets(path, text));
}

/** Milliseconds of this process. */
function cpuTime(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const PATHS = ["src/a.ts", "config.yaml", ".env", "web.config", "a.sh", "nginx.conf", "main.bicep", ".pgpass"];

test("no text of repeated pieces makes the search slower than linear", () => {
  time("src/a.ts", "warm up ".repeat(10_000));
  const slow: string[] = [];
  for (const piece of PIECES) {
    for (const path of PATHS) {
      const short = time(path, piece.repeat(Math.ceil(4_000 / piece.length)));
      const long = time(path, piece.repeat(Math.ceil(16_000 / piece.length)));
      if (long > 20 * Math.max(short, 5))
        slow.push(`${path} ${JSON.stringify(piece)}: ${short.toFixed(1)} ms, four times as long ${long.toFixed(1)} ms`);
    }
  }
  assert.deepEqual(slow, []);
});

test("nor does a text of lines that all differ", () => {
  const slow: string[] = [];
  for (const line of LINES) {
    const text = (lines: number) => Array.from({ length: lines }, (_, index) => line(index)).join("\n");
    const short = time("src/a.ts", text(400));
    const long = time("src/a.ts", text(1_600));
    if (long > 20 * Math.max(short, 5))
      slow.push(`${line(0)}: ${short.toFixed(1)} ms, four times as long ${long.toFixed(1)} ms`);
  }
  assert.deepEqual(slow, []);
});

test("no format of a provider makes it either, nor a start without its end", () => {
  const slow: string[] = [];
  const starts = [
    ...TOKEN_FORMATS.flatMap(({ prefixes }) => prefixes),
    ...INFIX_FORMATS.map(({ marker }) => marker),
    ...GATED_FORMATS.flatMap(({ words }) => words),
  ];
  for (const start of new Set(starts)) {
    const text = `${start}${"aB3".repeat(1_000)} `.repeat(3) + start.repeat(500);
    const spent = time("src/a.ts", text);
    if (spent > 150) slow.push(`${start}: ${spent.toFixed(1)} ms for ${text.length} characters`);
  }
  assert.deepEqual(slow, []);
});

test("an ordinary file of 500 lines takes at most 10 ms, or on slow machines three times what parsing it takes", () => {
  const line =
    'export async function getUser(id: string) { const token = await read("users", id); return { id, key: "user-" + id, token }; }\n';
  const text = line.repeat(500);
  const least = (work: () => unknown) => Math.min(...Array.from({ length: 20 }, () => cpuTime(work)));
  const spent = least(() => findSecrets("src/a.ts", text));
  const parsing = least(() => ts.createSourceFile("a.ts", text, ts.ScriptTarget.Latest));
  assert.ok(spent <= Math.max(10, 3 * parsing), `${spent} ms, parsing ${parsing} ms`);
});
