// https://github.com/sindresorhus/got#documentation · https://github.com/sindresorhus/ky#api
import { type CallView, defineSystem } from "./define-system.ts";
import { type HttpClientShape, httpMethod, httpRequest } from "./reading/http-client.ts";
import { field } from "./reading/terms.ts";

const shape: HttpClientShape = {
  data: -1,
  options: { withData: 1, without: 1 },
  dataFields: ["json", "body", "form"],
  base: (call: CallView, options) =>
    field(options, "prefixUrl") ??
    field(options, "prefix") ??
    call.at("$extend().0.prefixUrl|$create().0.prefixUrl|$extend().0.prefix|$create().0.prefix"),
};

export default defineSystem({
  title: "got and ky",
  category: "externalApi",
  packages: ["got", "ky", "ky-universal"],
  clients: ["default", ""],
  same: ["extend", "create"],
  calls: {
    "get|head|post|put|patch|delete": httpMethod(shape),
    "default|got|ky|extend()|create()|stream|paginate": httpRequest(shape),
  },
});
