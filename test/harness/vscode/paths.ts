/** Where the VS Code tests keep things. Everything below `.vscode-test` is a cache and may be deleted. */

import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
export const CACHE = join(ROOT, ".vscode-test");
/** Screenshots and logs of the last run. */
export const RESULTS = join(ROOT, "test-results");
