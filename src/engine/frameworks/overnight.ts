// https://github.com/seanpmaxwell/overnight#readme
import type { Term } from "../model/term.ts";
import { defineFramework, type Program } from "./define-framework.ts";
import { middlewareOf, registerControllers, VERBS } from "./reading/decorated-controllers.ts";
import { EXPRESS_MEMBERS, EXPRESS_METHODS, EXPRESS_RESPONSES } from "./reading/express-request.ts";

export default defineFramework({
  title: "OvernightJS",
  packages: ["@overnightjs/core"],
  receivers: [],
  handler: { parameters: ["request", "response", "next"], returns: "nothing" },
  members: EXPRESS_MEMBERS,
  methods: EXPRESS_METHODS,
  responses: EXPRESS_RESPONSES,
  assemble: (program, model) =>
    registerControllers(program, model, {
      packages: new Set(["@overnightjs/core"]),
      controllers: new Set(["Controller", "ClassOptions"]),
      verbs: VERBS,
      parameters: {},
      undecorated: (index) => (["request", "response", "next"] as const)[index] ?? "arguments",
      ahead: (decorator) =>
        /^(?:Class)?Middleware$/.test(decorator.name)
          ? middlewareOf(program, decorator.arguments, decorator, ["use"])
          : [],
      returns: "nothing",
      mounted: (view) => parentsOf(program, view.term),
    }),
});

/** `@Children([new UserController()])`: the paths of the controllers that a controller stands below. */
function parentsOf(program: Program, term: Term): readonly string[] {
  const found = program.classes.flatMap((view) => {
    const children = view.decorators.find((one) => one.name === "Children");
    const names = program.terms.items(program.terms.array(children?.arguments ?? []));
    if (!names.some((child) => program.classOf(child)?.term === term)) return [];
    const own = view.decorators.find((one) => one.name === "Controller")?.text(0) ?? "";
    return [own];
  });
  return found.length > 0 ? found : [""];
}
