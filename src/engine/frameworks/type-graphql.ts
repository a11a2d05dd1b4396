// https://typegraphql.com/docs/resolvers.html · https://typegraphql.com/docs/authorization.html · https://typegraphql.com/docs/middlewares.html
import type { Term } from "../model/term.ts";
import {
  type ClassView,
  type DecoratorView,
  defineFramework,
  type Handler,
  type MethodView,
  type ParameterShape,
  type Program,
  type Registry,
  type UnreadMark,
} from "./define-framework.ts";
import { methodsOf } from "./reading/decorated-controllers.ts";

const OPERATIONS: Readonly<Record<string, string>> = {
  Query: "QUERY",
  Mutation: "MUTATION",
  Subscription: "SUBSCRIPTION",
};
const PARAMETERS: Readonly<Record<string, ParameterShape>> = {
  Arg: "arguments",
  Args: "arguments",
  Ctx: "context",
  Root: "context.parent",
  Info: "context.info",
  PubSub: "context.pubSub",
};

export default defineFramework({
  title: "TypeGraphQL",
  packages: ["type-graphql"],
  servedBy: "graphql",
  receivers: [""],
  handler: { parameters: [], returns: "response" },
  members: {
    "context.req": "request",
    "context.res": "response",
    "context.user": "identity",
    "context.userId": "identity",
    "context.session": "session",
    "request.session": "session",
    "request.user": "identity",
    "request.headers": "headers",
    "request.cookies": "cookies",
  },
  calls: {
    "buildSchema|buildSchemaSync|buildTypeDefsAndResolvers": (call, model) => {
      const resolvers = call.option(0, "resolvers");
      if (resolvers) model.keep("resolvers", resolvers);
      const checker = call.option(0, "authChecker");
      if (checker) model.keep("authChecker", checker);
    },
  },
  assemble: (program, model) => {
    const listed = program.receivers.flatMap((one) => program.terms.items(model.on(one).kept("resolvers")));
    // A class that a function makes is none of the program's until it is listed: `createBaseResolver("tag", Tag)`.
    const made = listed.flatMap((one) => program.classOf(one) ?? []).filter((view) => !program.classes.includes(view));
    const checkers = program.receivers.flatMap((one) => model.on(one).kept("authChecker") ?? []);
    for (const view of [...program.classes, ...made])
      if (!isAbstract(view)) registerResolver(program, model, view, checkers);
  },
});

/** The fields of a resolver class, those it inherits included: `class TagResolver extends createBaseResolver(Tag)`. */
function registerResolver(program: Program, model: Registry, view: ClassView, checkers: readonly Term[]): void {
  // `({ context }) => !!context.user`: whatever roles are named, everybody who is signed in has them.
  const ignoresRoles = checkers.length > 0 && checkers.every((one) => (program.terms.arity(one) ?? 2) < 2);
  for (const { method, of } of methodsOf(program, view)) {
    const decorator = method.decorators.find((one) => one.package === "type-graphql" && OPERATIONS[one.name]);
    const operation = decorator && OPERATIONS[decorator.name];
    if (!operation) continue;
    model.entryPoint({
      kind: "graphql",
      method: operation,
      path: fieldName(decorator, method),
      handlers: [...guardsOf(of, method, ignoresRoles ? "ignored" : "asked"), inherited(program, view, method)],
      unread: ignoresRoles ? unreadRoles(program, of, method, checkers) : [],
      handler: { parameters: method.parameters.map(({ decorators }) => parameter(decorators)), returns: "response" },
      place: method.handler.place,
    });
  }
}

/** `@Resolver({ isAbstract: true })` is there to be extended. https://typegraphql.com/docs/inheritance.html */
function isAbstract(view: ClassView): boolean {
  return view.decorators.some(
    (one) =>
      one.name === "Resolver" &&
      one.arguments.some(
        (argument) =>
          argument.kind === "object" &&
          argument.fields.some(
            ({ key, value }) => key === "isAbstract" && value.kind === "literal" && value.value === true,
          ),
      ),
  );
}

/** The method on the class that was asked: what it inherits works on its own fields. */
function inherited(program: Program, view: ClassView, method: MethodView): Handler {
  const term = program.terms.member(program.terms.instance(view.term), method.name);
  return term?.kind === "function" ? { ...method.handler, term } : method.handler;
}

function parameter(decorators: readonly DecoratorView[]): ParameterShape {
  for (const decorator of decorators) {
    const source = PARAMETERS[decorator.name];
    const name = decorator.name === "Arg" ? decorator.text(0) : undefined;
    if (source) return name === undefined ? source : `arguments.${name}`;
  }
  return "arguments";
}

/** `@Authorized("ADMIN")`, `@UseMiddleware(isLoggedIn)`. */
function guardsOf(view: ClassView, method: MethodView, roles: "asked" | "ignored"): readonly Handler[] {
  return [...view.decorators, ...method.decorators].flatMap((decorator): readonly Handler[] => {
    const { place, term } = decorator;
    if (decorator.name === "Authorized") {
      const login: Handler = { term, place, name: "Authorized", guard: "authentication" };
      return decorator.arguments.length > 0 && roles === "asked" ? [login, { ...login, guard: "role" }] : [login];
    }
    if (decorator.name !== "UseMiddleware") return [];
    return decorator.arguments.map((argument) => ({ term: argument, place, name: "UseMiddleware", shape: MIDDLEWARE }));
  });
}

/** Roles that are named for nothing. The checker itself, given once more, means no more than a login. */
function unreadRoles(
  { terms }: Program,
  view: ClassView,
  method: MethodView,
  checkers: readonly Term[],
): readonly UnreadMark[] {
  const values = [...view.decorators, ...method.decorators]
    .filter(({ name }) => name === "Authorized")
    .flatMap((decorator) => decorator.arguments.flatMap((argument) => terms.items(argument)))
    .filter((role) => !checkers.includes(role))
    .map((role) => terms.text(role) ?? terms.handler(role).name);
  return values.length > 0 ? [{ name: "roles", values }] : [];
}

const MIDDLEWARE = {
  parameters: [
    { fields: { context: "context", args: "arguments", root: "context.parent", info: "context.info" } },
    "next",
  ],
  returns: "nothing",
} as const;

function fieldName(decorator: DecoratorView, method: MethodView): string {
  for (const argument of decorator.arguments) {
    const name = argument.kind === "object" ? argument.fields.find((field) => field.key === "name")?.value : undefined;
    if (name?.kind === "literal") return String(name.value);
  }
  return method.name;
}
