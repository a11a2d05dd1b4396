/** Finds the fixtures: a file or a folder below `test/rules/<rule>`, `test/frameworks/<id>`, `test/systems/<id>`. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fromRoot } from "../../scripts/lib/project.ts";
import { type MarkedFile, readMarkers } from "./markers.ts";

export interface Case {
  /** `test/rules/payment-without-key/express.ts`. */
  readonly name: string;
  readonly area: Area;
  /** The folder below the area: a rule's name, a framework's or system's id. */
  readonly subject: string;
  readonly files: readonly MarkedFile[];
  /** Where each file stands in the repository. */
  readonly sources: ReadonlyMap<string, string>;
  /** Texts after all fixes: `express.fixed.ts`, or the folder `shop.fixed/`. Absent where there is neither. */
  readonly fixed: ReadonlyMap<string, string> | undefined;
}

export type Area = "rules" | "frameworks" | "systems";

const AREAS: readonly Area[] = ["rules", "frameworks", "systems"];

export function findCases(): readonly Case[] {
  return AREAS.flatMap((area) =>
    folders(fromRoot("test", area)).flatMap((subject) => casesIn(area, subject, `test/${area}/${subject}`)),
  );
}

function casesIn(area: Area, subject: string, folder: string): readonly Case[] {
  return readdirSync(fromRoot(folder))
    .filter((name) => !isFixed(name) && !name.endsWith(".expect") && !name.endsWith(".test.ts"))
    .sort()
    .map((name) => {
      const path = `${folder}/${name}`;
      return statSync(fromRoot(path)).isDirectory()
        ? folderCase(area, subject, path)
        : fileCase(area, subject, path, name);
    });
}

function fileCase(area: Area, subject: string, path: string, name: string): Case {
  const files = marked(path, name);
  const fixedPath = path.replace(/(\.[^.]+)$/, ".fixed$1");
  const fixed = existsSync(fromRoot(fixedPath)) ? marked(fixedPath, files[0]?.path ?? name) : undefined;
  return {
    name: path,
    area,
    subject,
    files,
    sources: new Map(files.map((file) => [file.path, path])),
    fixed: fixed && new Map(fixed.map((file) => [file.path, file.text])),
  };
}

function folderCase(area: Area, subject: string, folder: string): Case {
  const paths = filesBelow(folder);
  const files = paths.flatMap((path) => marked(`${folder}/${path}`, path));
  const fixed = existsSync(fromRoot(`${folder}.fixed`))
    ? filesBelow(`${folder}.fixed`).flatMap((path) => marked(`${folder}.fixed/${path}`, path))
    : undefined;
  return {
    name: folder,
    area,
    subject,
    files,
    sources: new Map(files.map((file) => [file.path, `${folder}/${file.path}`])),
    fixed: fixed && new Map(fixed.map((file) => [file.path, file.text])),
  };
}

/** A file with its markers; those of a file that can have no comments stand in `<name>.expect`, as `3 expect: rule`. */
function marked(path: string, name: string): readonly MarkedFile[] {
  const files = readMarkers(name, readFileSync(fromRoot(path), "utf8"));
  const beside = fromRoot(`${path}.expect`);
  if (!existsSync(beside)) return files;
  const markers = readFileSync(beside, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .flatMap((line) => {
      const [, number, rest] = /^(\d+)\s+(.*)$/.exec(line) ?? [];
      if (!number || !rest) throw new Error(`${path}.expect: "${line}" is not "LINE marker: text"`);
      return readMarkers(name, `x // ${rest}`).flatMap((file) =>
        file.markers.map((marker) => ({ ...marker, line: Number(number) })),
      );
    });
  return files.map((file, index) => (index === 0 ? { ...file, markers: [...file.markers, ...markers] } : file));
}

function isFixed(name: string): boolean {
  return /\.fixed(\.[^.]+)?$/.test(name);
}

function folders(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => statSync(join(path, name)).isDirectory())
    .sort();
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(fromRoot(folder), { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => !path.endsWith(".expect") && statSync(fromRoot(folder, path)).isFile())
    .sort();
}
