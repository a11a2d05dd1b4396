/**
 * What a schema gives back is what it was given: `schema.parse(req.body).ids` is `req.body.ids`, and
 * `z.object({ KEY: z.string() }).parse(process.env).KEY` the variable `KEY`. That it was checked is told by the guard of the call.
 */
import type { Term } from "../../model/term.ts";
import type { Linker } from "../evaluate/linker.ts";
import { alternatives, memberOf } from "../evaluate/members.ts";

type ExternalTerm = Term & { readonly kind: "external" };

interface Parser {
  /** Calls that give the value. */
  readonly gives: RegExp;
  /** Calls whose result has it below this name, beside the errors. */
  readonly tells?: { readonly calls: RegExp; readonly below: string };
  /** Position of what is parsed, where the schema is what the call is made on, or an argument as well. */
  readonly of: (call: ExternalTerm) => number;
}

const first = (): number => 0;
const second = (): number => 1;
/** `schema.parse(value)`, `z.parse(schema, value)`. */
const onSchema = (call: ExternalTerm): number => (call.path.length === 1 ? 1 : 0);

const ZOD: Parser = {
  gives: /^parse(?:Async)?\(\)$/,
  tells: { calls: /^(?:safeParse(?:Async)?|spa)\(\)$/, below: "data" },
  of: onSchema,
};
const JOI: Parser = {
  gives: /^(?:validateAsync|attempt)\(\)$/,
  tells: { calls: /^validate\(\)$/, below: "value" },
  of: first,
};
const CREATES: Parser = { gives: /^(?:createEnv|cleanEnv)\(\)$/, of: first };

const SUPERFORMS: Parser = { gives: /^$/, tells: { calls: /^superValidate\(\)$/, below: "data" }, of: first };
const CONFORM: Parser = { gives: /^$/, tells: { calls: /^parseWith\w+\(\)$/, below: "value" }, of: first };
const FORM_VALIDATOR: Parser = { gives: /^$/, tells: { calls: /^validate\(\)$/, below: "data" }, of: first };

/** rvf-js.io · superforms.rocks · conform.guide · zod.dev/basics · joi.dev/api · github.com/jquense/yup · valibot.dev · docs.superstructjs.org · github.com/sinclairzx81/typebox · github.com/typestack/class-transformer · github.com/af/envalid · env.t3.gg */
const PARSERS: ReadonlyMap<string, Parser> = new Map([
  ["zod", ZOD],
  ["zod/v4", ZOD],
  ["zod/v3", ZOD],
  ["@hono/zod-openapi", ZOD],
  ["myzod", ZOD],
  ["joi", JOI],
  ["@hapi/joi", JOI],
  ["yup", { gives: /^(?:validate|validateSync|cast)\(\)$/, of: first }],
  [
    "valibot",
    { gives: /^parse(?:Async)?\(\)$/, tells: { calls: /^safeParse(?:Async)?\(\)$/, below: "output" }, of: second },
  ],
  ["superstruct", { gives: /^(?:create|mask)\(\)$/, of: first }],
  ["@sinclair/typebox/value", { gives: /^(?:Parse|Decode|Cast|Convert|Clean)\(\)$/, of: second }],
  ["class-transformer", { gives: /^(?:plainToInstance|plainToClass)\(\)$/, of: second }],
  ["sveltekit-superforms", SUPERFORMS],
  ["sveltekit-superforms/server", SUPERFORMS],
  ["@conform-to/zod", CONFORM],
  ["@conform-to/yup", CONFORM],
  ["@conform-to/valibot", CONFORM],
  ["@rvf/zod", FORM_VALIDATOR],
  ["@rvf/yup", FORM_VALIDATOR],
  ["@remix-validated-form/with-zod", FORM_VALIDATOR],
  ["@remix-validated-form/with-yup", FORM_VALIDATOR],
  ["envalid", CREATES],
  ["@t3-oss/env-core", CREATES],
  ["@t3-oss/env-nextjs", CREATES],
]);

/** What such calls are named in packages that the table does not tell of. */
const PARSES = /^(?:safe)?(?:parse|validate|attempt|cast|create|mask|assert)(?:Async|Sync)?\(\)$/i;

