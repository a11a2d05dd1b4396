// https://github.com/request/request#request-options-callback · https://github.com/tomas/needle
import { defineSystem } from "./define-system.ts";
import { type HttpClientShape, httpMethod, httpRequest } from "./reading/http-client.ts";
import { field } from "./reading/terms.ts";

const shape: HttpClientShape = {
  data: -1,
  options: { withData: 1, without: 1 },
  dataFields: ["json", "body", "form"],
  base: (call, options) => field(options, "baseUrl") ?? call.at("$defaults().0.baseUrl"),
};

export default defineSystem({
  title: "request",
  category: "externalApi",
  packages: ["request", "request-promise", "request-promise-native", "needle"],
  clients: ["default", ""],
  same: ["defaults"],
  calls: { "get|head|post|put|patch|delete|del": httpMethod(shape), "default|defaults()": httpRequest(shape) },
});
