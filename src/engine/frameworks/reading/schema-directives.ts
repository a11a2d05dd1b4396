/**
 * Directives of a GraphQL schema that ask who is calling: `orders: [Order!]! @auth(requires: ADMIN)`. What the directive does
 * stands in a transformer of the schema, which puts itself around the resolver.
 * https://the-guild.dev/graphql/tools/docs/schema-directives#enforcing-access-permissions
 */
import type { Term } from "../../model/term.ts";
import type { Handler, TermView } from "../define-framework.ts";

export interface FieldGuards {
  /** By operation and field: `"Query.orders"`. */
  readonly byField: ReadonlyMap<string, readonly string[]>;
  /** The schema has directives that ask who is calling, and parts of it could not be read: any other field may have one. */
  readonly mayHideMore: boolean;
}

/** Of `{ typeDefs, schemaDirectives }`; undefined where no text of the schema could be read, and nothing tells of directives. */
export function fieldGuards(terms: TermView, options: Term | undefined): FieldGuards | undefined {
  const written = terms.items(terms.member(options, "typeDefs"));
  const parts = written.map((one) => textsIn(terms, one, 0));
  const loaded = parts.every((one) => one.length > 0) ? [] : schemaFiles(terms);
  const texts = [...parts.flat(), ...loaded];
  const isRead = parts.every(
    (one, index) => one.length > 0 || (loaded.length > 0 && written[index]?.kind === "external"),
  );
  // https://the-guild.dev/graphql/tools/docs/legacy-schema-directives
  const visitors = terms.fields(terms.member(options, "schemaDirectives")).map(({ name }) => `@${name}`);
  if (texts.length === 0 && visitors.length === 0) return undefined;
  const text = texts.join("\n").replace(/"""[\s\S]*?"""|"(?:[^"\\\n]|\\.)*"|#[^\n]*/g, " ");
  const found = new Map<string, readonly string[]>();
  for (const { operation, body } of blocksOf(text)) {
    for (const [name, directives] of fieldsOf(body)) {
      const key = `${operation}.${name}`;
      // A copy of the schema for clients has none of them.
      if (!found.get(key)?.length) found.set(key, directives);
    }
  }
  const declared = [...visitors, ...(text.match(/(?<=\bdirective\s+)@\w+/g) ?? [])];
  return { byField: found, mayHideMore: !isRead && declared.some((name) => ASKS.test(name)) };
}

/** `importSchema("./schema.graphql")`, `loadFilesSync("**\/*.graphql")`: whatever loads them, they are the schema. */
function schemaFiles(terms: TermView): readonly string[] {
  return [...terms.paths()].filter((path) => /\.(?:graphqls?|gql)$/.test(path)).map((path) => terms.read(path) ?? "");
}

/** The directives as links ahead of the resolver. */
export function directiveLinks(
  terms: TermView,
  directives: readonly string[] | undefined,
  of: Term,
): readonly Handler[] {
  const asking = (directives ?? []).filter((one) => ASKS.test(one));
  return asking.flatMap((one): readonly Handler[] => {
    const login: Handler = { ...terms.handler(of), name: one.replace(/\(.*$/s, ""), guard: "authentication" };
    const asked = one.replace(/^@\w+/, "").match(/[A-Za-z_]+(?=\s*[\],)"])/g) ?? [];
    const isRole = asked.length > 0 ? asked.some((value) => !EVERYBODY.test(value)) : RANK.test(login.name);
    const ranks = asked.length > 0 ? asked : [login.name.slice(1)];
    return isRole ? [login, { ...login, guard: "role", term: terms.array(ranks.map(terms.literal)) }] : [login];
  });
}

/** Directives that ask for a login or a right, by what they are called. */
const ASKS = /^@\w*(?:auth|signed_?in|logged_?in|login|protected|private|role|permission|scope|admin|guard|owner)/i;
const RANK = /admin|role|permission|scope|staff/i;
/** Values that let through whoever is signed in. */
const EVERYBODY = /^(?:user|member|any|all|authenticated|logged_?in|customer|true|requires|role|roles)$/i;

/** Texts of a schema: templates, `gql`, merged lists of them, files read when it starts. */
function textsIn(terms: TermView, term: Term, depth: number): readonly string[] {
  if (depth > MAXIMUM_LEVELS) return [];
  const text = terms.text(term);
  // The path of a file is no schema.
  if (text !== undefined) return text.includes("{") ? [text] : [];
  if (term.kind === "text")
    return [term.parts.map((part) => (part.kind === "literal" ? String(part.value) : " ")).join("")];
  if (term.kind === "external")
    return (term.arguments ?? []).flatMap((one) => terms.items(one)).flatMap((one) => textsIn(terms, one, depth + 1));
  return [];
}

const MAXIMUM_LEVELS = 4;

/** The fields of `type Query { … }` and `extend type Mutation { … }`. */
function blocksOf(text: string): readonly { readonly operation: string; readonly body: string }[] {
  const found: { operation: string; body: string }[] = [];
  for (const { 1: operation = "", index, 0: head } of text.matchAll(
    /\btype\s+(Query|Mutation|Subscription)\b[^{]*\{/g,
  )) {
    const from = index + head.length;
    const to = text.indexOf("}", endOfArguments(text, from));
    found.push({ operation, body: text.slice(from, to < 0 ? undefined : to) });
  }
  return found;
}

/** Defaults of arguments may hold braces: `list(filter: Filter = {})`. */
function endOfArguments(text: string, from: number): number {
  let depth = 0;
  let last = from;
  for (let index = from; index < text.length; index++) {
    const sign = text[index];
    if (sign === "(") depth++;
    else if (sign === ")") depth--;
    else if (sign === "}" && depth <= 0) return last;
    if (depth <= 0) last = index;
  }
  return last;
}

/** Names of the fields with their directives as written. */
function fieldsOf(body: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  const plain = body.replace(/(\w+)\s*\([^()]*\)\s*:/g, "$1:");
  const heads = [...plain.matchAll(/(?:^|[\s,])(\w+)\s*:\s*[[\]!\w\s]*?(?=\s*(?:@|\w+\s*:|$|,))/g)];
  heads.forEach((head, index) => {
    const from = head.index + head[0].length;
    const rest = plain.slice(from, heads[index + 1]?.index);
    found.set(head[1] ?? "", rest.match(/@\w+(?:\s*\([^()]*\))?/g) ?? []);
  });
  return found;
}
