/**
 * Loaded ahead of a lab service: BullMQ inside the process, with every job delivered as often as `LAB_DELIVERIES` says. Where
 * `LAB_DECORATORS` is set, the service is compiled as it is loaded: Node leaves decorators alone.
 */
import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { fileURLToPath } from "node:url";

const standIn = new URL("./redelivering-bullmq.ts", import.meta.url).href;
const compile = process.env.LAB_DECORATORS ? await compiler() : undefined;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === "bullmq" ? { url: standIn, shortCircuit: true } : next(specifier, context),
  load: (url, context, next) =>
    compile && /\/fix-lab\/[^/]+\/src\/.*\.ts$/.test(url)
      ? { format: "module", source: compile(readFileSync(fileURLToPath(url), "utf8")), shortCircuit: true }
      : next(url, context),
});

async function compiler(): Promise<(text: string) => string> {
  const { default: ts } = await import("typescript");
  const compilerOptions = {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ESNext,
    experimentalDecorators: true,
    emitDecoratorMetadata: true,
    useDefineForClassFields: false,
  };
  return (text) => ts.transpileModule(text, { compilerOptions }).outputText;
}
