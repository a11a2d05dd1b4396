import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { appendEntry } from "../../src/extension/fixes/append-entry.ts";

const ENTRY = { path: "/status", reason: "read by the load balancer" };

describe("an entry appended to the configuration", () => {
  test("makes the list where there is none", () => {
    assert.deepEqual(JSON.parse(appendEntry("{}\n", "public", ENTRY)), { public: [ENTRY] });
    assert.deepEqual(JSON.parse(appendEntry("", "public", ENTRY)), { public: [ENTRY] });
  });

  test("goes behind the others", () => {
    const text = '{\n  "public": [\n    { "path": "/a", "reason": "b" }\n  ]\n}\n';
    assert.deepEqual(JSON.parse(appendEntry(text, "public", ENTRY)).public, [{ path: "/a", reason: "b" }, ENTRY]);
  });

  test("keeps comments, order, indentation and line ends", () => {
    const text = '{\r\n\t// why\r\n\t"strictness": "money",\r\n\t"rules": {}\r\n}\r\n';
    const changed = appendEntry(text, "allow", ENTRY);
    assert.ok(changed.startsWith('{\r\n\t// why\r\n\t"strictness": "money",\r\n\t"rules": {}'));
    assert.ok(!/[^\r]\n/.test(changed), "mixed line ends");
    assert.match(changed, /\t"allow": \[/);
  });
});
