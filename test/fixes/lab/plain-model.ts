/**
 * The model of a lab service, made from its facts by the few conventions lab services keep. It stands between the facts
 * and the fixes, so that fixes are proven by themselves.
 */
import ts from "typescript";
import { extractFacts } from "../../../src/engine/facts/extract-facts.ts";
import type { CallExpression, Expression, FileFacts, Span } from "../../../src/engine/facts/file-facts.ts";
import { deep, expressionsIn, inStatements } from "../../../src/engine/fixes/visit-facts.ts";
import type { Effect } from "../../../src/engine/model/effect.ts";
import type { EntryPoint } from "../../../src/engine/model/entry-point.ts";
import type { Guard } from "../../../src/engine/model/guard.ts";
import type { ServiceModel, Table } from "../../../src/engine/model/service-model.ts";

export function plainModel(texts: ReadonlyMap<string, string>, framework: string): ServiceModel {
  const facts = new Map<string, FileFacts>();
  for (const [path, text] of texts) if (/\.[cm]?[jt]s$/.test(path)) facts.set(path, extractFacts(ts, path, text));
  const entryPoints = [...facts].flatMap(([file, one]) => entryPointsOf(file, texts.get(file)!, one, framework));
  return {
    entryPoints,
    systems: [],
    variables: [],
    schema: { tables: tablesOf(texts) },
    config: undefined as never,
    facts: (path) => facts.get(path),
    text: (path) => texts.get(path),
    paths: [...texts.keys()],
  };
}

function entryPointsOf(file: string, text: string, facts: FileFacts, framework: string): readonly EntryPoint[] {
  const found: EntryPoint[] = [];
  for (const call of expressionsIn(facts)) {
    if (call.kind !== "call") continue;
    const name = text.slice(...call.callee.at);
    const route = /\.(get|post|put|patch|delete)$/.exec(name);
    const worker = name === "Worker" && call.new;
    const [path] = call.arguments;
    const handler = call.arguments.findLast(
      (argument) => argument.kind === "function" || (argument.kind === "name" && !worker),
    );
    if ((!route && !worker) || path?.kind !== "literal" || !handler || call.arguments.length < 2) continue;
    const index =
      handler.kind === "function"
        ? handler.function
        : facts.functions.findIndex((one) => handler.kind === "name" && one.name === handler.name);
    const target = facts.functions[index];
    if (!target) continue;
    const between = call.arguments.slice(1, call.arguments.indexOf(handler));
    const webhook = /hooks?\//.test(String(path.value));
    const method = route ? route[1]!.toUpperCase() : "";
    const body = text.slice(...target.bodyAt);
    const entry = {
      id: `${method} ${path.value}`,
      kind: worker ? "queue" : webhook ? "webhook" : "http",
      method,
      path: String(path.value),
      label: worker ? `queue ${path.value}` : `${method} ${path.value}`,
      framework: worker ? "bullmq" : framework,
      place: { file, at: call.at },
      app: "",
      handler: { name: target.name ?? "", place: { file, at: target.at } },
      chain: between.map((argument) => ({ name: text.slice(...argument.at), place: { file, at: argument.at } })),
      guards: between.flatMap((argument) => guardOf(file, text, argument)),
      delivery: {
        by: "user",
        attempts: undefined,
        identities: worker ? ["job.id"] : webhook ? [/\bevent\b/.test(body) ? "event.id" : "req.body.id"] : [],
      },
      effects: [] as Effect[],
      config: [],
      public: undefined,
      unreadable: false,
      options: undefined,
      trail: undefined as never,
    } satisfies Record<keyof EntryPoint, unknown>;
    entry.effects.push(...effectsOf(file, text, facts, index, entry as EntryPoint));
    found.push(entry as EntryPoint);
  }
  return found;
}

function guardOf(file: string, text: string, argument: Expression): readonly Guard[] {
  const name = text.slice(...argument.at);
  const kind = /^requireUser\b/.test(name) ? "authentication" : /^requireRole\b/.test(name) ? "role" : undefined;
  return kind ? [{ kind, name, place: { file, at: argument.at }, order: 0, scopes: [], detail: [], proves: [] }] : [];
}

function effectsOf(
  file: string,
  text: string,
  facts: FileFacts,
  index: number,
  entryPoint: EntryPoint,
): readonly Effect[] {
  const effects: Effect[] = [];
  for (const one of facts.functions) {
    if (one !== facts.functions[index] && !isInside(one.at, facts.functions[index]!.bodyAt)) continue;
    for (const expression of new Set(inStatements(one.body))) {
      for (const call of deep([expression])) {
        if (call.kind !== "call") continue;
        const kind = effectOf(text, call);
        if (!kind || effects.some((other) => other.place.at[0] === call.at[0] && other.place.at[1] === call.at[1]))
          continue;
        const place = { file, at: call.at };
        const callText = text.slice(...call.callee.at).replace(/\s+/g, "");
        effects.push({
          ...kind,
          entryPoint,
          place,
          stack: [],
          scopes: [],
          call: { text: callText, place },
        } as unknown as Effect);
      }
    }
  }
  return effects.sort((a, b) => a.place.at[0] - b.place.at[0]);
}

function isInside(inner: Span, outer: Span): boolean {
  return outer[0] <= inner[0] && inner[1] <= outer[1];
}

/** Adapter and access of the calls that lab services make. */
function effectOf(text: string, call: CallExpression): { readonly via: string; readonly access: string } | undefined {
  const callee = text.slice(...call.callee.at);
  const all = text.slice(...call.at);
  const access = /^[^(]*\(\s*["'`]?\s*SELECT|\.find\w*\(|\.(?:get|lrange|llen|hget\w*|count)\(/.test(all)
    ? "read"
    : "write";
  if (/^stripe\.\w+\.\w+$/.test(callee) && !callee.includes("webhooks")) return { via: "stripe", access: "write" };
  if (/\bpool\.query$/.test(callee)) return { via: "pg", access };
  if (/\bprisma\.\w+\.\w+$/.test(callee)) return { via: "prisma", access };
  if (/\bredis\.\w+$/.test(callee)) return { via: "ioredis", access };
  if (/\breceipts\.add$/.test(callee)) return { via: "bullmq", access: "publish" };
  return undefined;
}

function tablesOf(texts: ReadonlyMap<string, string>): ReadonlyMap<string, Table> {
  const tables = new Map<string, Table>();
  for (const [file, text] of texts) {
    if (!file.endsWith(".sql")) continue;
    for (const [, name, body] of text.matchAll(/CREATE TABLE "?(\w+)"? \(([\s\S]*?)\n\)/g)) {
      const columns = [...body!.matchAll(/^\s+"?([a-z]\w*)"?\s+(\w+)/gm)].map(([, column, type]) => ({
        name: column!,
        type: type!,
        generated: false,
        optional: false,
        references: undefined,
      }));
      tables.set(name!.toLowerCase(), { name: name!, unique: [], columns, place: { file, at: [0, 0] } });
    }
  }
  return tables;
}
