/**
 * Rules by field that a schema is wrapped in: `applyMiddleware(schema, shield({ Query: { orders: isStaff } }))`.
 * https://the-guild.dev/graphql/shield/docs/shield · /docs/rules · /docs/logic-rules
 */
import type { Term } from "../../model/term.ts";
import type { Handler, HandlerShape, Registry, TermView } from "../define-framework.ts";

/** What a rule is given; whoever it gives `false` or an error for is refused. */
export const RULE: HandlerShape = {
  parameters: ["context.parent", "arguments", "context", "context.info"],
  returns: "rule",
};

/** @param schema What the rules are wrapped around; undefined where only the server knows. */
export function applyRules(model: Registry, schema: Term | undefined, wrappers: Term | undefined): void {
  const { terms } = model;
  for (const shield of terms.items(wrappers).filter(isShield)) {
    const [map, options] = shield.arguments ?? [];
    const fallback = terms.member(options, "fallbackRule");
    model.ahead(schema, (kind, method, path) => {
      const operation = OPERATIONS[method];
      if (kind !== "graphql" || operation === undefined) return [];
      const rule = ruleFor(terms, terms.member(map, operation), path) ?? fallback;
      return rule ? linksOf(terms, rule).map((link) => ({ ...link, framework: "graphql" })) : [];
    });
  }
}

export function isShield(wrapper: Term): wrapper is Term & { readonly kind: "external" } {
  return wrapper.kind === "external" && wrapper.package === "graphql-shield" && wrapper.path.at(-1) === "shield()";
}

const OPERATIONS: Readonly<Record<string, string>> = {
  QUERY: "Query",
  MUTATION: "Mutation",
  SUBSCRIPTION: "Subscription",
};

/** `{ orders: isStaff, "*": isSignedIn }`, or one rule for the whole type. */
function ruleFor(terms: TermView, rules: Term | undefined, field: string): Term | undefined {
  if (rules === undefined || rules.kind === "undefined") return undefined;
  if (rules.kind !== "object") return rules;
  return terms.member(rules, field) ?? terms.member(rules, "*");
}

function linksOf(terms: TermView, rule: Term): readonly Handler[] {
  if (rule.kind !== "external") return [{ ...terms.handler(rule), shape: RULE }];
  const name = (rule.path.at(-1) ?? "").replace(/(?:\(\))+$/, "");
  const given = rule.arguments ?? [];
  if (name === "allow") return [];
  if (name === "and" || name === "chain") return given.flatMap((one) => linksOf(terms, one));
  if (name === "or" || name === "race") {
    if (given.some((one) => linksOf(terms, one).length === 0)) return [];
    return anyOf(terms.handler(rule, name));
  }
  if (name === "deny" || name === "not") return anyOf(terms.handler(rule, name));
  const asks = given.find((one) => one.kind === "function");
  if (name === "inputRule") return [{ ...terms.handler(rule, name), guard: "validation" }];
  return [{ ...terms.handler(asks ?? rule, name), shape: RULE }];
}

/** Whoever passes is somebody, and has one of the rights that are listed. */
function anyOf(rule: Handler): readonly Handler[] {
  return [
    { ...rule, guard: "authentication" },
    { ...rule, guard: "role" },
  ];
}
