/** How a block refuses: what it throws, answers or returns, and with which HTTP status. */

import type { Stop } from "../../model/path.ts";
import type { Place, Term } from "../../model/term.ts";
import { fieldOf } from "../terms/field-of.ts";
import type { Linker } from "./linker.ts";
import { alternatives, memberOf } from "./members.ts";
import { onceForBlock } from "./once-for-block.ts";
import type { Block, Step } from "./steps.ts";

/** True where some way through the block calls on to the next handler without an error. */
export const containsPass = onceForBlock((block) =>
  block.steps.some((step) => {
    if (step.kind === "next") return !step.failing;
    if (step.kind === "promise") return false;
    return blocksIn(step).some(containsPass);
  }),
);

export function blocksIn(step: Step): readonly Block[] {
  switch (step.kind) {
    case "branch":
      return [step.then, step.otherwise];
    case "switch":
      return step.cases.map((found) => found.block);
    case "try":
      return step.handler ? [step.block, step.handler] : [step.block];
    case "loop":
    case "promise":
    case "callback":
    case "transaction":
    case "memoised":
      return [step.block];
    case "call":
      return [step.frame.block];
    default:
      return [];
  }
}

/** Nothing inside is an event, reads configuration, throws or goes on to the next handler: it leaves nothing on a path. */
export const isSilent = onceForBlock((block) =>
  block.steps.every((step) => {
    switch (step.kind) {
      case "return":
      case "jump":
      case "added":
      case "left":
      case "offered":
      case "register":
        return true;
      case "branch":
        // Where one side leaves and the other goes on, the test is a check.
        return (step.then.ends === "falls") === (step.otherwise.ends === "falls") && blocksIn(step).every(isSilent);
      case "switch":
      case "loop":
      case "callback":
      case "memoised":
      case "call":
      case "try":
        return blocksIn(step).every(isSilent);
      default:
        return false;
    }
  }),
);

/** The way a block that ends refuses; undefined where it ends in a jump of a loop. */
export function stopOf(linker: Linker, block: Block, place: Place): Stop | undefined {
  if (block.ends === "falls" || block.ends === "jumps") return undefined;
  const found = refusalIn(linker, block);
  if (found) return found;
  const last = block.steps.findLast((step) => step.kind === "return");
  const value = last?.kind === "return" ? last.value : undefined;
  return {
    how: block.ends === "throws" ? "throw" : "return",
    status: (last?.kind === "return" ? last.status : undefined) ?? (value && statusOfTerm(linker, value)),
    value,
    place: last?.place ?? place,
  };
}

/** Blocks that refuse nowhere inside. Blocks are shared by many paths, and most refuse nothing. */
const harmless = new WeakSet<Block>();

function refusalIn(linker: Linker, block: Block): Stop | undefined {
  if (harmless.has(block)) return undefined;
  for (const step of block.steps) {
    if (step.kind === "respond") {
      return { how: step.redirect ? "redirect" : "respond", status: step.status, value: step.value, place: step.place };
    }
    if (step.kind === "throw") return thrown(linker, step);
    if (step.kind === "next" && step.failing) return handedOn(linker, step);
    for (const inner of blocksIn(step)) {
      const found = refusalIn(linker, inner);
      if (found) return found;
    }
  }
  harmless.add(block);
  return undefined;
}

const STATUS_FIELDS = ["status", "statusCode", "httpStatus", "httpStatusCode", "code"];
/** `new GraphQLError("…", { extensions: { code: "UNAUTHENTICATED", http: { status: 401 } } })` */
const WITHIN = ["http", "extensions"];
const STATUS_BY_NAME: readonly (readonly [RegExp, number])[] = [
  [
    /unauthori[sz]ed|unauthenticated|notauthenticated|notloggedin|authenticationerror|invalidtoken|invalidcredentials/i,
    401,
  ],
  [/forbidden|permission|accessdenied|notallowed|authorizationerror|notauthorized/i, 403],
  [/notfound/i, 404],
  [/conflict|alreadyexists|duplicate/i, 409],
  [/toomanyrequests|ratelimit/i, 429],
  [/badrequest|validation|invalidinput|unprocessable/i, 400],
];

/** `next(createError(403))`: the errors' handler answers with what the error says. */
export function handedOn(linker: Linker, { error, place }: Step & { readonly kind: "next" }): Stop {
  return { how: "next-error", status: error && statusOfTerm(linker, error), value: error, place };
}

export function thrown(linker: Linker, { value, status, place }: Step & { readonly kind: "throw" }): Stop {
  return { how: "throw", status: status ?? exitStatus(linker, value) ?? statusOfTerm(linker, value), value, place };
}

