/** What the readiness checks look at, gathered once: the map, findings, manifests, and signs in the sources. */
import type { MapFinding } from "../map/atlas.ts";
import type { ServiceMap } from "../model/service-map.ts";
import type { Evidence, EvidencePlace } from "./readiness.ts";
import { readSigns, type Sign, type Signs } from "./signs.ts";

/** What a host gives. */
export interface ReadinessInput {
  readonly map: ServiceMap;
  /** Findings that count: without those that are suppressed. */
  readonly findings: readonly MapFinding[];
  /** Every file that is known, relative to the root; lock files and owners too. */
  readonly files: readonly string[];
  /** Current text of a file. */
  read(file: string): string | undefined;
  /** Signs of files that have not changed since the last time; the host drops the entry of a file that changes. */
  readonly memory?: Map<string, Signs>;
}

/** One package.json. */
export interface Manifest {
  readonly file: string;
  /** Folder with a slash at its end; empty at the root. */
  readonly folder: string;
  readonly dependencies: ReadonlySet<string>;
  readonly scripts: Readonly<Record<string, string>>;
  readonly engines: Readonly<Record<string, string>>;
}

export interface Reading extends ReadinessInput {
  readonly manifests: readonly Manifest[];
  /** Manifest of the root, or the first one. */
  readonly main: Manifest | undefined;
  /** A package that some manifest depends on; the first of the list. */
  dependency(names: RegExp): { readonly name: string; readonly place: EvidencePlace } | undefined;
  /** Files by their path. */
  matching(pattern: RegExp): readonly string[];
  /** Places of a sign in code that is not test code. */
  signs(sign: Sign): readonly EvidencePlace[];
}

/** A check: undefined where it does not apply to this service. */
export type Check = (reading: Reading) => Evidence | undefined;

const CODE = /\.[cm]?[jt]sx?$/;
const TEST =
  /(?:^|\/)(?:tests?|__tests__|__mocks__|spec|e2e|examples?|fixtures?|scripts|docs)\/|\.(?:test|spec|stories|config)\.[cm]?[jt]sx?$|\.d\.[cm]?ts$/;

export function readService(input: ReadinessInput): Reading {
  const manifests = input.files
    .filter((file) => /(?:^|\/)package\.json$/.test(file))
    .flatMap((file) => manifestOf(file, input.read(file)));
  const known = new Set(input.files);
  let signs: ReadonlyMap<Sign, readonly EvidencePlace[]> | undefined;
  return {
    ...input,
    read: (file) => (known.has(file) ? input.read(file) : undefined),
    manifests,
    main: manifests.find(({ folder }) => folder === "") ?? manifests[0],
    dependency(names) {
      for (const { file, dependencies } of manifests) {
        const name = [...dependencies].find((candidate) => names.test(candidate));
        if (name !== undefined) return { name, place: placeOf(file, input.read(file) ?? "", `"${name}"`, name) };
      }
      return undefined;
    },
    matching: (pattern) => input.files.filter((file) => pattern.test(file)),
    signs(sign) {
      signs ??= gatherSigns(input);
      return signs.get(sign) ?? [];
    },
  };
}

function manifestOf(file: string, text: string | undefined): Manifest[] {
  try {
    const json = JSON.parse(text ?? "") as Record<string, Record<string, string> | undefined>;
    const names = [json["dependencies"], json["devDependencies"], json["optionalDependencies"]].flatMap((list) =>
      Object.keys(list ?? {}),
    );
    return [
      {
        file,
        folder: file.slice(0, -"package.json".length),
        dependencies: new Set(names),
        scripts: json["scripts"] ?? {},
        engines: json["engines"] ?? {},
      },
    ];
  } catch {
    return []; // broken for the moment: somebody is typing in it
  }
}

function gatherSigns({ files, read, memory }: ReadinessInput): ReadonlyMap<Sign, readonly EvidencePlace[]> {
  const all = new Map<Sign, EvidencePlace[]>();
  for (const file of files) {
    if (!CODE.test(file) || TEST.test(file)) continue;
    const signs = memory?.get(file) ?? readSigns(read(file) ?? "");
    memory?.set(file, signs);
    for (const [sign, line] of signs) {
      const places = all.get(sign);
      const place = { file, line, label: file };
      if (places) places.push(place);
      else all.set(sign, [place]);
    }
  }
  return all;
}

/** Place of the first occurrence of `needle`, or of the file's start. */
export function placeOf(file: string, text: string, needle: string, label: string): EvidencePlace {
  const index = text.indexOf(needle);
  return { file, line: index < 0 ? 1 : lineAt(text, index), label };
}

/** Line, from 1, of an offset. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let index = text.indexOf("\n"); index >= 0 && index < offset; index = text.indexOf("\n", index + 1)) line++;
  return line;
}
