/** GraphQL resolvers, code first or schema first. https://docs.nestjs.com/graphql/resolvers */
import type { ClassView, DecoratorView, MethodView, Program } from "../define-framework.ts";
import type { Application } from "./application.ts";
import { methodsOf } from "./controllers.ts";
import { guardsAhead, metadataOf } from "./guards.ts";
import { ownInterceptors } from "./interceptors.ts";
import { isOpened } from "./keycloak.ts";
import { handlerShape } from "./parameters.ts";
import { validationHandlers } from "./validation.ts";

const OPERATIONS: Readonly<Record<string, string>> = {
  Query: "QUERY",
  Mutation: "MUTATION",
  Subscription: "SUBSCRIPTION",
};

export function registerResolvers(program: Program, application: Application, view: ClassView): void {
  for (const method of methodsOf(program, view)) {
    for (const decorator of method.decorators) {
      const operation = operationOf(decorator);
      if (!operation) continue;
      application.model.entryPoint({
        kind: "graphql",
        method: operation,
        path: fieldName(program, decorator, method),
        handlers: [
          ...guardsAhead(program, application.guards, view, method, "graphql"),
          ...application.interceptors,
          ...ownInterceptors(program, view, method),
          ...validationHandlers(program, application, view, method),
          method.handler,
        ],
        handler: handlerShape(program, method, "arguments"),
        metadata: metadataOf(program, view, method),
        open: isOpened(view, method),
        place: method.handler.place,
        unrooted: application.loose,
        detached: true,
      });
    }
  }
}

/** `@Query()` of GraphQL and of HTTP share a name: the package tells. */
function operationOf(decorator: DecoratorView): string | undefined {
  return decorator.package === "@nestjs/graphql" ? OPERATIONS[decorator.name] : undefined;
}

/** `@Query("orders")`, `@Query(() => [Order], { name: "orders" })`, or the method's own name. */
function fieldName(program: Program, decorator: DecoratorView, method: MethodView): string {
  for (const argument of decorator.arguments) {
    const text = argument.kind === "literal" ? program.terms.text(argument) : undefined;
    const name = text ?? program.terms.text(program.terms.member(argument, "name"));
    if (argument.kind !== "function" && name !== undefined) return name;
  }
  return method.name;
}
