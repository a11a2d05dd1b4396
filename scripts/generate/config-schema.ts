/** JSON schema of `hardpath.config.json`: completion and checks in the editor, with every rule id. */
import { definitions, RULES } from "../lib/definitions.ts";
import { format } from "../lib/format.ts";
import { readRuleDoc } from "../lib/rule-doc.ts";

export const SCHEMA_PATH = "schemas/hardpath.config.schema.json";

export function configSchema(): readonly (readonly [path: string, text: string])[] {
  const rules = definitions(RULES).map(({ id, path }) => ({ id, summary: readRuleDoc(path)?.summary ?? "" }));
  const groups = [...new Set(rules.map(({ id }) => id.split("/")[0] ?? id))];
  const ids = [...groups, ...rules.map(({ id }) => id)];
  const severity = { enum: ["error", "warning", "hint", "off"] };
  const reason = {
    type: "string",
    minLength: 1,
    description: "Why. Shown wherever the finding is listed as accepted.",
  };
  const globs = "Glob relative to the folder of this file, such as `scripts/**`.";
  const schema = {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Hardpath",
    description: "What a team tells Hardpath about its own code.",
    type: "object",
    additionalProperties: false,
    properties: {
      $schema: { type: "string" },
      rules: {
        type: "object",
        description: "Severity by rule or group. `off` silences.",
        additionalProperties: false,
        properties: {
          ...Object.fromEntries(
            groups.map((group) => [group, { ...severity, description: `Every rule of the group ${group}.` }]),
          ),
          ...Object.fromEntries(rules.map(({ id, summary }) => [id, { ...severity, description: summary }])),
        },
      },
      exclude: {
        type: "array",
        description: "Files that are not analysed.",
        items: { type: "string", description: globs },
      },
      guards: {
        type: "object",
        description: 'Your own guards by function name: `{ "requireStaff": "role" }`.',
        additionalProperties: {
          enum: ["authentication", "role", "ownership", "signature", "dedupe", "validation"],
        },
      },
      public: {
        type: "array",
        description: "Entry points that are open to everybody on purpose.",
        items: {
          type: "object",
          additionalProperties: false,
          required: ["path", "reason"],
          properties: {
            path: { type: "string", description: "Path as in the map, `*` for the rest: `/status/*`." },
            reason,
          },
        },
      },
      allow: {
        type: "array",
        description: "Findings accepted by path.",
        items: {
          type: "object",
          additionalProperties: false,
          required: ["rule", "path", "reason"],
          properties: {
            rule: { enum: ids, description: "Rule or group." },
            path: { type: "string", description: globs },
            reason,
            fingerprint: { type: "string", description: "Only the finding with this fingerprint." },
          },
        },
      },
      unique: {
        type: "array",
        description: "Unique keys that the schema in the repository does not show.",
        items: {
          type: "object",
          additionalProperties: false,
          required: ["table", "columns"],
          properties: {
            table: { type: "string" },
            columns: { type: "array", minItems: 1, items: { type: "string" } },
          },
        },
      },
      strictness: {
        enum: ["money", "default", "every-write"],
        default: "default",
        description: "How much of idempotency is reported above hint: only payments, what matters, or every write.",
      },
    },
  };
  return [[SCHEMA_PATH, format(SCHEMA_PATH, `${JSON.stringify(schema)}\n`)]];
}
