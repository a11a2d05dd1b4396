/**
 * Reads `hardpath.config.json`.
 *
 * A wrong key or type never stops the reading: each is one problem with its place, and the rest counts. A configuration
 * that is not quite understood must not silence findings.
 */
import type { Problem } from "../index.ts";
import { type Config, DEFAULT_CONFIG } from "../model/config.ts";
import { isJsonError, type JsonField, type JsonNode, parseJsonWithPlaces } from "./json-position.ts";
import { nearestName } from "./nearest-name.ts";

/** Name of the configuration file, at the root of a workspace. */
export const CONFIG_FILE = "hardpath.config.json";

const SEVERITIES = ["error", "warning", "hint", "off"] as const;
const GUARDS = ["authentication", "role", "ownership", "signature", "dedupe", "validation"] as const;
const STRICTNESS = ["money", "default", "every-write"] as const;

export interface ReadConfig {
  readonly config: Config;
  /** In the order of the file. Empty for a good one. */
  readonly problems: readonly Problem[];
}

/** Reads the text of a configuration at `path`. `ruleIds`: every rule there is; empty where ids are not to be checked. */
export function readConfig(text: string, path: string, ruleIds: readonly string[] = []): ReadConfig {
  const problems: Problem[] = [];
  const report = (offset: number, message: string) => problems.push({ file: path, ...position(text, offset), message });
  const root = parseJsonWithPlaces(text);
  if (isJsonError(root)) {
    report(root.offset, `Not valid JSON: ${lowerFirst(root.message)}.`);
    return { config: DEFAULT_CONFIG, problems };
  }
  const config = { ...DEFAULT_CONFIG } as { -readonly [Key in keyof Config]: Config[Key] };
  const reader = new Reader(report, ruleIds);
  const readers: Readonly<Record<string, (value: JsonNode) => void>> = {
    $schema: () => {},
    rules: (value) => {
      config.rules = reader.rules(value);
    },
    exclude: (value) => {
      config.exclude = reader.strings(value, "exclude");
    },
    guards: (value) => {
      config.guards = reader.guards(value);
    },
    public: (value) => {
      const shape = { path: "text", reason: "text" } as const;
      config.public = reader.records(value, "public", shape).map(({ record }) => record as Config["public"][number]);
    },
    allow: (value) => {
      config.allow = reader.allow(value);
    },
    unique: (value) => {
      const shape = { table: "text", columns: "texts" } as const;
      config.unique = reader.records(value, "unique", shape).map(({ record }) => record as Config["unique"][number]);
    },
    strictness: (value) => {
      config.strictness = reader.oneOf(value, STRICTNESS, `"strictness"`) ?? config.strictness;
    },
  };
  for (const { key, keyStart, value } of reader.fields(root, "The configuration")) {
    const read = Object.hasOwn(readers, key) ? readers[key] : undefined;
    if (read) read(value);
    else report(keyStart, `Unknown setting ${quote(key)}.${suggestion(key, Object.keys(readers))}`);
  }
  return { config, problems };
}

type FieldType = "text" | "texts" | "optional text";

interface FoundRecord {
  readonly record: Readonly<Record<string, unknown>>;
  /** Offset of each value. */
  readonly at: Readonly<Record<string, number>>;
}

class Reader {
  readonly #report: (offset: number, message: string) => void;
  readonly #ruleIds: readonly string[];

  constructor(report: (offset: number, message: string) => void, ruleIds: readonly string[]) {
    this.#report = report;
    this.#ruleIds = ruleIds;
  }

  rules(value: JsonNode): Config["rules"] {
    const rules: Record<string, (typeof SEVERITIES)[number]> = {};
    for (const field of this.fields(value, `"rules"`)) {
      const known = this.#knownRule(field.key, field.keyStart);
      const severity = this.oneOf(field.value, SEVERITIES, `The severity of ${quote(field.key)}`);
      if (known && severity) rules[field.key] = severity;
    }
    return rules;
  }

  guards(value: JsonNode): Config["guards"] {
    const guards: Record<string, (typeof GUARDS)[number]> = {};
    for (const field of this.fields(value, `"guards"`)) {
      const kind = this.oneOf(field.value, GUARDS, `The kind of guard ${quote(field.key)}`);
      if (kind) guards[field.key] = kind;
    }
    return guards;
  }

