/** Guards of Nest as links of a chain. https://docs.nestjs.com/guards · https://docs.nestjs.com/recipes/passport */
import type { Term } from "../../model/term.ts";
import type { ClassView, DecoratorView, Handler, MethodView, Program } from "../define-framework.ts";
import { askedByKeycloak } from "./keycloak.ts";
import type { ModuleClosure } from "./modules.ts";
import { providedFor } from "./provided.ts";

const GUARD = { parameters: ["context"], returns: "verdict" } as const;

/** `app.useGlobalGuards(…)` and `{ provide: APP_GUARD, … }`. */
export function globalGuards(program: Program, closure: ModuleClosure, used: Term | undefined): readonly Handler[] {
  const provided = providedFor(program.terms, closure, "APP_GUARD");
  return [...program.terms.items(used), ...provided].flatMap((guard) => guardHandler(program, guard));
}

/** A guard, and the package's class that it is made of where it is a class of the workspace. */
interface NestGuard extends Handler {
  readonly base?: Term | undefined;
}

/** Guards ahead of a method: those of the application, of its class, its own. */
export function guardsAhead(
  program: Program,
  global: readonly Handler[],
  view: ClassView,
  method: MethodView,
): readonly Handler[] {
  return [...global, ...ownGuards(program, view, method)].flatMap((guard) =>
    askedByKeycloak(program, guard, view, method),
  );
}

/** Guards of the class, then those of the method. */
function ownGuards(program: Program, view: ClassView, method: MethodView): readonly Handler[] {
  return [...allDecorators(program, view), ...method.decorators]
    .filter((decorator) => decorator.name === "UseGuards")
    .flatMap((decorator) =>
      program.terms
        .items(program.terms.array(decorator.arguments))
        .flatMap((guard) => guardHandler(program, guard))
        .map((handler) => ({ ...handler, place: decorator.place })),
    );
}

const INHERITED: ReadonlySet<string> = new Set(["UseGuards", "UseInterceptors", "SetMetadata"]);

/** Decorators of the class and, where it has none of a name itself, of those it extends. */
export function allDecorators(program: Program, view: ClassView): readonly DecoratorView[] {
  const parent = view.parent && program.classOf(view.parent);
  const own = new Set(view.decorators.map((decorator) => decorator.name));
  const inherited = parent ? allDecorators(program, parent).filter((decorator) => !own.has(decorator.name)) : [];
  return [...inherited.filter((decorator) => INHERITED.has(decorator.name)), ...view.decorators];
}

function guardHandler(program: Program, guard: Term): readonly NestGuard[] {
  const { terms } = program;
  // `mixin(RoleGuard)`: the class that a function made, as it is.
  if (guard.kind === "external" && guard.package === "@nestjs/common" && guard.path.at(-1) === "mixin()")
    return (guard.arguments ?? []).slice(0, 1).flatMap((inner) => guardHandler(program, inner));
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
