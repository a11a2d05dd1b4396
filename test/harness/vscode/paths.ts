/** Where the VS Code tests leave what is worth looking at after a run. */
import { fromRoot } from "../../../scripts/lib/project.ts";

/** Screenshots and logs of the last run. */
export const RESULTS = fromRoot("test-results");
