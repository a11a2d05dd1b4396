/** Puts the parts of Nest applications together: modules, controllers, guards, consumers. */
import type { Term } from "../../model/term.ts";
import type { ClassView, Program, Registry } from "../define-framework.ts";
import { type Application, readApplication, type Versioning } from "./application.ts";
import { registerConsumers } from "./consumers.ts";
import { registerController } from "./controllers.ts";
import { globalGuards } from "./guards.ts";
import { globalInterceptors } from "./interceptors.ts";
import { appliedMiddleware } from "./middleware.ts";
import { type ModuleClosure, moduleClosure } from "./modules.ts";
import { registerResolvers } from "./resolvers.ts";
import { unlistedClasses } from "./unlisted.ts";

export function assembleNest(program: Program, model: Registry): void {
  const placed = new Set<Term>();
  const apps = program.receivers.filter((receiver) => isApplication(receiver));
  const closures = new Map<Term | undefined, ModuleClosure>();
  for (const app of apps) {
    const root = rootOf(app);
    const closure = closures.get(root) ?? moduleClosure(program, root ? [root] : []);
    closures.set(root, closure);
    const application = readApplication(program, model.on(app), closure);
    mountOnAdapter(model, app);
    registerAll(program, application, closure.controllers, closure.providers, placed);
  }
  const everything = moduleClosure(
    program,
    program.classes
      .filter((view) => view.decorators.some((decorator) => decorator.name === "Module"))
      .map((view) => view.term),
  );
  const left = program.classes.filter((view) => !placed.has(view.term));
  const unlisted = unlistedClasses(program, everything, left);
  // What no application that was read leads to may be part of one that could not be read.
  const rest = left.filter((view) => !unlisted.has(view.term));
  const loose: Application = {
    model,
    prefix: apps.length === 0 ? loosePrefix(program, model) : "",
    exclude: [],
    versioning: undefined,
    guards: globalGuards(program, everything, undefined),
    interceptors: globalInterceptors(program, everything, undefined),
    validates: everything.validates,
    middleware: appliedMiddleware(program, model, everything),
    prefixes: everything.prefixes,
    loose: apps.length > 0,
  };
  const [only, ...others] = new Set(apps.map(rootOf));
  const app = others.length === 0 && only && closures.get(only)?.open ? apps.at(-1) : undefined;
  registerAll(
    program,
    app ? readApplication(program, model.on(app), everything) : readLoose(program, model, apps, loose),
    rest.map((view) => view.term),
    rest.map((view) => view.term),
    placed,
  );
}

/**
 * What no readable module leads to is of the one application whose modules could not be read. Without
 * `NestFactory.create(AppModule)` in sight, an application given as a parameter may still tell its settings.
 */
function readLoose(program: Program, model: Registry, apps: readonly Term[], loose: Application): Application {
  const [unread, ...others] = apps.filter((app) => app.kind === "external" && !isRead(program, app.arguments?.[0]));
  if (unread && others.length === 0) {
    const { prefix, exclude, versioning } = readApplication(program, model.on(unread), moduleClosure(program, []));
    return { ...loose, prefix, exclude, versioning };
  }
  if (apps.length > 0) return loose;
  const typed = program.receivers.find((receiver) => model.on(receiver).kept("prefix"));
  if (!typed) return { ...loose, versioning: BY_URI };
  const read = readApplication(program, model.on(typed), moduleClosure(program, []));
  return { ...loose, exclude: read.exclude, versioning: read.versioning, validates: loose.validates || read.validates };
}

function isRead(program: Program, root: Term | undefined): boolean {
  return root !== undefined && program.classOf(root) !== undefined;
}

/** The module that an application is made of. */
function rootOf(app: Term): Term | undefined {
  return app.kind === "external" ? app.arguments?.[0] : undefined;
}

/** Controllers that name versions, and nothing in sight that starts them: Nest's own way, `/v1/cats`. */
const BY_URI: Versioning = { prefix: "v", byUri: true, defaults: undefined };

function loosePrefix(program: Program, model: Registry): string {
  for (const receiver of program.receivers) {
    const prefix = program.terms.text(model.on(receiver).kept("prefix"));
    if (prefix !== undefined) return prefix;
  }
  return "";
}

/** `NestFactory.create(AppModule, new ExpressAdapter(express))`: what is mounted there is ahead of the application. */
function mountOnAdapter(model: Registry, app: Term): void {
  const adapter = app.kind === "external" ? app.arguments?.[1] : undefined;
  const server = adapter?.kind === "external" ? adapter.arguments?.[0] : undefined;
  if (server?.kind === "external") model.on(server).mount({ path: "", router: app });
}

function isApplication(receiver: Term): boolean {
  return receiver.kind === "external" && receiver.path.join(".") === "NestFactory.create()";
}

function registerAll(
  program: Program,
  application: Application,
  controllers: readonly Term[],
  providers: readonly Term[],
  placed: Set<Term>,
): void {
  const views = (terms: readonly Term[]): readonly ClassView[] =>
    [...new Set(terms)].flatMap((term) => program.classOf(term) ?? []);
  for (const view of views(controllers)) {
    if (!has(view, "Controller")) continue;
    placed.add(view.term);
    registerController(program, application, view);
  }
  for (const view of new Set([...views(controllers), ...views(providers)])) {
    if (has(view, "Module")) continue;
    if (!placed.has(view.term) || has(view, "Controller")) registerConsumers(program, application, view);
    if (placed.has(view.term)) continue;
    placed.add(view.term);
    registerResolvers(program, application, view);
  }
}

function has(view: ClassView, name: string): boolean {
  return view.decorators.some((decorator) => decorator.name === name);
}
