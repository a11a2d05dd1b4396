/** Adapters run inside somebody's editor: one that throws is one line in the log, and the rest goes on. */
import type { Framework } from "../../frameworks/define-framework.ts";
import type { System } from "../../systems/define-system.ts";

type Log = ((message: string) => void) | undefined;

export function safeFramework(framework: Framework, log: Log): Framework {
  const name = `Framework ${framework.id}`;
  const { files } = framework;
  return {
    ...framework,
    ...(framework.calls ? { calls: safeFields(framework.calls, name, log) } : {}),
    ...(framework.classes ? { classes: safely(framework.classes, name, log) } : {}),
    ...(framework.assemble ? { assemble: safely(framework.assemble, name, log) } : {}),
    ...(files ? { files: { ...files, visit: safely(files.visit, name, log) } } : {}),
  };
}

export function safeSystem(system: System, log: Log): System {
  const name = `System ${system.id}`;
  return {
    ...system,
    calls: safeFields(system.calls, name, log),
    ...(system.guards ? { guards: safeFields(system.guards, name, log) } : {}),
  };
}

function safeFields<Fields extends Readonly<Record<string, unknown>>>(fields: Fields, name: string, log: Log): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [
      key,
      typeof value === "function" ? safely(value as Run, name, log) : value,
    ]),
  ) as Fields;
}

type Run = (...args: readonly never[]) => unknown;

function safely<Function extends Run>(run: Function, name: string, log: Log): Function {
  return ((...args: readonly never[]) => {
    try {
      return run(...args);
    } catch (error) {
      log?.(`${name} failed: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    }
  }) as Function;
}
