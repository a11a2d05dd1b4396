/** What gives the client again that it is asked of: `source.initialize()`, `source.manager.connection`. */
import type { Term } from "../../model/term.ts";
import type { Linker } from "../evaluate/linker.ts";

/** That client, or the value where it is another. */
export function sameClient({ adapters }: Linker, value: Term): Term {
  if (value.kind !== "external") return value;
  let client: Term | undefined = value;
  for (let steps = adapters.itself(value.package, value.path); steps > 0; steps--)
    client = client?.kind === "external" ? client.base : undefined;
  return client ?? value;
}
