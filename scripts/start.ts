/**
 * Opens VS Code with Hardpath on a copy of the sample service.
 *
 *   npm start                 the desktop's VS Code where `code` is there, else the one in the browser
 *   npm start -- --browser    the one in the browser
 *   npm start -- --port N     … at this port of 127.0.0.1
 */
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";
import { VSIX } from "./lib/package-vsix.ts";
import { fromRoot } from "./lib/project.ts";
import { installWeb } from "./lib/vscode/install-web.ts";
import { copySample } from "./lib/vscode/sample-workspace.ts";
import { startServer } from "./lib/vscode/server.ts";

/** Shown first: a file with a bit of everything. */
const FIRST_FILE = "src/routes/checkout.ts";
const DEFAULT_PORT = 8573;

const { values } = parseArgs({ options: { browser: { type: "boolean" }, port: { type: "string" } } });
const folder = fromRoot(".cache", "shopfront");

await copySample(folder);
run(process.execPath, [fromRoot("scripts/package.ts")]);
if (!values.browser && openDesktop()) {
  console.log(`VS Code opens ${folder} with Hardpath installed.`);
} else {
  await serve();
}

/** True where a desktop VS Code took it. */
function openDesktop(): boolean {
  const code = (args: readonly string[]) =>
    spawnSync("code", args, { stdio: "ignore", shell: process.platform === "win32" }).status === 0;
  return (
    code(["--version"]) &&
    code(["--install-extension", VSIX, "--force"]) &&
    code([folder, "--goto", `${folder}/${FIRST_FILE}`])
  );
}

async function serve(): Promise<void> {
  const server = await startServer({
    server: installWeb((line) => console.log(line)),
    extensions: [VSIX],
    workspaceTrust: "off",
    data: fromRoot(".vscode-test", "start"),
    port: values.port === undefined ? DEFAULT_PORT : Number(values.port),
  });
  const address = new URL(
    server.address(folder, [["openFile", `vscode-remote://127.0.0.1:${server.port}${folder}/${FIRST_FILE}`]]),
  );
  address.hostname = "127.0.0.1";
  console.log(`\nVS Code with Hardpath on the sample service:\n\n  ${address}\n\nCtrl+C ends it.`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void server.stop().then(() => process.exit(0)));
  }
}

function run(program: string, args: readonly string[]): void {
  const { status } = spawnSync(program, args, { stdio: ["ignore", "inherit", "inherit"] });
  if (status !== 0) process.exit(status ?? 1);
}
