/** What `wrangler.toml` or `wrangler.jsonc` says of a worker. https://developers.cloudflare.com/workers/wrangler/configuration/ */
import { parseJsonc } from "../../link/files/jsonc.ts";
import { readToml } from "../../release/toml.ts";
import type { TermView } from "../define-framework.ts";

export interface Wrangler {
  /** Cron expressions; `*` where none is known. */
  readonly crons: readonly string[];
  readonly queues: readonly { readonly name: string; readonly retries: number | undefined }[];
  /** Names of workflows by the class that runs them. */
  readonly workflows: ReadonlyMap<string, string>;
}

/** The settings nearest to a file. */
export function wranglerOf(terms: TermView, path: string): Wrangler {
  const folders = path.split("/").slice(0, -1);
  for (let length = folders.length; length >= 0; length--) {
    const folder = length === 0 ? "" : `${folders.slice(0, length).join("/")}/`;
    const found = terms.file([`${folder}wrangler.toml`, `${folder}wrangler.jsonc`, `${folder}wrangler.json`]);
    const text = found && terms.read(found);
    if (text !== undefined) return settingsOf(found?.endsWith(".toml") ? fromToml(text) : fromJson(text));
  }
  return settingsOf(undefined);
}

function settingsOf(settings: Partial<Wrangler> | undefined): Wrangler {
  const { crons = [], queues = [], workflows = new Map() } = settings ?? {};
  return {
    workflows,
    crons: crons.length > 0 ? crons : ["*"],
    queues: queues.length > 0 ? queues : [{ name: "*", retries: undefined }],
  };
}

function fromToml(text: string): Partial<Wrangler> {
  const crons: string[] = [];
  const queues: { name: string; retries: number | undefined }[] = [];
  const workflows = new Map<string, string>();
  let workflow = "";
  for (const { key, value } of readToml(text)) {
    if (key === "workflows.name") workflow = value;
    if (key === "workflows.class_name") workflows.set(value, workflow);
    if (key === "triggers.crons")
      crons.push(...[...value.matchAll(/["']([^"']+)["']/g)].map((found) => found[1] ?? ""));
    const last = queues.at(-1);
    if (key === "queues.consumers" && value === "") queues.push({ name: "*", retries: undefined });
    else if (key === "queues.consumers.queue" && last) last.name = value;
    else if (key === "queues.consumers.max_retries" && last) last.retries = Number(value);
  }
  return { crons, queues, workflows };
}

function fromJson(text: string): Partial<Wrangler> {
  const value = parseJsonc(text);
  const crons = listAt(at(value, "triggers"), "crons").filter((cron): cron is string => typeof cron === "string");
  const queues = listAt(at(value, "queues"), "consumers").flatMap((consumer) => {
    const name = at(consumer, "queue");
    const retries = at(consumer, "max_retries");
    return typeof name === "string" ? [{ name, retries: typeof retries === "number" ? retries : undefined }] : [];
  });
  const workflows = new Map(
    listAt(value, "workflows").flatMap((one): readonly (readonly [string, string])[] => {
      const [name, of] = [at(one, "name"), at(one, "class_name")];
      return typeof name === "string" && typeof of === "string" ? [[of, name]] : [];
    }),
  );
  return { crons, queues, workflows };
}

function at(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}

function listAt(value: unknown, key: string): readonly unknown[] {
  const list = at(value, key);
  return Array.isArray(list) ? list : [];
}