/** `throw "notFound"`, `throw { notFound: order }`, where the handler says what it answers with then. */
function exitStatus({ exits }: Linker, value: Term): number | undefined {
  if (!exits) return undefined;
  for (const option of alternatives(value)) {
    const names = option.kind === "object" ? option.fields.map(({ key }) => key) : [];
    const name = option.kind === "literal" ? String(option.value) : names.length === 1 ? names[0] : undefined;
    const status = name === undefined ? undefined : exits.get(name);
    if (status !== undefined) return status;
  }
  return undefined;
}

/** HTTP status of a thrown or returned value, from its fields, its class or its name. */
export function statusOfTerm(linker: Linker, term: Term): number | undefined {
  for (const option of alternatives(term)) {
    const status = statusOf(linker, option);
    if (status !== undefined) return status;
  }
  return undefined;
}

function statusOf(linker: Linker, term: Term): number | undefined {
  if (term.kind === "external") {
    for (const framework of linker.adapters.throwing) {
      if (!framework.packages.some((name) => term.package === name || term.package.startsWith(`${name}/`))) continue;
      const known = framework.errors?.[term.path.join(".")];
      if (known !== undefined) return known;
    }
    for (const argument of term.arguments ?? []) {
      const status =
        literalStatus(argument) ??
        codeStatus(argument) ??
        (argument.kind === "object" ? statusOf(linker, argument) : undefined);
      if (status !== undefined) return status;
    }
    return byName(term.path.at(-1) ?? "");
  }
  if (term.kind === "instance" && term.class.kind === "class") {
    for (const field of STATUS_FIELDS) {
      const status = literalStatus(memberOf(linker, term, field));
      if (status !== undefined) return status;
    }
    for (const argument of term.arguments) {
      const status = literalStatus(argument) ?? (argument.kind === "object" ? statusOf(linker, argument) : undefined);
      if (status !== undefined) return status;
    }
    return byName(linker.sources.facts(term.class.file)?.classes[term.class.index]?.name ?? "");
  }
  if (term.kind === "object") {
    for (const name of STATUS_FIELDS) {
      const value = fieldOf(term, name);
      const status =
        literalStatus(value) ??
        (value?.kind === "literal" && typeof value.value === "string"
          ? byName(value.value.replace(/[_\s-]/g, ""))
          : undefined);
      if (status !== undefined) return status;
    }
    for (const name of WITHIN) {
      const inner = fieldOf(term, name);
      const status = inner?.kind === "object" ? statusOf(linker, inner) : undefined;
      if (status !== undefined) return status;
    }
    return undefined;
  }
  if (term.kind === "result")
    return (
      literalStatus(term.of.arguments.find((argument) => literalStatus(argument) !== undefined)) ?? byName(term.of.text)
    );
  return undefined;
}

/** `httpStatus.FORBIDDEN`, `HttpStatus.NOT_FOUND`: a constant of a package that names what HTTP numbers. */
export function namedStatus(term: Term | undefined): number | undefined {
  if (term?.kind !== "external" || term.arguments || !/status|http|nestjs|stoker/i.test(term.package)) return undefined;
  return NAMED[(term.path.at(-1) ?? "").replace(/[_\s-]/g, "").toLowerCase()];
}

const NAMED: Readonly<Record<string, number>> = {
  ok: 200,
  created: 201,
  accepted: 202,
  nocontent: 204,
  badrequest: 400,
  unauthorized: 401,
  forbidden: 403,
  notfound: 404,
  methodnotallowed: 405,
  conflict: 409,
  gone: 410,
  unprocessableentity: 422,
  toomanyrequests: 429,
  internalservererror: 500,
};

/** `new ORPCError("UNAUTHORIZED")`, `new Error("Unauthorized")`: a code in capitals, or no more than that nobody is signed in. */
function codeStatus(term: Term): number | undefined {
  if (term.kind !== "literal" || typeof term.value !== "string") return undefined;
  if (/^(?:unauthori[sz]ed|unauthenticated|not (?:authenticated|logged in|signed in))[.!]?$/i.test(term.value))
    return 401;
  return /^[A-Z]+(?:_[A-Z]+)*$/.test(term.value) ? byName(term.value.replaceAll("_", "")) : undefined;
}

function literalStatus(term: Term | undefined): number | undefined {
  const named = namedStatus(term);
  if (named !== undefined && named >= 300) return named;
  return term?.kind === "literal" && typeof term.value === "number" && term.value >= 300 && term.value < 600
    ? term.value
    : undefined;
}

function byName(name: string): number | undefined {
  return STATUS_BY_NAME.find(([pattern]) => pattern.test(name))?.[1];
}
