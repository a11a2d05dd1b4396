// https://tsoa-community.github.io/docs/getting-started.html · /docs/authentication.html · /docs/decorators.html · /docs/path-mapping.html
import { defineFramework } from "./define-framework.ts";
import { checked, middlewareOf, registerControllers, VERBS } from "./reading/decorated-controllers.ts";
import { EXPRESS_MEMBERS, EXPRESS_METHODS, EXPRESS_RESPONSES } from "./reading/express-request.ts";

const PACKAGES = ["tsoa", "@tsoa/runtime"];

export default defineFramework({
  title: "tsoa",
  packages: PACKAGES,
  receivers: [],
  handler: { parameters: [], returns: "response" },
  members: EXPRESS_MEMBERS,
  methods: EXPRESS_METHODS,
  responses: EXPRESS_RESPONSES,
  assemble: (program, model) => {
    const bases = basePaths(program.terms.paths(), program.terms.read);
    registerControllers(program, model, {
      packages: new Set(PACKAGES),
      controllers: new Set(["Route"]),
      verbs: VERBS,
      parameters: {
        Path: "params",
        Query: "query",
        Queries: "query",
        Body: "body",
        BodyProp: "body",
        Header: "headers",
        Request: "request",
        RequestProp: "request",
        UploadedFile: "files",
        UploadedFiles: "files",
        FormField: "body",
      },
      calledAlike: new Set(["Path", "Query", "BodyProp", "Header", "FormField"]),
      undecorated: (_, name) => (name === undefined ? "params" : `params.${name}`),
      ahead: (decorator, program) => {
        if (decorator.name === "Security")
          return [
            checked(
              decorator,
              (decorator.arguments[1]?.kind ?? "undefined") === "undefined" ? "authentication" : "role",
            ),
          ];
        return decorator.name === "Middlewares" ? middlewareOf(program, decorator.arguments, decorator, ["use"]) : [];
      },
      returns: "response",
      mounted: ({ file }) => [bases.find(({ folder }) => file.startsWith(folder))?.path ?? ""],
    });
  },
});

interface BasePath {
  /** With a slash at its end; empty at the root. */
  readonly folder: string;
  readonly path: string;
}

/** `routes.basePath` of every `tsoa.json`, the innermost folder first. That of `spec` only stands in the description. */
function basePaths(paths: Iterable<string>, read: (path: string) => string | undefined): readonly BasePath[] {
  return [...paths]
    .filter((path) => /(?:^|\/)tsoa\.json$/.test(path))
    .flatMap((path) => {
      const routes = /"routes"\s*:\s*\{[\s\S]*/.exec(read(path) ?? "")?.[0].replace(/"spec"\s*:[\s\S]*/, "");
      const found = /"basePath"\s*:\s*"([^"]*)"/.exec(routes ?? "")?.[1];
      return found === undefined ? [] : [{ folder: path.slice(0, -"tsoa.json".length), path: found }];
    })
    .sort((a, b) => b.folder.length - a.folder.length);
}
