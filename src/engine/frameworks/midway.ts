// https://midwayjs.org/en/docs/controller · https://midwayjs.org/en/docs/middleware · https://midwayjs.org/en/docs/guard · https://midwayjs.org/en/docs/extensions/task
import { defineFramework, type Handler } from "./define-framework.ts";
import { middlewareOf, registerControllers } from "./reading/decorated-controllers.ts";

const PACKAGES = ["@midwayjs/core", "@midwayjs/decorator"];
const VERBS = {
  Get: "GET",
  Post: "POST",
  Put: "PUT",
  Patch: "PATCH",
  Del: "DELETE",
  Head: "HEAD",
  Options: "OPTIONS",
  All: "ALL",
};

export default defineFramework({
  title: "Midway",
  packages: PACKAGES,
  receivers: [],
  handler: { parameters: [], returns: "response" },
  members: {
    "context.request": "request",
    "context.body": "body",
    "context.params": "params",
    "context.query": "query",
    "context.headers": "headers",
    "context.session": "session",
    "context.state": "identity",
    "context.user": "identity",
    "request.body": "body",
    "request.query": "query",
    "request.headers": "headers",
  },
  methods: { "context.get": "headers" },
  assemble: (program, model) => {
    const prefix = globalPrefix(program.terms.paths(), program.terms.read);
    registerControllers(program, model, {
      packages: new Set(PACKAGES),
      controllers: new Set(["Controller", "Provide"]),
      controllerPath: (decorator, { terms }) =>
        decorator.name === "Controller" ? (terms.texts(decorator.arguments[0]) ?? []) : [],
      verbs: VERBS,
      parameters: {
        Param: "params",
        Query: "query",
        Queries: "query",
        Body: "body",
        Headers: "headers",
        Session: "session",
        File: "files",
        Files: "files",
        Fields: "body",
        RequestPath: "params",
      },
      undecorated: () => "arguments",
      ahead: (decorator): readonly Handler[] => {
        const shape = { parameters: ["context", "next"], returns: "nothing" } as const;
        if (decorator.name === "UseGuard")
          return middlewareOf(program, decorator.arguments, decorator, ["canActivate"], {
            parameters: ["context"],
            returns: "verdict",
          });
        const options = decorator.arguments[1];
        const listed = program.terms.member(options, "middleware");
        return listed && (decorator.name === "Controller" || decorator.name in VERBS)
          ? program.terms.items(listed).flatMap((value): readonly Handler[] => {
              // `resolve()` of a middleware class gives the function that runs.
              const view = program.classOf(value);
              const made = view && program.terms.member(program.terms.instance(value), "resolve");
              const run = made ? program.terms.result(made, []) : value.kind === "literal" ? undefined : value;
              return run ? [{ ...program.terms.handler(run, view?.facts.name ?? "middleware"), shape }] : [];
            })
          : [];
      },
      returns: "response",
      ...(prefix === undefined ? {} : { prefix }),
    });
  },
});

/** `koa: { globalPrefix: "/v1" }` in `config/config.default.ts`; also of Express and Egg. */
function globalPrefix(paths: Iterable<string>, read: (path: string) => string | undefined): string | undefined {
  for (const path of paths) {
    if (!/(?:^|\/)config\/config\.default\.[cm]?[jt]s$/.test(path)) continue;
    const found = /\bglobalPrefix\s*:\s*["'`]([^"'`$]+)["'`]/.exec(read(path) ?? "")?.[1];
    if (found !== undefined) return found;
  }
  return undefined;
}
