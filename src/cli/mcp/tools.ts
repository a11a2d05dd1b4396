/** What agents can ask: each tool with its description, its parameters and its answer. */
import type { Finding } from "../../engine/index.ts";
import { EditError } from "../../node/apply-edits.ts";
import type { OpenedWorkspace } from "../../node/open-workspace.ts";
import { reportedFinding } from "../check-report.ts";
import { ruleCatalogue } from "../rule-catalogue.ts";

/** A mistake the agent can mend, in one sentence. */
export class ToolError extends Error {}

export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: object;
  readonly annotations: object;
  /** A text, or an object that is sent as structured content. Throws {@link ToolError}. */
  run(given: Readonly<Record<string, unknown>>, workspace: () => OpenedWorkspace): string | object;
}

/** More than this fills an agent's window without helping it. */
const MOST_FINDINGS = 50;
const MOST_ENTRY_POINTS = 50;

const READ_ONLY = { readOnlyHint: true, openWorldHint: false };

export const TOOLS: readonly Tool[] = [
  {
    name: "check",
    title: "Find weaknesses",
    description:
      "Findings in the service: retries that write twice, secrets in code, missing checks. Errors and warnings, worst first; each has a fingerprint for the tool fix.",
    inputSchema: {
      type: "object",
      properties: {
        file: {
          type: "string",
          description: "Only findings in this file, or below this folder; relative to the root.",
        },
        rule: { type: "string", description: "Only this rule or group, such as access/missing-role or secrets." },
        hints: { type: "boolean", description: "Hints, too." },
      },
      additionalProperties: false,
    },
    annotations: READ_ONLY,
    run(given, workspace) {
      const file = optionalText(given, "file")?.replace(/^\.\//, "").replace(/\/$/, "");
      const rule = optionalText(given, "rule");
      const opened = workspace();
      const { workspace: engine } = opened;
      const findings = engine
        .findings()
        .filter((finding) => !finding.suppressed && (finding.severity !== "hint" || given["hints"] === true))
        .filter(({ place }) => file === undefined || place.file === file || place.file.startsWith(`${file}/`))
        .filter(({ ruleId }) => rule === undefined || ruleId === rule || ruleId.startsWith(`${rule}/`))
        .sort((a, b) => RANK[a.severity] - RANK[b.severity]);
      opened.save();
      return {
        root: opened.root,
        total: findings.length,
        findings: findings.slice(0, MOST_FINDINGS).map((finding) => reportedFinding(finding, engine)),
      };
    },
  },
  {
    name: "map",
    title: "Show the paths of the service",
    description:
      "Entry points (routes, webhooks, jobs …) with the guards ahead of them, the systems they read and write, and the numbered steps of the path.",
    inputSchema: {
      type: "object",
      properties: {
        entryPoint: {
          type: "string",
          description: 'Part of the label, such as "POST /orders" or "/admin". Without it: one line per entry point.',
        },
        file: {
          type: "string",
          description: "Only entry points whose path runs through this file; relative to the root.",
        },
      },
      additionalProperties: false,
    },
    annotations: READ_ONLY,
    run(given, workspace) {
      const text = optionalText(given, "entryPoint")?.toLowerCase();
      const file = optionalText(given, "file")?.replace(/^\.\//, "");
      const opened = workspace();
      const map = opened.workspace.serviceMap();
      opened.save();
      const entryPoints = map.entryPoints
        .filter(({ label }) => text === undefined || label.toLowerCase().includes(text))
        .filter(
          (entry) =>
            file === undefined ||
            [entry, entry.handler, ...entry.guards, ...entry.effects, ...entry.steps].some(
              (part) => part.file === file,
            ),
        );
      if (text === undefined && file === undefined) {
        return {
          root: map.root,
          systems: map.systems,
          total: entryPoints.length,
          entryPoints: entryPoints.map(({ label, kind, file: where, line, guards, effects }) => ({
            label,
            kind,
            place: `${where}:${line}`,
            guards: [...new Set(guards.map((guard) => guard.kind))],
            writes: [
              ...new Set(
                effects
                  .filter(({ access }) => access !== "read")
                  .map(({ system, target }) => (target === undefined ? system : `${system} ${target}`)),
              ),
            ],
          })),
        };
      }
      return { root: map.root, total: entryPoints.length, entryPoints: entryPoints.slice(0, MOST_ENTRY_POINTS) };
    },
  },
  {
    name: "explain",
    title: "Explain a rule",
    description:
      "What a rule means, why it matters, an example of each verdict, and how to accept a finding with a reason.",
    inputSchema: {
      type: "object",
      properties: { rule: { type: "string", description: "Such as idempotency/payment-without-key." } },
      required: ["rule"],
      additionalProperties: false,
    },
    annotations: READ_ONLY,
    run(given) {
      const id = requiredText(given, "rule");
      const rules = ruleCatalogue();
      const rule = rules.find((each) => each.id === id);
      if (rule === undefined)
        throw new ToolError(`There is no rule ${id}. Rules: ${rules.map((each) => each.id).join(", ")}`);
      return `# ${rule.id}\n\n${rule.markdown}`;
    },
  },
  {
    name: "fix",
    title: "Fix a finding",
    description:
      "The edits that mend one finding. With apply they are written to the files, all or none; without, only shown. Steps a person must take come as a checklist.",
    inputSchema: {
      type: "object",
      properties: {
        fingerprint: { type: "string", description: "Of the finding, from check." },
        title: { type: "string", description: "Which fix, where a finding has several; the first one otherwise." },
        apply: { type: "boolean", description: "Write the files. Default false." },
      },
      required: ["fingerprint"],
      additionalProperties: false,
    },
    annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: false, openWorldHint: false },
    run(given, workspace) {
      const fingerprint = requiredText(given, "fingerprint");
      const title = optionalText(given, "title");
      const opened = workspace();
      const finding: Finding | undefined = opened.workspace
        .findings()
        .find((each) => each.fingerprint === fingerprint && !each.suppressed);
      if (finding === undefined) throw new ToolError(`There is no finding ${fingerprint} any more. Call check again.`);
      const fix = title === undefined ? finding.fixes[0] : finding.fixes.find((each) => each.title === title);
      if (fix === undefined) {
        throw new ToolError(
          finding.fixes.length === 0
            ? "This finding has no fix; its message says what to do."
            : `No such fix. Fixes: ${finding.fixes.map((each) => each.title).join(", ")}`,
        );
      }
      const edits = opened.workspace.edits(fix);
      const shown = edits.map((edit) =>
        edit.kind === "create"
          ? { file: edit.file, kind: "create", text: edit.text }
          : {
              file: edit.file,
              kind: "replace",
              from: opened.workspace.position(edit.file, edit.at[0]),
              to: opened.workspace.position(edit.file, edit.at[1]),
              text: edit.text,
            },
      );
      let written: readonly string[] = [];
      if (given["apply"] === true) {
        try {
          written = opened.apply(edits);
        } catch (error) {
          if (error instanceof EditError) throw new ToolError(`Nothing was written. ${error.message}`);
          throw error;
        }
      }
      return {
        title: fix.title,
        kind: fix.kind,
        applied: written.length > 0,
        written,
        edits: shown,
        checklist: fix.checklist ?? [],
      };
    },
  },
];

const RANK = { error: 0, warning: 1, hint: 2 } as const;

function optionalText(given: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = given[name];
  if (value === undefined || value === null || value === "") return undefined;
  if (typeof value !== "string") throw new ToolError(`${name} must be text.`);
  return value;
}

function requiredText(given: Readonly<Record<string, unknown>>, name: string): string {
  const value = optionalText(given, name);
  if (value === undefined) throw new ToolError(`${name} is missing.`);
  return value;
}
