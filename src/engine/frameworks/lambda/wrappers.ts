/** What stands around a Lambda handler. https://middy.js.org/docs/intro/how-it-works · https://docs.powertools.aws.dev/lambda/typescript/latest/features/idempotency/ */
import type { GuardKind } from "../../model/guard.ts";
import type { Term } from "../../model/term.ts";
import type { Handler, TermView } from "../define-framework.ts";

/** Middleware and checks of packages that stand for themselves. */
const KNOWN: Readonly<Record<string, Handler["guard"]>> = {
  "@middy/validator": "validation",
  "@middy/http-json-body-parser": undefined,
};

/** `middy(fn).use(validator(…))`, `middy().use(…).handler(fn)`, `makeIdempotent(fn, options)`: the function is last. */
export function lambdaChain(
  terms: TermView,
  value: Term,
  name: string,
  later: readonly Term[] = [],
): readonly Handler[] {
  const ahead: Handler[] = [];
  let inner: Term | undefined;
  for (let current: Term | undefined = value; current?.kind === "external"; current = current.base) {
    const step = current.path.at(-1);
    const [argument] = current.arguments ?? [];
    if (step === "use()" || step === "before()") ahead.unshift(...stepOf(terms, current));
    else if (step === "makeIdempotent()" && argument) {
      ahead.unshift(known(terms, current, "makeIdempotent", "dedupe"));
      inner ??= argument;
    } else if (
      argument &&
      (step === "handler()" || step === "default()" || step === "middy()") &&
      argument.kind !== "object"
    )
      inner ??= argument;
  }
  ahead.push(...later.flatMap((step) => stepOf(terms, step)));
  if (!inner) return [...ahead, terms.handler(value, name)];
  return [
    ...ahead,
    ...(inner.kind === "external" ? lambdaChain(terms, inner, name) : [{ ...terms.handler(inner, name), name }]),
  ];
}

/** `use(middleware)`, `use([first, second])`, `before(function)`. */
function stepOf(terms: TermView, step: Term): readonly Handler[] {
  const [argument] = (step.kind === "external" && step.arguments) || [];
  if (!argument) return [];
  if (step.kind === "external" && step.path.at(-1) === "use()")
    return terms.items(argument).flatMap((item) => middlewareOf(terms, item));
  return [before(terms, argument)];
}

/** Whatever it returns is the answer, and nothing else runs. https://middy.js.org/docs/intro/early-interrupt */
function before(terms: TermView, value: Term): Handler {
  return {
    ...terms.handler(value),
    shape: { parameters: [{ fields: { event: "event", context: "context" } }], returns: "answers" },
  };
}

function middlewareOf(terms: TermView, item: Term): readonly Handler[] {
  if (item.kind === "external") {
    const guard = KNOWN[item.package];
    if (item.package.startsWith("@middy/")) return guard ? [known(terms, item, "validator", guard)] : [];
    if (item.path.at(-1) === "makeHandlerIdempotent()") return [known(terms, item, "makeHandlerIdempotent", "dedupe")];
    return item.package.startsWith("@aws-lambda-powertools/") ? [] : [terms.handler(item)];
  }
  const hook = terms.member(item, "before");
  return hook ? [before(terms, hook)] : [];
}

/** A check that is known for itself, where it stands in the code. */
function known(terms: TermView, term: Term & { readonly kind: "external" }, name: string, guard: GuardKind): Handler {
  const handler = { ...terms.handler(term, name), guard };
  return term.site ? { ...handler, place: term.site } : handler;
}
