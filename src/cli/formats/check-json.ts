/** `--format json`: the report as it is. */
import type { FormatCheck } from "./format-check.ts";

export const checkJson: FormatCheck = (report) => `${JSON.stringify(report, null, 2)}\n`;
