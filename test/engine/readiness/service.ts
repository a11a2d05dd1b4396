/** A small service in memory for the readiness tests: files and a map, changed by each test as it needs. */
import type { MapEntryPoint, MapFinding, ReadinessInput, ServiceMap } from "../../../src/engine/index.ts";

export interface ServiceParts {
  readonly files?: Readonly<Record<string, string>>;
  readonly entryPoints?: readonly MapEntryPoint[];
  readonly systems?: ServiceMap["systems"];
  readonly config?: ServiceMap["config"];
  readonly findings?: readonly MapFinding[];
}

export function service(parts: ServiceParts): ReadinessInput {
  const files = { "package.json": '{ "name": "shop" }', ...parts.files };
  return {
    map: {
      version: 1,
      root: "/shop",
      entryPoints: parts.entryPoints ?? [],
      systems: parts.systems ?? [],
      config: parts.config ?? [],
    },
    findings: parts.findings ?? [],
    files: Object.keys(files),
    read: (file) => files[file as keyof typeof files],
  };
}

export function entry(label: string, parts: Partial<MapEntryPoint> = {}): MapEntryPoint {
  const [method = "", path = ""] = label.split(" ");
  return {
    id: label,
    kind: "http",
    method,
    path,
    label,
    framework: "express",
    app: "",
    file: "src/app.ts",
    line: 1,
    handler: { name: "handle", file: "src/app.ts", line: 2 },
    guards: [],
    effects: [],
    config: [],
    steps: [],
    ...parts,
  };
}