/** What a schema gave back, or a part of it: `schema.parse(body)`, `schema.safeParse(body).data`. */
export function isParsed(term: Term): boolean {
  if (term.kind !== "external" || term.package.startsWith("global:")) return false;
  if (term.arguments === undefined) return term.base !== undefined && isParsed(term.base);
  const name = term.path.at(-1) ?? "";
  return PARSES.test(name) || PARSERS.get(term.package)?.tells?.calls.test(name) === true;
}

/** A field of what a schema gave back; undefined where the value comes from no schema, or from nothing known. */
export function parsedMember(linker: Linker, of: ExternalTerm, name: string): Term | undefined {
  const parser = PARSERS.get(of.package);
  if (!parser) return undefined;
  const call = callOf(of, parser);
  if (!call) return undefined;
  if (parser === CREATES) return settingOf(linker, call, name);
  const given = call.arguments?.[parser.of(call)];
  if (!given || !alternatives(given).some(isRead)) return undefined;
  return isSettings(given) ? settingOf(linker, call, name) : memberOf(linker, contentOf(linker, given), name);
}

/** Of a whole request its content is parsed: `superValidate(request, schema)`. */
function contentOf(linker: Linker, given: Term): Term {
  const isWhole = given.kind === "input" && given.path.length === 0;
  return isWhole && (given.source === "request" || given.source === "context") ? linker.terms.input("body", []) : given;
}

/** The call that gave the value, or the result that has it. */
function callOf(of: ExternalTerm, { gives, tells }: Parser): ExternalTerm | undefined {
  const last = of.path.at(-1) ?? "";
  if (of.arguments) return gives.test(last) ? of : undefined;
  const { base } = of;
  return tells && last === tells.below && base?.kind === "external" && tells.calls.test(base.path.at(-1) ?? "")
    ? base
    : undefined;
}

/** Something that is known field by field. */
function isRead(term: Term): boolean {
  if (term.kind === "member" || term.kind === "element") return isRead(term.of);
  if (term.kind === "object") return term.fields.some(({ value }) => isRead(value));
  return term.kind === "input" || isSettings(term);
}

function isSettings(term: Term): boolean {
  return term.kind === "global" && term.path.join(".") === "process.env";
}

/** A variable that the schema reads: set, unless the schema says that it may be left out. */
function settingOf(linker: Linker, call: ExternalTerm, name: string): Term {
  let isSet = knownSettings.get(call);
  if (!isSet) {
    isSet = new Map();
    knownSettings.set(call, isSet);
  }
  let answer = isSet.get(name);
  if (answer === undefined) {
    const field = fieldIn([call.base, ...(call.arguments ?? [])], name, 0);
    answer = field === undefined || !mayBeLeftOut(field);
    isSet.set(name, answer);
  }
  return linker.terms.environment(name, answer ? "set" : "perhaps");
}

/** Whether the schema sees to it that a variable is set: a service lists all that it has, and asks for some at every call. */
const knownSettings = new WeakMap<ExternalTerm, Map<string, boolean>>();

const MAXIMUM_DEPTH = 8;

/** What the schema says of the field: the value under its name, wherever the schema lists it. */
function fieldIn(terms: readonly (Term | undefined)[], name: string, depth: number): Term | undefined {
  if (depth > MAXIMUM_DEPTH) return undefined;
  for (const term of terms) {
    if (term?.kind === "external") {
      const found = fieldIn([...(term.arguments ?? []), term.base], name, depth + 1);
      if (found) return found;
    }
    if (term?.kind !== "object") continue;
    const own = term.fields.find((field) => field.key === name && field.value.kind === "external");
    const found =
      own?.value ??
      fieldIn(
        term.fields.filter(({ key }) => key !== "runtimeEnv").map(({ value }) => value),
        name,
        depth + 1,
      );
    if (found) return found;
  }
  return undefined;
}

/** `z.string().optional()`, `str({ default: undefined })`. */
function mayBeLeftOut(schema: Term): boolean {
  const names: string[] = [];
  for (let current: Term | undefined = schema; current?.kind === "external"; current = current.base)
    names.push((current.path.at(-1) ?? "").replace(/\(\)$/, ""));
  if (names.some((name) => /^(?:default|catch|prefault)$/.test(name))) return false;
  if (names.some((name) => /^(?:optional|nullish|nullable|exactOptional)$/.test(name))) return true;
  const options = schema.kind === "external" ? schema.arguments?.[0] : undefined;
  return (
    options?.kind === "object" &&
    options.fields.some(({ key, value }) => key === "default" && value.kind === "undefined")
  );
}
