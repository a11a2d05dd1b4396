/** Whatever happens in Hardpath, TypeScript's own answers stay. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { build } from "esbuild";
import { createProject, PAY, PAY_RULE } from "./project.ts";
import { ours, PLUGIN, startTsserver, type Tsserver } from "./tsserver.ts";

const FILE = "src/pay.ts";
const BROKEN = `${PAY[FILE]}\nexport const wrong: number = "text";\n`;

/** Where the engine breaks: an expression for its workspace. */
const CRASHES: Readonly<Record<string, string>> = {
  "when it is made": `(() => { throw new Error("crash"); })()`,
  "when it is given a file": `{ setFile() { throw new Error("crash"); }, deleteFile() {}, findings: () => [] }`,
  "when it analyses": `{ setFile() {}, deleteFile() {}, advance() { throw new Error("crash"); } }`,
  "when it analyses an edit": `((count) => ({ setFile() {}, deleteFile() {}, findings: () => [], advance() { if (count++ > 0) throw new Error("crash"); return true; } }))(0)`,
  "when it is asked": `{ setFile() {}, deleteFile() {}, advance: () => true, findings() { throw new Error("crash"); } }`,
  "with nonsense": `{ setFile() {}, deleteFile() {}, advance: () => true, findings: () => [{ place: undefined }] }`,
};

for (const [when, workspace] of Object.entries(CRASHES)) {
  test(`an engine that breaks ${when} takes nothing of TypeScript's away`, async () => {
    using project = createProject({ ...PAY, [FILE]: BROKEN });
    const plugin = join(project.root, "..", "broken-plugin.cjs");
    await buildWith(workspace, plugin);
    const server = await startTsserver({ root: project.root, plugin });
    try {
      server.open(FILE);
      for (let edits = 0; edits < 8; edits++) {
        server.setText(FILE, `${BROKEN}// ${edits}\n`);
        await assertTypeScriptAnswers(server);
        await pause(250); // so that what runs in a pause runs
        await assertTypeScriptAnswers(server);
      }
      const lines = server.log().filter((line) => line.includes("crash") || line.includes("TypeError"));
      assert.ok(lines.length > 0, "the crash is told in the log");
      assert.ok(lines.length <= 10, `it is not tried for ever:\n${lines.join("\n")}`);
      const { success } = await server.request("getCodeFixes", {
        file: `${project.root}/${FILE}`,
        ...{ startLine: 1, startOffset: 1, endLine: 1, endOffset: 2 },
        errorCodes: [2322],
      });
      assert.equal(success, true);
    } finally {
      await server.close();
    }
  });
}

test("in a server that answers no questions of meaning the plugin does nothing", async () => {
  using project = createProject(PAY);
  const server = await startTsserver({ root: project.root, arguments: ["--serverMode", "partialSemantic"] });
  try {
    server.open(FILE);
    const { body } = await server.request("quickinfo", { file: `${project.root}/${FILE}`, line: 5, offset: 24 });
    assert.match(body.displayString, /pay/);
    assert.equal((await server.request("_hardpath", { file: `${project.root}/${FILE}` })).success, false);
    await pause(500);
    assert.deepEqual(server.log(), []);
  } finally {
    await server.close();
  }
});

test("the extension learns for which open files the plugin speaks", async () => {
  using project = createProject({ ...PAY, "src/extra.ts": "export {};\n" });
  const server = await startTsserver({ root: project.root });
  try {
    server.open("src/extra.ts");
    const early = await server.request("_hardpath", { file: `${project.root}/src/extra.ts` });
    assert.deepEqual([early.body.alive, early.body.files], [true, []]);
    server.open(FILE);
    await server.until(FILE, (all) => ours(all).length === 1);
    const late = await server.request("_hardpath", { file: `${project.root}/${FILE}` });
    assert.ok(late.body.files.includes(`${project.root}/${FILE}`));
    assert.equal(late.body.fixes, "plugin");
  } finally {
    await server.close();
  }
});

test("syntax errors, and files that cannot be read, end nothing", async () => {
  using project = createProject({ ...PAY, "src/half.ts": "export function (((" });
  const server = await startTsserver({ root: project.root });
  try {
    server.open(FILE);
    server.open("src/half.ts");
    await server.until(FILE, (all) => ours(all).length === 1);
    server.setText(FILE, `${PAY[FILE]}\nfunction half( {`);
    await server.until(FILE, (all) => ours(all).length === 1);
    server.setText(FILE, PAY[FILE]!);
    const found = await server.until(FILE, (all) => ours(all).length === 1);
    assert.equal(ours(found)[0]?.start.line, 6, PAY_RULE);
  } finally {
    await server.close();
  }
});

async function assertTypeScriptAnswers(server: Tsserver): Promise<void> {
  const found = await server.until(FILE, () => true);
  assert.ok(found.some(({ code }) => code === 2322));
  assert.deepEqual(ours(found), []);
}

/** The plugin as it is, with an engine that breaks. */
async function buildWith(workspace: string, outfile: string): Promise<void> {
  await build({
    entryPoints: [join(PLUGIN, "../../src/plugin/index.ts")],
    outfile,
    bundle: true,
    platform: "node",
    format: "cjs",
    logLevel: "error",
    define: { "import.meta.url": `"file:///"` },
    footer: { js: "module.exports = module.exports.default;" },
    plugins: [
      {
        name: "broken engine",
        setup({ onLoad }) {
          onLoad({ filter: /create-workspace\.ts$/ }, () => ({
            contents: `export function createWorkspace() { return ${workspace}; }`,
          }));
        },
      },
    ],
  });
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
