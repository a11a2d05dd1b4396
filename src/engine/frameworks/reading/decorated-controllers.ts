/** Frameworks whose routes are methods with decorators, in classes with decorators: what they share. */
import type { InputSource, Term } from "../../model/term.ts";
import type {
  ClassView,
  DecoratorView,
  Handler,
  HandlerShape,
  MethodView,
  ParameterShape,
  Program,
  Registry,
} from "../define-framework.ts";
import { joined } from "./route-files.ts";

/** What most of them name the decorators of methods; each tells of those that its package exports. */
export const VERBS: Readonly<Record<string, string>> = {
  Get: "GET",
  Post: "POST",
  Put: "PUT",
  Patch: "PATCH",
  Delete: "DELETE",
  Head: "HEAD",
  Options: "OPTIONS",
  All: "ALL",
};

/** How one framework names its decorators. Names are compared as the package exports them. */
export interface ControllerDialect {
  /** Packages whose decorators count: several frameworks have a `@Get`. */
  readonly packages: ReadonlySet<string>;
  /** Decorators that make a class a controller. */
  readonly controllers: ReadonlySet<string>;
  /** The path of a controller, where it is not the first argument or its `path`. */
  readonly controllerPath?: (decorator: DecoratorView, program: Program) => readonly string[];
  /** Decorators of routes and the method that they take. */
  readonly verbs: Readonly<Record<string, string>>;
  /** The method and path of other decorators of routes: `@httpMethod("patch", "/x")`. */
  readonly route?: (decorator: DecoratorView) => { readonly method: string; readonly path: string } | undefined;
  /** What parameters with a decorator are given; with a text as first argument that member of it. */
  readonly parameters: Readonly<Record<string, InputSource>>;
  /** Those of them that, without a text, give the member that the parameter is called after. */
  readonly calledAlike?: ReadonlySet<string>;
  /** What a parameter is given by a decorator that this one made for the project. */
  readonly custom?: Readonly<Record<string, (decorator: DecoratorView, program: Program) => ParameterShape>>;
  /** What parameters without one are given. */
  readonly undecorated: (index: number, name: string | undefined) => ParameterShape;
  /** What decorators of a class or a method let stand ahead of the handler. */
  readonly ahead: (decorator: DecoratorView, program: Program) => readonly Handler[];
  /** Methods of the class itself that run ahead of its routes. */
  readonly hooks?: (method: MethodView) => boolean;
  /** Returning a value answers. */
  readonly returns: "response" | "nothing";
  /** Ahead of every route, for the whole application. */
  readonly global?: readonly Handler[];
  /** In front of every path. */
  readonly prefix?: string;
  /** Prefixes of single classes: where an application mounts them. */
  readonly mounted?: (view: ClassView) => readonly string[];
  /** Controllers that it stands below, outermost first: what their classes let stand ahead stands ahead of it, too. */
  readonly above?: (view: ClassView) => readonly ClassView[];
}

/** One entry point per decorated method of every controller, inherited methods included. */
export function registerControllers(program: Program, model: Registry, dialect: ControllerDialect): void {
  for (const view of program.classes) {
    const controller = view.decorators.find((one) => belongs(dialect, one) && dialect.controllers.has(one.name));
    if (!controller) continue;
    const bases = (dialect.controllerPath ?? pathsOf)(controller, program);
    const prefixes = dialect.mounted?.(view) ?? [dialect.prefix ?? ""];
    const methods = methodsOf(program, view);
    const hooks = methods
      .filter(({ method }) => dialect.hooks?.(method))
      .map(({ method }) => hookOf(program, view, method));
    for (const { method, of } of methods) {
      for (const decorator of method.decorators) {
        const route = belongs(dialect, decorator) ? routeOf(dialect, decorator, program) : [];
        for (const { verb, path } of route) {
          for (const base of bases.length > 0 ? bases : [""])
            for (const prefix of prefixes)
              register(program, model, dialect, {
                view,
                of,
                method,
                verb,
                path: `${prefix}/${base}/${path}`,
                decorator,
                hooks,
              });
        }
      }
    }
  }
}

function register(
  program: Program,
  model: Registry,
  dialect: ControllerDialect,
  route: {
    readonly view: ClassView;
    readonly of: ClassView;
    readonly method: MethodView;
    readonly verb: string;
    readonly path: string;
    readonly decorator: DecoratorView;
    readonly hooks: readonly Handler[];
  },
): void {
  const { view, method, verb, path, decorator, hooks } = route;
  const instance = program.terms.instance(view.term);
  const term = program.terms.member(instance, method.name) ?? method.handler.term;
  model.entryPoint({
    kind: "http",
    method: verb,
    path: joined(
      path
        .replace(/\{(\w+)\}/g, ":$1")
        .split("/")
        .filter((segment) => segment !== ""),
    ),
    handlers: [
      ...(dialect.global ?? []),
      ...hooks,
      ...[...(dialect.above?.(view) ?? []), view, method]
        .flatMap(({ decorators }) => decorators)
        .filter((one) => belongs(dialect, one))
        .flatMap((one) => dialect.ahead(one, program)),
      { ...method.handler, term },
    ],
    handler: shapeOf(dialect, program, method),
    place: method.handler.place.file === decorator.place.file ? method.handler.place : decorator.place,
  });
}

