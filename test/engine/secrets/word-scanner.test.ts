/** The two word scanners say the same: the one in WebAssembly, and the plain one that stands in for it. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fromRoot } from "../../../scripts/lib/project.ts";
import { isLooseKey } from "../../../src/engine/secrets/judge/loose-key.ts";
import { compiledScanner } from "../../../src/engine/secrets/words/compiled-scanner.ts";
import { plainScanner } from "../../../src/engine/secrets/words/plain-scanner.ts";
import { SEARCHED_WORDS, scanner } from "../../../src/engine/secrets/words/search-words.ts";
import type { WordScanner } from "../../../src/engine/secrets/words/word-scanner.ts";

const plain = plainScanner(SEARCHED_WORDS);
const compiled = compiledScanner(SEARCHED_WORDS) as WordScanner;

function hits(scanner: WordScanner, text: string): readonly string[] {
  const found: string[] = [];
  scanner.scan(
    text,
    (word, end) => found.push(`${word} at ${end}`),
    () => (start, end) => {
      if (end - start <= 1200 && isLooseKey(text, start, end)) found.push(`key ${start} to ${end}`);
    },
  );
  return found.sort();
}

function assertSame(text: string, what: string): void {
  assert.deepEqual(hits(compiled, text), hits(plain, text), what);
}

test("Node has what the compiled one needs", () => assert.ok(compiled));

test("the same hits in the sources of the project", () => {
  const folder = fromRoot("src/engine/secrets");
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (name.endsWith(".ts")) assertSame(readFileSync(join(folder, name), "utf8"), name);
  }
});

test("the same offsets behind characters of several bytes, lone surrogates and zeros", () => {
  const words = 'const apiKey = "secret"; // token';
  for (const before of ["", "ä", "€€", "😀", "\ud800", "\udc00x", "\0", "日本語 – ", "a\u0300".repeat(40)])
    assertSame(`${before}${words}${before}${words}`, JSON.stringify(before));
});

test("the same at the edges, in texts of every length", () => {
  const text = `password=${"sk_"}${"live_"}0123456789abcdef token`;
  for (let start = 0; start < text.length; start++)
    for (let end = start; end <= text.length; end++) assertSame(text.slice(start, end), text.slice(start, end));
});

test("the same with more hits than fit at once, and in texts longer than the memory was", () => {
  assertSame("token ".repeat(50_000), "many hits");
  assertSame(`${"x".repeat(3_000_000)} apiKey`, "long");
  assertSame('f("abcd1234abcd1234abcd");\n'.repeat(20_000), "many literals");
});

test("who searches while another search tells its hits is served, too", () => {
  const inner: number[] = [];
  const outer: number[] = [];
  scanner.scan("token secret", (_, end) => {
    outer.push(end);
    scanner.scan("my password", (_, at) => inner.push(at));
  });
  assert.deepEqual(outer, [5, 12]);
  assert.deepEqual(inner, [8, 8]);
});
