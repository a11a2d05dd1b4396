// https://github.com/seanpmaxwell/overnight#readme
import type { Term } from "../model/term.ts";
import { type ClassView, defineFramework, type Program } from "./define-framework.ts";
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
      mounted: (view) => waysTo(program, view).map((way) => way.map(pathOf).join("/")),
      above: (view) => {
        const [way, ...others] = waysTo(program, view);
        return others.length === 0 && way ? way : [];
      },
    }),
});

/** The controllers that a controller stands below, outermost first: `@ChildControllers([new UserController()])`. */
function waysTo(
  program: Program,
  child: ClassView,
  below: readonly ClassView[] = [],
): readonly (readonly ClassView[])[] {
  const parents = program.classes.filter(
    (view) => !below.includes(view) && childrenOf(program, view).includes(child.term),
  );
  if (parents.length === 0) return [[]];
  return parents.flatMap((view) => waysTo(program, view, [...below, view]).map((way) => [...way, view]));
}

function childrenOf(program: Program, view: ClassView): readonly (Term | undefined)[] {
  const children = view.decorators.find((one) => CHILDREN.test(one.name));
  return program.terms
    .items(program.terms.array(children?.arguments ?? []))
    .map((child) => program.classOf(child)?.term);
}

const CHILDREN = /^Child(?:ren|Controllers)$/;

function pathOf(view: ClassView): string {
  return view.decorators.find((one) => one.name === "Controller")?.text(0) ?? "";
}