  allow(value: JsonNode): Config["allow"] {
    const shape = { rule: "text", path: "text", reason: "text", fingerprint: "optional text" } as const;
    return this.records(value, "allow", shape)
      .filter(({ record, at }) => this.#knownRule(record["rule"] as string, at["rule"]!))
      .map(({ record }) => record as Config["allow"][number]);
  }

  /** A list of objects with exactly these fields; those with a problem are left out. */
  records(value: JsonNode, name: string, shape: Readonly<Record<string, FieldType>>): FoundRecord[] {
    const records: FoundRecord[] = [];
    for (const item of this.#items(value, quote(name))) {
      const what = `An entry of ${quote(name)}`;
      if (item.kind !== "object") {
        this.#report(item.start, `${what} must be an object, not ${typeName(item)}.`);
        continue;
      }
      const record: Record<string, unknown> = {};
      const at: Record<string, number> = {};
      let complete = true;
      for (const field of this.fields(item, what)) {
        const type = Object.hasOwn(shape, field.key) ? shape[field.key] : undefined;
        at[field.key] = field.value.start;
        if (type === undefined) {
          this.#report(
            field.keyStart,
            `Unknown key ${quote(field.key)} in ${quote(name)}.${suggestion(field.key, Object.keys(shape))}`,
          );
        } else if (type === "texts") {
          record[field.key] = this.strings(field.value, field.key);
        } else {
          const text = this.#text(field.value, quote(field.key));
          if (text === undefined) complete = false;
          record[field.key] = text;
        }
      }
      for (const [key, type] of Object.entries(shape)) {
        if (type === "optional text" || Object.hasOwn(record, key)) continue;
        this.#report(item.start, `${what} lacks ${quote(key)}.`);
        complete = false;
      }
      if (complete) records.push({ record, at });
    }
    return records;
  }

  strings(value: JsonNode, name: string): readonly string[] {
    return this.#items(value, quote(name)).flatMap((item) => this.#text(item, `An entry of ${quote(name)}`) ?? []);
  }

  oneOf<T extends string>(value: JsonNode, options: readonly T[], what: string): T | undefined {
    if (value.kind === "string" && options.includes(value.value as T)) return value.value as T;
    const list = options.map(quote);
    const choice = `${list.slice(0, -1).join(", ")} or ${list.at(-1)}`;
    const given = value.kind === "string" ? quote(value.value) : typeName(value);
    this.#report(value.start, `${what} must be ${choice}, not ${given}.`);
    return undefined;
  }

  fields(value: JsonNode, what: string): readonly JsonField[] {
    if (value.kind !== "object") {
      this.#report(value.start, `${what} must be an object, not ${typeName(value)}.`);
      return [];
    }
    const last = new Map(value.fields.map((field) => [field.key, field]));
    for (const field of value.fields) {
      if (last.get(field.key) !== field)
        this.#report(field.keyStart, `${quote(field.key)} stands twice; the later one counts.`);
    }
    return [...last.values()];
  }

  #items(value: JsonNode, what: string): readonly JsonNode[] {
    if (value.kind === "array") return value.items;
    this.#report(value.start, `${what} must be a list, not ${typeName(value)}.`);
    return [];
  }

  #text(value: JsonNode, what: string): string | undefined {
    if (value.kind === "string" && value.value.trim() !== "") return value.value;
    this.#report(value.start, `${what} must be text, not ${value.kind === "string" ? "empty" : typeName(value)}.`);
    return undefined;
  }

  #knownRule(id: string, offset: number): boolean {
    if (this.#ruleIds.length === 0) return true;
    const groups = [...new Set(this.#ruleIds.map((rule) => rule.slice(0, rule.indexOf("/"))))];
    if (this.#ruleIds.includes(id) || groups.includes(id)) return true;
    this.#report(offset, `Unknown rule ${quote(id)}.${suggestion(id, [...this.#ruleIds, ...groups])}`);
    return false;
  }
}

function suggestion(name: string, known: readonly string[]): string {
  const nearest = nearestName(
    name,
    known.filter((option) => option !== "$schema"),
  );
  return nearest === undefined ? "" : ` Did you mean ${quote(nearest)}?`;
}

function quote(text: string): string {
  return JSON.stringify(text);
}

function typeName(node: JsonNode): string {
  if (node.kind === "null") return "null";
  return { string: "text", number: "a number", boolean: "true or false", array: "a list", object: "an object" }[
    node.kind
  ];
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function position(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split("\n").length, column: offset - before.lastIndexOf("\n") };
}
