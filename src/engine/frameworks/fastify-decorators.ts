// https://github.com/L2jLiga/fastify-decorators/tree/v4/docs · https://fastify.dev/docs/latest/Reference/Routes/
import {
  type DecoratorView,
  defineFramework,
  type Handler,
  type MethodView,
  type Program,
} from "./define-framework.ts";
import fastify from "./fastify.ts";
import { registerControllers } from "./reading/decorated-controllers.ts";

const PACKAGES = ["fastify-decorators"];
/** Hooks ahead of the handler that may refuse. */
const HOOKS = ["onRequest", "preParsing", "preValidation", "preHandler"];

export default defineFramework({
  title: "Fastify Decorators",
  packages: PACKAGES,
  receivers: [],
  handler: { parameters: ["request", "response"], returns: "response" },
  ...(fastify.members ? { members: fastify.members } : {}),
  ...(fastify.methods ? { methods: fastify.methods } : {}),
  ...(fastify.guards ? { guards: fastify.guards } : {}),
  ...(fastify.responses ? { responses: fastify.responses } : {}),
  assemble: (program, model) =>
    registerControllers(program, model, {
      packages: new Set(PACKAGES),
      controllers: new Set(["Controller"]),
      controllerPath: (decorator, { terms }) => {
        const [given] = decorator.arguments;
        const path = given?.kind === "object" ? terms.member(given, "route") : given;
        return (path && terms.texts(path)) ?? [""];
      },
      verbs: { ALL: "ALL" },
      route: (decorator) => {
        if (!/^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/.test(decorator.name)) return undefined;
        const [given] = decorator.arguments;
        const path =
          given?.kind === "object" ? program.terms.text(program.terms.member(given, "url")) : decorator.text(0);
        return { method: decorator.name, path: path ?? (decorator.arguments.length === 0 ? "" : "*") };
      },
      parameters: {},
      undecorated: (index) => (["request", "response"] as const)[index] ?? "arguments",
      ahead: hooksInOptions,
      hooks: isHook,
      returns: "response",
    }),
});

/** `@Hook("onRequest")` on a method: it runs ahead of every route of its class. */
function isHook(method: MethodView): boolean {
  return method.decorators.some(
    (one) => PACKAGES.includes(one.package) && one.name === "Hook" && HOOKS.includes(one.text(0) ?? ""),
  );
}

/** `@POST("/", { preHandler: [check] })`, `@POST({ url: "/", options: { preHandler: check } })`. */
function hooksInOptions(decorator: DecoratorView, { terms }: Program): readonly Handler[] {
  const [first, second] = decorator.arguments;
  const options = first?.kind === "object" ? terms.member(first, "options") : second;
  return HOOKS.flatMap((name) => terms.items(terms.member(options, name))).map((hook) => ({
    ...terms.handler(hook),
    shape: { parameters: ["request", "response"], returns: "passes" } as const,
  }));
}
