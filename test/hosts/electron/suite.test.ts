/**
 * The same suite in a desktop VS Code: the one that `VSCODE_PATH` names, the machine's own, or one that can be downloaded.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath, runTests } from "@vscode/test-electron";
import { VSIX } from "../../../scripts/lib/package-vsix.ts";
import { fromRoot } from "../../../scripts/lib/project.ts";
import { copySample } from "../../../scripts/lib/vscode/sample-workspace.ts";
import { bundleSuite, readResults } from "../../harness/vscode/run-suite.ts";

test("inside the extension host of a desktop VS Code", { timeout: 600_000 }, async (context) => {
  const program = await findDesktop();
  const suite = await bundleSuite();
  const work = mkdtempSync(fromRoot(".vscode-test", "desktop-"));
  const folder = join(work, "shopfront");
  const results = join(work, "results.json");
  try {
    await copySample(folder);
    const [cli = program, ...args] = resolveCliArgsFromVSCodeExecutablePath(program, { reuseMachineInstall: true });
    const places = ["--user-data-dir", join(work, "user"), "--extensions-dir", join(work, "extensions")];
    const installed = spawnSync(cli, [...args, ...places, "--install-extension", VSIX], {
      encoding: "utf8",
      shell: process.platform === "win32",
    });
    if (installed.status !== 0) throw new Error(`VS Code did not install ${VSIX}: ${installed.stderr}`);
    const container = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
    const run = runTests({
      vscodeExecutablePath: program,
      extensionDevelopmentPath: suite,
      extensionTestsPath: join(suite, "index.js"),
      extensionTestsEnv: { HARDPATH_TEST_RESULTS: results },
      launchArgs: [folder, ...places, "--disable-workspace-trust", "--skip-welcome", ...container],
    });
    // A failed case ends the run with an error; which one, the results tell.
    await run.catch(() => undefined);
    for (const { name, error } of readResults(results)) {
      await context.test(name, () => {
        if (error) throw new Error(error);
      });
    }
  } finally {
    rmSync(work, { recursive: true, force: true, maxRetries: 5 });
  }
});

async function findDesktop(): Promise<string> {
  const named = process.env["VSCODE_PATH"];
  if (named) return named;
  const usual = [
    "/usr/share/code/code",
    "/opt/visual-studio-code/code",
    "/Applications/Visual Studio Code.app/Contents/MacOS/Electron",
  ];
  const found = usual.find((path) => existsSync(path));
  if (found) return found;
  try {
    return await downloadAndUnzipVSCode({ cachePath: fromRoot(".vscode-test", "desktop"), timeout: 60_000 });
  } catch (error) {
    throw new Error(
      `No desktop VS Code is installed and none can be downloaded (${error instanceof Error ? error.message : error}). Set VSCODE_PATH to one, or run npm run test:vscode, which needs no download of VS Code.`,
    );
  }
}
