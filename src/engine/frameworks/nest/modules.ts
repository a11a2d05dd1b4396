/** The import graph of Nest modules. https://docs.nestjs.com/modules · https://docs.nestjs.com/recipes/router-module */
import type { Term } from "../../model/term.ts";
import type { ClassView, Program } from "../define-framework.ts";

export interface ModuleClosure {
  readonly modules: readonly ClassView[];
  readonly controllers: readonly Term[];
  /** Classes that are provided. */
  readonly providers: readonly Term[];
  /** Objects such as `{ provide: APP_GUARD, useClass: LoginGuard }`. */
  readonly provisions: readonly Term[];
  readonly validates: boolean;
  readonly prefixes: ReadonlyMap<Term, string>;
  /** What `ConfigModule.forRoot({ load: [registerAs("app", …)] })` loads. */
  readonly configs: readonly Term[];
  /** Some list of modules that it leads to could not be read: it may hold any module of the workspace. */
  readonly open: boolean;
}

interface Draft {
  readonly program: Program;
  readonly seen: Set<Term>;
  readonly modules: ClassView[];
  readonly controllers: Term[];
  readonly providers: Term[];
  readonly provisions: Term[];
  readonly routes: Term[];
  readonly configs: Term[];
  readonly owners: Map<Term, Term>;
  open: boolean;
}

export function moduleClosure(program: Program, roots: readonly Term[]): ModuleClosure {
  const draft: Draft = {
    program,
    seen: new Set(),
    modules: [],
    controllers: [],
    providers: [],
    provisions: [],
    routes: [],
    configs: [],
    owners: new Map(),
    open: false,
  };
  for (const root of roots) visitModule(draft, root);
  const { modules, controllers, providers, provisions } = draft;
  return {
    modules,
    controllers,
    providers,
    provisions,
    validates: provisions.some((provision) => isPipeProvision(program, provision)),
    prefixes: modulePrefixes(draft),
    configs: draft.configs,
    open: draft.open,
  };
}

/** The object that a module's decorator is given. */
export function moduleOptions(view: ClassView): Term | undefined {
  return view.decorators.find((decorator) => decorator.name === "Module")?.arguments[0];
}

function visitModule(draft: Draft, module: Term): void {
  if (draft.seen.has(module)) return;
  draft.seen.add(module);
  const { program } = draft;
  switch (module.kind) {
    case "class": {
      const view = program.classOf(module);
      const options = view && moduleOptions(view);
      if (!view) return;
      draft.modules.push(view);
      if (options) visitOptions(draft, options, module);
      return;
    }
    case "object": {
      const inner = program.terms.member(module, "module");
      if (inner) visitModule(draft, inner);
      visitOptions(draft, module, inner ?? module);
      return;
    }
    case "external": {
      const name = module.path.join(".");
      const [argument] = module.arguments ?? [];
      if (name === "forwardRef()" && argument) {
        const result = program.terms.result(argument, []);
        if (result) visitModule(draft, result);
      }
      if (name === "ConfigModule.forRoot()")
        draft.configs.push(...program.terms.items(program.terms.member(argument, "load")));
      if (name === "RouterModule.register()" && argument) draft.routes.push(...program.terms.items(argument));
      // A package's module that is given a provider provides it: `ClsModule.forFeatureAsync({ provide: ORDERS, useFactory })`.
      for (const given of module.arguments ?? [])
        if (program.terms.member(given, "provide")) draft.provisions.push(given);
      return;
    }
    default:
      draft.open ||= !NO_MODULE.has(module.kind);
      return;
  }
}

/** `imports: [...(trial && [TrialModule])]`: nothing stands there where there is no trial. */
const NO_MODULE: ReadonlySet<Term["kind"]> = new Set(["literal", "undefined"]);

function visitOptions(draft: Draft, options: Term, owner: Term): void {
  const { terms } = draft.program;
  for (const controller of terms.items(terms.member(options, "controllers"))) {
    draft.controllers.push(controller);
    draft.owners.set(controller, owner);
  }
  for (const provider of terms.items(terms.member(options, "providers"))) {
    if (provider.kind === "object") {
      draft.provisions.push(provider);
      const used = terms.member(provider, "useClass");
      if (used) draft.providers.push(used);
    } else draft.providers.push(provider);
  }
  for (const imported of terms.items(terms.member(options, "imports"))) visitModule(draft, imported);
}

function isPipeProvision(program: Program, provision: Term): boolean {
  const token = program.terms.member(provision, "provide");
  if (token?.kind !== "external" || token.path.at(-1) !== "APP_PIPE") return false;
  const used = program.terms.member(provision, "useClass") ?? program.terms.member(provision, "useValue");
  return used?.kind === "external" ? /ValidationPipe/.test(used.path.join(".")) : provisionMade(program, provision);
}

function provisionMade(program: Program, provision: Term): boolean {
  const factory = program.terms.member(provision, "useFactory");
  const made = factory && program.terms.result(factory, []);
  return made?.kind === "external" && /ValidationPipe/.test(made.path.join("."));
}

/** By controller: what `RouterModule.register([{ path, module, children }])` puts ahead. */
function modulePrefixes(draft: Draft): ReadonlyMap<Term, string> {
  const { terms } = draft.program;
  const byModule = new Map<Term, string>();
  const visit = (route: Term, prefix: string): void => {
    const path = `${prefix}/${terms.text(terms.member(route, "path")) ?? ""}`;
    const module = terms.member(route, "module") ?? (route.kind === "class" ? route : undefined);
    if (module) byModule.set(module, route.kind === "class" ? prefix : path);
    for (const child of terms.items(terms.member(route, "children"))) visit(child, path);
  };
  for (const route of draft.routes) visit(route, "");
  const prefixes = new Map<Term, string>();
  for (const [controller, owner] of draft.owners) {
    const prefix = byModule.get(owner);
    if (prefix !== undefined) prefixes.set(controller, prefix);
  }
  return prefixes;
}
