import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { folderWith } from "../node/temporary-folder.ts";
import { hardpath } from "./run-cli.ts";
import { RULE, SAMPLE } from "./sample.ts";

interface Answer {
  readonly jsonrpc: "2.0";
  readonly id: number | string | null;
  // biome-ignore lint/suspicious/noExplicitAny: answers are read field by field.
  readonly result?: any;
  readonly error?: { readonly code: number; readonly message: string };
}

/** Sends messages to `hardpath mcp` and gives its answers, one line each. */
function talk(root: string, messages: readonly (object | string)[]): Answer[] {
  const input = messages.map((message) => (typeof message === "string" ? message : JSON.stringify(message))).join("\n");
  const result = hardpath(["mcp", root], { input: `${input}\n` });
  assert.deepEqual([result.code, result.err], [0, ""]);
  return result.out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}

function call(id: number, name: string, given: object = {}): object {
  return { jsonrpc: "2.0", id, method: "tools/call", params: { name, arguments: given } };
}

const HELLO = {
  jsonrpc: "2.0",
  id: 0,
  method: "initialize",
  params: { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "test", version: "1" } },
};
const READY = { jsonrpc: "2.0", method: "notifications/initialized" };

test("the handshake, and the list of tools", (context) => {
  const root = folderWith(context, SAMPLE);
  const [hello, list, ping] = talk(root, [
    HELLO,
    READY,
    { jsonrpc: "2.0", id: "list", method: "tools/list" },
    { jsonrpc: "2.0", id: 2, method: "ping" },
  ]);
  assert.equal(hello!.result.protocolVersion, "2025-06-18");
  assert.deepEqual(hello!.result.capabilities, { tools: {} });
  assert.equal(hello!.result.serverInfo.name, "hardpath");
  assert.equal(list!.id, "list");
  assert.deepEqual(
    list!.result.tools.map((tool: { name: string }) => tool.name),
    ["check", "map", "explain", "fix"],
  );
  for (const tool of list!.result.tools) assert.equal(tool.inputSchema.type, "object");
  assert.deepEqual(ping!.result, {});
});

test("an unknown protocol version is answered with the one that is spoken", (context) => {
  const root = folderWith(context, {});
  const [hello] = talk(root, [{ ...HELLO, params: { ...HELLO.params, protocolVersion: "2099-01-01" } }]);
  assert.equal(hello!.result.protocolVersion, "2025-06-18");
});

test("check, map, explain, fix", (context) => {
  const root = folderWith(context, SAMPLE);
  const [, check, map, path, explain] = talk(root, [
    HELLO,
    READY,
    call(1, "check", { rule: RULE }),
    call(2, "map"),
    call(3, "map", { entryPoint: "post /pay" }),
    call(4, "explain", { rule: RULE }),
  ]);
  const found = check!.result.structuredContent;
  assert.deepEqual(JSON.parse(check!.result.content[0].text), found);
  assert.equal(found.total, 1);
  assert.equal(found.findings[0].file, "src/pay.ts");
  assert.equal(map!.result.structuredContent.entryPoints[0].label, "POST /pay");
  assert.ok(path!.result.structuredContent.entryPoints[0].steps.length > 0);
  assert.match(explain!.result.content[0].text, /^# idempotency\/payment-without-key/);

  const { fingerprint } = found.findings[0];
  const [, shown, applied, after, again] = talk(root, [
    HELLO,
    call(1, "fix", { fingerprint }),
    call(2, "fix", { fingerprint, apply: true }),
    call(3, "check", { rule: RULE }),
    call(4, "fix", { fingerprint }),
  ]);
  assert.equal(shown!.result.structuredContent.applied, false);
  assert.equal(shown!.result.structuredContent.edits[0].file, "src/pay.ts");
  assert.equal(applied!.result.structuredContent.applied, true);
  assert.match(readFileSync(join(root, "src/pay.ts"), "utf8"), /idempotencyKey/);
  assert.equal(after!.result.structuredContent.total, 0);
  assert.equal(again!.result.isError, true);
});

test("mistakes of the client are answered, and the server goes on", (context) => {
  const root = folderWith(context, SAMPLE);
  const answers = talk(root, [
    "not json",
    "[]",
    { jsonrpc: "1.0", id: 1, method: "ping" },
    { jsonrpc: "2.0", id: 2, method: "nothing/here" },
    { jsonrpc: "2.0", method: "notifications/unknown" },
    { jsonrpc: "2.0", id: 3, method: "tools/call", params: { name: "rm" } },
    { jsonrpc: "2.0", id: 4, method: "tools/call", params: [] },
    call(5, "explain"),
    call(6, "explain", { rule: "no/such-rule" }),
    { jsonrpc: "2.0", id: 7, method: "ping" },
  ]);
  assert.deepEqual(
    answers.map(({ id, error, result }) => [id, error?.code ?? result.isError ?? "fine"]),
    [
      [null, -32700],
      [null, -32600],
      [null, -32600],
      [2, -32601],
      [3, -32602],
      [4, -32602],
      [5, true],
      [6, true],
      [7, "fine"],
    ],
  );
});

test("a broken configuration is an answer that the agent can act on", (context) => {
  const root = folderWith(context, { ...SAMPLE, "hardpath.config.json": "{" });
  const [answer] = talk(root, [call(1, "check")]);
  assert.equal(answer!.result.isError, true);
  assert.match(answer!.result.content[0].text, /hardpath\.config\.json:1:2/);
});

test("a folder that is not there is a wrong call, not a server", () => {
  assert.equal(hardpath(["mcp", "/no/such/folder"]).code, 2);
});
