import assert from "node:assert/strict";
import { test } from "node:test";
import { fakeToken, readMarkers } from "./markers.ts";

function only(source: string) {
  const [file, ...others] = readMarkers("a.ts", source);
  assert.ok(file);
  assert.equal(others.length, 0);
  return file;
}

test("markers are taken out of the text, and speak of the code before them", () => {
  const file = only("a();\nb(); // expect: one, two // entry: POST /x\nc();");
  assert.equal(file.text, "a();\nb();\nc();");
  assert.deepEqual(
    file.markers.map(({ kind, text, line }) => [kind, text, line]),
    [
      ["expect", "one, two", 2],
      ["entry", "POST /x", 2],
    ],
  );
});

test("a marker alone on its line speaks of the next line, and leaves no line behind", () => {
  const file = only("// rules: all\na();\n// expect: one\nb();");
  assert.equal(file.text, "a();\nb();");
  assert.deepEqual(
    file.markers.map(({ kind, line }) => [kind, line]),
    [
      ["rules", 1],
      ["expect", 2],
    ],
  );
  assert.deepEqual(file.originalLines, [0, 2, 4]);
});

test("the line of carets pins columns and message", () => {
  const file = only("  pay(order); // expect: one\n  // ^^^ twice\nnext();");
  assert.equal(file.text, "  pay(order);\nnext();");
  assert.deepEqual(file.markers[0]?.pin, { column: 6, endColumn: 9, message: "twice" });
});

test("several findings on a line are pinned in order", () => {
  const file = only("pay(a, b); // expect: one // expect: two\n//  ^ first\n// ~ second");
  assert.deepEqual(
    file.markers.map(({ pin }) => pin),
    [{ column: 5, endColumn: 6, message: "first" }, { message: "second" }],
  );
});

test("ordinary comments and addresses stay", () => {
  const source = 'fetch("https://entry.example"); // expected: nothing\n// ^ a comment about the line above';
  assert.equal(only(source).text, source);
  assert.deepEqual(only(source).markers, []);
});

test("file: names what follows, and several make several files", () => {
  const files = readMarkers("a.ts", "// file: src/one.ts\none();\n// file: .env\nKEY=1 # expect: two");
  assert.deepEqual(
    files.map(({ path, text, originalLines }) => [path, text, originalLines]),
    [
      ["src/one.ts", "one();", [0, 2]],
      [".env", "KEY=1", [0, 4]],
    ],
  );
});

test("tokens are made up when the fixture is read; pins count in the text the engine sees", () => {
  const file = only('const key = "«ab_|cd_|8»"; // expect: one\n//          ^^^^^^^^^^^^^ token');
  assert.match(file.text, /^const key = "ab_cd_[A-Za-z0-9]{8}";$/);
  assert.deepEqual(file.markers[0]?.pin, { column: 13, endColumn: 29, message: "token" });
  assert.equal(fakeToken("x_|12h"), fakeToken("x_|12h"));
  assert.match(fakeToken("x_|12h"), /^x_[0-9a-f]{12}$/);
});
