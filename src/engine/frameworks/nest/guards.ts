/** Guards of Nest as links of a chain. https://docs.nestjs.com/guards · https://docs.nestjs.com/recipes/passport */
import type { Term } from "../../model/term.ts";
import type { ClassView, Handler, MethodView, Program } from "../define-framework.ts";
import { askedByKeycloak } from "./keycloak.ts";
import { allDecorators, globalLinks, ownLinks } from "./links.ts";
import type { ModuleClosure } from "./modules.ts";

const GUARD = { parameters: ["context"], returns: "verdict" } as const;

/** `app.useGlobalGuards(…)` and `{ provide: APP_GUARD, … }`. */
export function globalGuards(program: Program, closure: ModuleClosure, used: Term | undefined): readonly Handler[] {
  return globalLinks(program, closure, used, "APP_GUARD", guardHandler);
}

/** A guard, and the package's class that it is made of where it is a class of the workspace. */
interface NestGuard extends Handler {
  readonly base?: Term | undefined;
}

/**
 * Guards ahead of a method: those of the application, of its class, its own. `transport` is what they are told that
 * requests come in by; nothing for HTTP.
 */
export function guardsAhead(
  program: Program,
  global: readonly Handler[],
  view: ClassView,
  method: MethodView,
  transport?: string,
): readonly Handler[] {
  const guards = [...global, ...ownLinks(program, view, method, "UseGuards", guardHandler)].flatMap((guard) =>
    askedByKeycloak(program, guard, view, method),
  );
  const own = guards.map((guard) => (isLimitedApart(guard, method) ? { ...guard, name: "Throttle" } : guard));
  return transport === undefined ? own : own.map((guard) => ({ ...guard, transport }));
}

/** `@Throttle({ default: { limit: 3, ttl: 60_000 } })`: this route has a limit of its own. */
function isLimitedApart(guard: Handler, method: MethodView): boolean {
  return guard.guard === "rateLimit" && method.decorators.some(({ name }) => name === "Throttle");
}

function guardHandler(program: Program, guard: Term): readonly NestGuard[] {
  const { terms } = program;
  const view = program.classOf(guard);
  if (!view) {
    const name = guard.kind === "external" ? guard.path.join(".").replace(/\(\)/g, "") : "";
    if (guard.kind === "external" && isThrottler(guard)) return [{ ...terms.handler(guard, name), guard: "rateLimit" }];
    return [terms.handler(guard, name)];
  }
  const parent = packageParent(program, view);
  if (parent?.kind === "external" && isThrottler(parent))
    return [{ ...terms.handler(guard, view.facts.name), guard: "rateLimit" }];
  const instance = terms.instance(guard);
  const check = terms.member(instance, "canActivate");
  const outcome = parent && terms.member(instance, "handleRequest");
  const name = view.facts.name ?? "guard";
  // A strategy of Passport whose outcome is taken over: `handleRequest(error, user)` decides.
  if (outcome?.kind === "function" && !terms.refuses(outcome) && !asksAbove(program, outcome)) return [];
  if (!check) return [];
  if (parent && check.kind !== "function") return [{ ...terms.handler(parent, name), name, base: parent }];
  return [{ ...terms.handler(check, name), name, base: parent, shape: GUARD }];
}

/** `return super.handleRequest(error, user, info, context)`: the package's own decides. */
function asksAbove({ terms }: Program, outcome: Term): boolean {
  return terms
    .items(terms.result(outcome, []))
    .some((given) => given.kind === "external" && given.path.at(-1) === "handleRequest()");
}

/** It limits the rate, and says nothing of who is calling. https://docs.nestjs.com/security/rate-limiting */
function isThrottler(guard: Term & { readonly kind: "external" }): boolean {
  return guard.path.some((name) => name.includes("Throttler"));
}

/** The package's class that a class extends, through others of the workspace. */
function packageParent(program: Program, view: ClassView): Term | undefined {
  if (!view.parent || view.parent.kind === "external") return view.parent;
  const above = program.classOf(view.parent);
  return above && packageParent(program, above);
}

/** What the decorators of a handler and its class leave for guards to read. */
export function metadataOf(program: Program, view: ClassView, method: MethodView): ReadonlyMap<Term, Term> {
  const metadata = new Map<Term, Term>();
  for (const decorator of [...allDecorators(program, view), ...method.decorators]) {
    const [first, second] = decorator.arguments;
    if (decorator.name === "SetMetadata" && first) metadata.set(first, second ?? program.terms.literal(true));
    if (decorator.name !== "createDecorator") continue;
    const made = decorator.term.kind === "external" ? decorator.term.base : undefined;
    if (made) metadata.set(made, first ?? program.terms.literal(true));
  }
  return metadata;
}
