/** Calls of HTTP clients that have one function per method: `client.post(url, …)`. */
import type { Term } from "../../model/term.ts";
import type { CallDefinition, CallReader, CallView } from "../define-system.ts";
import { httpCall, methodOf } from "./http-call.ts";
import { field } from "./terms.ts";

export interface HttpClientShape {
  /** Position of the data; -1 where it stands in the options. */
  readonly data: number;
  /** Position of the options for methods with and without data. */
  readonly options: { readonly withData: number; readonly without: number };
  /** Option names that hold the data. */
  readonly dataFields: readonly string[];
  /** What the address is relative to: options of the call or of the client. */
  readonly base: (call: CallView, options: Term | undefined) => Term | undefined;
}

const METHOD = /^(?:get|head|options|post|put|patch|delete|del)(?:Form)?$/;

/** Reads `client.post(…)` by the name, and `client(…)` or `client.request(…)` by its options. */
export function httpMethod(shape: HttpClientShape): CallReader {
  return (call): CallDefinition | undefined => {
    const last = call.path.at(-1) ?? "";
    if (METHOD.test(last)) {
      const method = last.replace("Form", "").replace(/^del$/, "delete").toUpperCase();
      const withData = /^(?:POST|PUT|PATCH)$/.test(method);
      const options = call.arguments[withData ? shape.options.withData : shape.options.without];
      const data = withData && shape.data >= 0 ? call.arguments[shape.data] : dataIn(options, shape);
      return request(call, call.arguments[0], method, options, data, shape);
    }
    return undefined;
  };
}

/** Reads `client(url, options)` and `client(options)`. */
export function httpRequest(shape: HttpClientShape): CallReader {
  return (call): CallDefinition | undefined => {
    const [first, second] = call.arguments;
    if (!first) return undefined;
    const onlyOptions = first.kind === "object";
    const options = onlyOptions ? first : second;
    const url = onlyOptions ? field(first, "url") : first;
    return request(call, url, methodOf(options), options, dataIn(options, shape), shape);
  };
}

function request(
  call: CallView,
  url: Term | undefined,
  method: string | undefined,
  options: Term | undefined,
  data: Term | undefined,
  shape: HttpClientShape,
): CallDefinition {
  return httpCall({ url, base: shape.base(call, options), method, headers: field(options, "headers"), data });
}

function dataIn(options: Term | undefined, shape: HttpClientShape): Term | undefined {
  for (const name of shape.dataFields) {
    const data = field(options, name);
    if (data) return data;
  }
  return undefined;
}
