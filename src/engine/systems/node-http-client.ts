// https://nodejs.org/api/http.html#httprequesturl-options-callback
import { type CallView, defineSystem } from "./define-system.ts";
import { httpCall, methodOf } from "./reading/http-call.ts";
import { field } from "./reading/terms.ts";

export default defineSystem({
  title: "node:http requests",
  category: "externalApi",
  packages: ["node:http", "node:https", "node:http2", "follow-redirects"],
  clients: ["", "http", "https"],
  calls: { get: (call) => request(call, "GET"), request: (call) => request(call, undefined) },
});

/** `request(url, options, callback)`, `request(options, callback)`. */
function request(call: CallView, method: string | undefined) {
  const [first, second] = call.arguments;
  const onlyOptions = first?.kind === "object";
  const options = onlyOptions ? first : second?.kind === "object" ? second : undefined;
  const host = field(options, "hostname") ?? field(options, "host");
  const url = onlyOptions && host ? call.terms.literal(`https://${call.name(host) ?? ""}/`) : first;
  return httpCall({ url, method: method ?? methodOf(options), headers: field(options, "headers") });
}
