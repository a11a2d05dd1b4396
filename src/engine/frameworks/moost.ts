// https://moost.org/webapp/routing · https://moost.org/webapp/controllers · https://moost.org/webapp/auth
import { defineFramework } from "./define-framework.ts";
import { checked, middlewareOf, registerControllers, VERBS } from "./reading/decorated-controllers.ts";

const PACKAGES = ["moost", "@moostjs/event-http"];

export default defineFramework({
  title: "Moost",
  packages: PACKAGES,
  receivers: ["new Moost()"],
  handler: { parameters: [], returns: "response" },
  // What matters is which application it is: its options are read when all controllers are known.
  calls: { "adapter|registerControllers|init": () => {} },
  assemble: (program, model) => {
    const application = program.receivers.find((one) => one.kind === "external");
    const options = application?.kind === "external" ? application.arguments?.[0] : undefined;
    const prefix = program.terms.text(program.terms.member(options, "globalPrefix"));
    registerControllers(program, model, {
      packages: new Set(PACKAGES),
      controllers: new Set(["Controller", "ImportController"]),
      verbs: VERBS,
      route: ({ name, text }) => {
        const method = text(0);
        return name === "HttpMethod" && method !== undefined
          ? { method: method === "*" ? "ALL" : method, path: text(1) ?? "" }
          : undefined;
      },
      parameters: {
        Param: "params",
        Params: "params",
        Query: "query",
        Body: "body",
        RawBody: "body",
        Header: "headers",
        Headers: "headers",
        Cookie: "cookies",
        Authorization: "headers",
        Req: "request",
        Request: "request",
        Res: "response",
        Response: "response",
      },
      undecorated: () => "arguments",
      ahead: (decorator) => {
        if (decorator.name === "Authenticate") return [checked(decorator, "authentication")];
        return decorator.name === "Intercept"
          ? middlewareOf(program, decorator.arguments.slice(0, 1), decorator, ["before"])
          : [];
      },
      returns: "response",
      ...(prefix === undefined ? {} : { prefix }),
    });
  },
});