function hookOf(program: Program, view: ClassView, method: MethodView): Handler {
  const term = program.terms.member(program.terms.instance(view.term), method.name) ?? method.handler.term;
  return { ...method.handler, term, shape: { parameters: ["request", "response"], returns: "passes" } };
}

function belongs(dialect: ControllerDialect, decorator: DecoratorView): boolean {
  return dialect.packages.has(decorator.package);
}

function routeOf(
  dialect: ControllerDialect,
  decorator: DecoratorView,
  program: Program,
): readonly { readonly verb: string; readonly path: string }[] {
  const other = dialect.route?.(decorator);
  if (other) return [{ verb: other.method.toUpperCase(), path: other.path }];
  const verb = Object.hasOwn(dialect.verbs, decorator.name) ? dialect.verbs[decorator.name] : undefined;
  if (verb === undefined) return [];
  const paths = pathsOf(decorator, program);
  return (paths.length > 0 ? paths : [""]).map((path) => ({ verb, path }));
}

/** `@Get("/a")`, `@Get(["/a", "/b"])`, `@Controller({ path: "/a" })`, a regular expression as its text. */
function pathsOf(decorator: DecoratorView, program: Program): readonly string[] {
  const [first] = decorator.arguments;
  if (first?.kind === "object") return textsOf(program, program.terms.member(first, "path"));
  return textsOf(program, first);
}

function textsOf(program: Program, value: Term | undefined): readonly string[] {
  return value === undefined ? [] : (program.terms.texts(value) ?? []);
}

/** Methods of the class and of those it extends, unless it has one of the name itself. */
export function methodsOf(
  program: Program,
  view: ClassView,
  depth = 0,
): readonly { readonly method: MethodView; readonly of: ClassView }[] {
  const parent = view.parent && depth < 6 ? program.classOf(view.parent) : undefined;
  const own = new Set(view.methods.map((method) => method.name));
  const inherited = parent ? methodsOf(program, parent, depth + 1).filter(({ method }) => !own.has(method.name)) : [];
  return [...view.methods.map((method) => ({ method, of: view })), ...inherited];
}

function shapeOf(dialect: ControllerDialect, program: Program, method: MethodView): HandlerShape {
  return {
    parameters: method.parameters.map(({ decorators, name }, index): ParameterShape => {
      for (const decorator of decorators) {
        const source = Object.hasOwn(dialect.parameters, decorator.name)
          ? dialect.parameters[decorator.name]
          : undefined;
        const custom = dialect.custom?.[decorator.name];
        if (custom && belongs(dialect, decorator)) return custom(decorator, program);
        if (source === undefined || !belongs(dialect, decorator)) continue;
        const told = decorator.arguments[0]?.kind === "literal" ? decorator.text(0) : undefined;
        const key = told ?? (dialect.calledAlike?.has(decorator.name) ? name : undefined);
        return key === undefined || /[^\w-]/.test(key) ? source : `${source}.${key}`;
      }
      return dialect.undecorated(index, name);
    }),
    returns: dialect.returns,
  };
}

const MIDDLEWARE: HandlerShape = { parameters: ["request", "response", "next"], returns: "nothing" };

/** Middleware as functions, as instances, or as classes with a method of one of these names. */
export function middlewareOf(
  program: Program,
  values: readonly Term[],
  decorator: DecoratorView,
  names: readonly string[],
  shape: HandlerShape = MIDDLEWARE,
): readonly Handler[] {
  return program.terms.items(program.terms.array(values)).flatMap((given): readonly Handler[] => {
    const value = program.terms.bound(given, decorator.place.file) ?? given;
    if (value.kind === "literal") return [];
    const view = program.classOf(value);
    if (!view) {
      const handler = program.terms.handler(value);
      return [{ ...handler, name: handler.name || decorator.name, shape }];
    }
    const instance = program.terms.instance(value);
    const check = names.map((name) => program.terms.member(instance, name)).find((found) => found !== undefined);
    const name = view.facts.name ?? decorator.name;
    return check ? [{ ...program.terms.handler(check, name), name, shape }] : [];
  });
}

/** A decorator that is itself known to check. */
export function checked(decorator: DecoratorView, guard: "authentication" | "role"): Handler {
  return { term: decorator.term, place: decorator.place, name: decorator.name, guard };
}
