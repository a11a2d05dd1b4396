/** Text of the request that is run: by a shell, or as a program. */
import { programArguments } from "../../fixes/statements/program-arguments.ts";
import { alternatives } from "../../link/evaluate/members.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { OpaqueEvent } from "../../model/path.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import type { Term } from "../../model/term.ts";
import { clientText, isTamed, nameOf } from "./client-text.ts";
import type { Injected } from "./injected.ts";

export function injectedCode(entry: EntryPoint, model: ServiceModel): readonly Injected[] {
  const found: Injected[] = [];
  for (const event of entry.trail.events) {
    if (event.kind !== "opaque") continue;
    const run = runs(event);
    if (!run) continue;
    for (const text of run.texts) {
      const input = clientText(entry, text);
      if (!input || isTamed(entry, event, input)) continue;
      const [into, then] =
        run.by === "shell"
          ? ["a command that a shell reads", "Start the program itself, with its arguments in a list."]
          : ["a program that it runs", "Read the value as data."];
      found.push({
        event,
        at: event.call.calleePlace ?? event.place,
        says: `puts ${nameOf(input)} of the request into ${into}. ${then}`,
        last: run.by === "shell" ? "the shell reads the command" : "the text is run",
        severity: "error",
        fixes: () =>
          run.by === "shell" ? [programArguments(event.call, model)].filter((fix) => fix !== undefined) : [],
      });
      break;
    }
  }
  return found;
}

interface Run {
  readonly by: "shell" | "program";
  readonly texts: readonly Term[];
}

/** What a call runs; undefined where it runs nothing that it is given. */
function runs({ call }: OpaqueEvent): Run | undefined {
  const { callee, arguments: args } = call;
  if (callee.kind === "global") {
    const name = callee.path.at(-1);
    return name === "eval" || name === "Function" ? { by: "program", texts: args } : undefined;
  }
  if (callee.kind !== "external") return undefined;
  const called = promised(callee) ?? callee;
  if (called.kind !== "external") return undefined;
  const name = (called.path.at(-1) ?? "").replace(/^new |\(\)$/g, "");
  if (called.package === "node:child_process") return process(name, args);
  if (called.package === "node:vm") return VM.test(name) ? { by: "program", texts: args.slice(0, 1) } : undefined;
  if (SHELLS[called.package]?.test(name)) return { by: "shell", texts: args.slice(0, 1) };
  return undefined;
}

const VM = /^(?:runInNewContext|runInThisContext|runInContext|compileFunction|Script)$/;
/** Packages whose call gives its text to a shell, here or on another machine. */
const SHELLS: Readonly<Record<string, RegExp>> = {
  shelljs: /^exec$/,
  "node-cmd": /^(?:run|runSync|get)$/,
  ssh2: /^exec$/,
  "node-ssh": /^execCommand$/,
};

/** `promisify(exec)` is `exec`. */
function promised(callee: Term & { readonly kind: "external" }): Term | undefined {
  return callee.package === "node:util" && callee.path.at(-1) === "promisify()" ? callee.arguments?.[0] : undefined;
}

/** https://nodejs.org/api/child_process.html: `exec` always starts a shell, the others where the options say so. */
function process(name: string, args: readonly Term[]): Run | undefined {
  const [command, list] = args;
  if (!command) return undefined;
  if (name === "exec" || name === "execSync") return { by: "shell", texts: [command] };
  if (!/^(?:spawn|spawnSync|execFile|execFileSync)$/.test(name)) return undefined;
  const given = list ? alternatives(list).flatMap((option) => (option.kind === "array" ? option.items : [])) : [];
  if (args.some(startsShell)) return { by: "shell", texts: [command, ...given] };
  // sh -c "…"
  const isShell =
    command.kind === "literal" && /(?:^|[\\/])(?:ba|z|da)?sh$|cmd(?:\.exe)?$/i.test(String(command.value));
  const after = given.findIndex((item) => item.kind === "literal" && /^(?:-\w*c|\/c)$/i.test(String(item.value)));
  return isShell && after >= 0 ? { by: "shell", texts: given.slice(after + 1, after + 2) } : undefined;
}

function startsShell(options: Term): boolean {
  return (
    options.kind === "object" &&
    options.fields.some(
      ({ key, value }) => key === "shell" && value.kind === "literal" && value.value !== false && value.value !== null,
    )
  );
}
