/**
 * Settings of the Serverless Framework that are written as code: `serverless.ts`, `serverless.js`.
 * https://www.serverless.com/framework/docs/guides/intro#alternative-configuration-format
 */
import type { Term } from "../../model/term.ts";
import type { Step, YamlDocument } from "../../release/yaml.ts";
import type { FileView, TermView } from "../define-framework.ts";
import { type LambdaFunction, readServerlessSettings } from "./templates.ts";

const SETTINGS = /(?:^|\/)serverless(?:\.[\w-]+)?\.[cm]?[jt]s$/;
/** Settings are no deeper than this. */
const MAXIMUM_DEPTH = 12;

export function isServerlessCode(path: string): boolean {
  return SETTINGS.test(path);
}

/** The functions of the exported settings. */
export function functionsInCode(file: FileView, terms: TermView): readonly LambdaFunction[] {
  for (const { term } of file.exports.values()) {
    const functions = terms.member(term, "functions");
    const value = functions && plain(terms, functions, 0);
    if (value && typeof value === "object") return readServerlessSettings(asDocument({ functions: value }));
  }
  return [];
}

/** A value as JSON has it; undefined where it is not known. */
function plain(terms: TermView, value: Term, depth: number): unknown {
  if (depth > MAXIMUM_DEPTH) return undefined;
  if (value.kind === "literal") return value.value;
  if (value.kind === "array") return value.items.map((item) => plain(terms, item, depth + 1));
  const fields = terms.fields(value);
  if (fields.length === 0) return terms.text(value);
  return Object.fromEntries(fields.map((field) => [field.name, plain(terms, field.value, depth + 1)]));
}

function asDocument(root: unknown): YamlDocument {
  const get = (...path: readonly Step[]): unknown =>
    path.reduce<unknown>(
      (value, step) => (value && typeof value === "object" ? (value as Record<Step, unknown>)[step] : undefined),
      root,
    );
  return {
    get,
    keys: (...path) => {
      const value = get(...path);
      return value && typeof value === "object" && !Array.isArray(value) ? Object.keys(value) : [];
    },
    size: (...path) => {
      const value = get(...path);
      return Array.isArray(value) ? value.length : 0;
    },
    text: (...path) => {
      const value = get(...path);
      return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
        ? String(value)
        : undefined;
    },
    line: () => 1,
  };
}
