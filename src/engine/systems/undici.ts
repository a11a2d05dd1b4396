// https://undici.nodejs.org/#/docs/api/api/Dispatcher
import { type CallView, defineSystem } from "./define-system.ts";
import { httpCall, methodOf } from "./reading/http-call.ts";
import { field } from "./reading/terms.ts";

export default defineSystem({
  title: "undici",
  category: "externalApi",
  packages: ["undici"],
  clients: ["", "new Pool()", "new Client()", "new Agent()"],
  calls: { "fetch|request|stream|pipeline": request },
});

/** `request(url, options)`; on a client of one origin `request({ path, method })`. */
function request(call: CallView) {
  const [first, second] = call.arguments;
  const origin = call.at("$Pool().0|$Client().0");
  const options = first?.kind === "object" ? first : second;
  const url = first?.kind === "object" ? field(first, "path") : first;
  return httpCall({
    url,
    base: origin,
    method: methodOf(options),
    headers: field(options, "headers"),
    data: field(options, "body"),
  });
}
