/** The suite inside the extension host of a VS Code in the browser, with the packaged extension. */
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { VSIX } from "../../../scripts/lib/package-vsix.ts";
import { fromRoot } from "../../../scripts/lib/project.ts";
import { installWeb } from "../../../scripts/lib/vscode/install-web.ts";
import { copySample } from "../../../scripts/lib/vscode/sample-workspace.ts";
import { startServer } from "../../../scripts/lib/vscode/server.ts";
import { launchBrowser } from "../../harness/vscode/browser.ts";
import { bundleSuite, readResults } from "../../harness/vscode/run-suite.ts";
import { eventually } from "../../harness/vscode/wait.ts";

test("inside the extension host", { timeout: 240_000 }, async (context) => {
  const suite = await bundleSuite();
  const folder = mkdtempSync(fromRoot(".vscode-test", "workspace-"));
  await copySample(folder);
  const results = join(folder, "..", `results-${process.pid}.json`);
  const server = await startServer({
    server: installWeb(console.error),
    extensions: [VSIX],
    workspaceTrust: "off",
    driver: "on",
    environment: { HARDPATH_TEST_RESULTS: results },
  });
  const browser = await launchBrowser(console.error);
  try {
    const { page } = await browser.page();
    const remote = (path: string) => `vscode-remote://localhost:${server.port}${path}`;
    await page.goto(
      server.address(folder, [
        ["extensionDevelopmentPath", remote(suite)],
        ["extensionTestsPath", remote(join(suite, "index.js"))],
        ["skipWelcome", "true"],
      ]),
    );
    const cases = await eventually(
      () => {
        try {
          return readResults(results);
        } catch {
          return undefined;
        }
      },
      (found) => found !== undefined,
      200_000,
    );
    for (const { name, error } of cases!) {
      await context.test(name, () => {
        if (error) throw new Error(error);
      });
    }
  } finally {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
    rmSync(results, { force: true });
  }
});
