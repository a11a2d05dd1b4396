// https://github.com/inversify/inversify-express-utils#readme · https://inversify.io/framework/docs/introduction/getting-started/
import { defineFramework } from "./define-framework.ts";
import { checked, middlewareOf, registerControllers, VERBS } from "./reading/decorated-controllers.ts";
import { EXPRESS_MEMBERS, EXPRESS_METHODS, EXPRESS_RESPONSES } from "./reading/express-request.ts";

const PACKAGES = [
  "inversify-express-utils",
  "@inversifyjs/http-core",
  "@inversifyjs/http-express",
  "@inversifyjs/http-express-v4",
  "@inversifyjs/http-hono",
  "@inversifyjs/http-fastify",
];

export default defineFramework({
  title: "Inversify controllers",
  packages: PACKAGES,
  receivers: ["new InversifyExpressServer()"],
  handler: { parameters: ["request", "response", "next"], returns: "response" },
  members: EXPRESS_MEMBERS,
  methods: EXPRESS_METHODS,
  responses: EXPRESS_RESPONSES,
  calls: {
    // `setConfig((app) => app.use(…))` is given the Express application that stands in front.
    "setConfig|build": (call, model) => {
      const options =
        call.receiver.kind === "external" ? call.receiver.arguments?.find((one) => one.kind === "object") : undefined;
      const root = call.terms.member(options, "rootPath");
      if (root) model.keep("root", root);
    },
  },
  assemble: (program, model) => {
    const root = program.receivers.map((receiver) => program.terms.text(model.on(receiver).kept("root")));
    registerControllers(program, model, {
      packages: new Set(PACKAGES),
      controllers: new Set(["controller", "Controller"]),
      verbs: {
        httpGet: "GET",
        httpPost: "POST",
        httpPut: "PUT",
        httpPatch: "PATCH",
        httpDelete: "DELETE",
        httpHead: "HEAD",
        httpOptions: "OPTIONS",
        all: "ALL",
        ...VERBS,
      },
      route: ({ name, text }) => {
        const [method, path] = [text(0), text(1)];
        return name === "httpMethod" && method !== undefined && path !== undefined ? { method, path } : undefined;
      },
      parameters: {
        requestParam: "params",
        queryParam: "query",
        requestBody: "body",
        requestHeaders: "headers",
        cookies: "cookies",
        request: "request",
        response: "response",
        next: "next",
        principal: "identity",
        Params: "params",
        Query: "query",
        Body: "body",
        Headers: "headers",
        Cookies: "cookies",
        Request: "request",
        Response: "response",
        Next: "next",
      },
      undecorated: (index) => (["request", "response", "next"] as const)[index] ?? "arguments",
      ahead: (decorator, program) => {
        if (/^(?:UseGuard|ApplyMiddleware)$/.test(decorator.name))
          return middlewareOf(program, decorator.arguments, decorator, ["activate", "execute"]);
        if (decorator.name === "authorize" || decorator.name === "authorizeAll")
          return [checked(decorator, "authentication")];
        const from = decorator.name === "httpMethod" ? 2 : 1;
        return /^(?:controller|all|http\w+)$/.test(decorator.name)
          ? middlewareOf(program, decorator.arguments.slice(from), decorator, ["handler"])
          : [];
      },
      returns: "response",
      ...(root[0] === undefined ? {} : { prefix: root[0] }),
    });
  },
});
