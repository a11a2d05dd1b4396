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
  return transport === undefined ? guards : guards.map((guard) => ({ ...guard, transport }));
}

function guardHandler(program: Program, guard: Term): readonly NestGuard[] {
  const { terms } = program;
  const view = program.classOf(guard);
  if (!view) {
    const name = guard.kind === "external" ? guard.path.join(".").replace(/\(\)/g, "") : "";
    // Limits the rate; it says nothing of who is calling.
    if (/Throttler/.test(name)) return [{ ...terms.handler(guard, name), guard: "rateLimit" }];
    return [terms.handler(guard, name)];
  }
  const instance = terms.instance(guard);
  const check = terms.member(instance, "canActivate");
  const outcome = terms.member(instance, "handleRequest");
  const name = view.facts.name ?? "guard";
  // A strategy of Passport whose outcome is taken over: `handleRequest(error, user)` decides.
  if (outcome?.kind === "function" && !terms.refuses(outcome)) return [];
  if (!check) return [];
  const base = packageParent(program, view);
  if (base && check.kind !== "function") return [{ ...terms.handler(base, name), name, base }];
  return [{ ...terms.handler(check, name), name, base, shape: GUARD }];
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
