// https://tsed.dev/docs/controllers.html · https://tsed.dev/docs/middlewares.html · https://tsed.dev/docs/authentication.html · https://tsed.dev/docs/configuration/
import type { Term } from "../model/term.ts";
import { type ClassView, defineFramework, type Handler, type Program } from "./define-framework.ts";
import { checked, middlewareOf, registerControllers, VERBS } from "./reading/decorated-controllers.ts";
import { EXPRESS_MEMBERS, EXPRESS_METHODS, EXPRESS_RESPONSES } from "./reading/express-request.ts";

const PACKAGES = [
  "@tsed/common",
  "@tsed/di",
  "@tsed/schema",
  "@tsed/platform-http",
  "@tsed/platform-params",
  "@tsed/passport",
  "@tsed/platform-middlewares",
];

export default defineFramework({
  title: "Ts.ED",
  packages: PACKAGES,
  receivers: [],
  handler: { parameters: [], returns: "response" },
  members: {
    ...EXPRESS_MEMBERS,
    "context.request": "request",
    "context.response": "response",
    "context.user": "identity",
  },
  methods: { ...EXPRESS_METHODS, "context.getRequest": "request", "context.getResponse": "response" },
  responses: EXPRESS_RESPONSES,
  assemble: (program, model) => {
    const mounts = mountsOf(program);
    registerControllers(program, model, {
      packages: new Set(PACKAGES),
      controllers: new Set(["Controller"]),
      verbs: VERBS,
      parameters: {
        PathParams: "params",
        RawPathParams: "params",
        QueryParams: "query",
        RawQueryParams: "query",
        BodyParams: "body",
        RawBodyParams: "body",
        HeaderParams: "headers",
        RawHeaderParams: "headers",
        Cookies: "cookies",
        Session: "session",
        Locals: "identity",
        MultipartFile: "files",
        Req: "request",
        Request: "request",
        Res: "response",
        Response: "response",
        Next: "next",
        Context: "context",
      },
      undecorated: () => "arguments",
      ahead: (decorator): readonly Handler[] => {
        if (/^(?:Authorize|Authenticate)$/.test(decorator.name)) return [checked(decorator, "authentication")];
        return /^Use(?:Before|Before(?:Each)|Auth)?$/.test(decorator.name)
          ? middlewareOf(
              program,
              decorator.arguments.slice(0, decorator.name === "UseAuth" ? 1 : undefined),
              decorator,
              ["use"],
              {
                parameters: ["request", "response", "next"],
                returns: "nothing",
              },
            )
          : [];
      },
      returns: "response",
      mounted: (view) => prefixesOf(program, view, mounts, 0),
    });
  },
});

interface Mount {
  readonly path: string;
  /** A class, or a pattern of files: `"./controllers/rest/*.ts"`. */
  readonly what: Term;
  readonly file: string;
}

/** `@Configuration({ mount: { "/rest": [UsersController, "./controllers/*.ts"] } })`. */
function mountsOf(program: Program): readonly Mount[] {
  return program.classes.flatMap((view) =>
    view.decorators
      .filter((one) => /^(?:Configuration|Module)$/.test(one.name))
      .flatMap((one) =>
        program.terms.fields(program.terms.member(one.arguments[0], "mount")).flatMap(({ name, value }) =>
          program.terms
            .items(value)
            // `import * as rest from "./controllers/rest/index.js"`, `...Object.values(rest)`
            .flatMap((what) => [what, ...program.terms.fields(what).map((field) => field.value)])
            .map((what) => ({ path: name, what, file: view.file })),
        ),
      ),
  );
}

/** Where a controller stands: below the controllers that name it as a child, or where the application mounts it. */
function prefixesOf(program: Program, view: ClassView, mounts: readonly Mount[], depth: number): readonly string[] {
  const above = program.classes.filter((other) =>
    childrenOf(program, other).some((child) => program.classOf(child)?.term === view.term),
  );
  if (above.length > 0 && depth < 5)
    return above.flatMap((parent) => {
      const controller = parent.decorators.find((one) => one.name === "Controller");
      const own =
        controller?.text(0) ?? program.terms.text(program.terms.member(controller?.arguments[0], "path")) ?? "";
      return prefixesOf(program, parent, mounts, depth + 1).map((prefix) => `${prefix}/${own}`);
    });
  const named = mounts.filter(({ what }) => program.classOf(what)?.term === view.term);
  const listed =
    named.length > 0 ? named : mounts.filter(({ what, file }) => isIn(program.terms.text(what), file, view.file));
  return listed.length > 0 ? [...new Set(listed.map(({ path }) => path))] : [""];
}

function childrenOf(program: Program, view: ClassView): readonly Term[] {
  const options = view.decorators.find((one) => one.name === "Controller")?.arguments[0];
  return options?.kind === "object" ? program.terms.items(program.terms.member(options, "children")) : [];
}

/** `${rootDir}/controllers/rest/*.ts` and `./controllers/rest/**` name the folder `controllers/rest`. */
function isIn(pattern: string | undefined, _from: string, file: string): boolean {
  const folder = pattern && /([\w-]+(?:\/[\w-]+)*)\/\*/.exec(pattern)?.[1];
  return folder !== undefined && folder !== "" && `/${file}`.includes(`/${folder}/`);
}
