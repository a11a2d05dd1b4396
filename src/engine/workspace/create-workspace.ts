/** The workspace: files in, findings and the service map out. Work is done when results are asked for. */
import { CONFIG_FILE, readConfig } from "../config/read-config.ts";
import { createInterest } from "../facts/interest.ts";
import { FRAMEWORKS } from "../frameworks/index.generated.ts";
import type { Edit, FileSource, Finding, Fix, Problem, ServiceMap, Workspace, WorkspaceOptions } from "../index.ts";
import { createAdapters } from "../link/adapters/adapters.ts";
import { safeFramework, safeSystem } from "../link/adapters/safely.ts";
import { buildMap } from "../link/build-map.ts";
import { buildPaths, isEntryFile } from "../link/build-model.ts";
import type { Linker } from "../link/evaluate/linker.ts";
import { noSignatures } from "../link/files/files-containing.ts";
import { createModules } from "../link/files/modules.ts";
import { createMemo } from "../link/terms/memo.ts";
import { createTerms } from "../link/terms/terms.ts";
import { createContexts } from "../link/values/contexts.ts";
import { classesBelow } from "../link/values/implementations.ts";
import { type Config, DEFAULT_CONFIG } from "../model/config.ts";
import type { EntryPoint } from "../model/entry-point.ts";
import type { MapEntryPoint } from "../model/service-map.ts";
import type { ServiceModel } from "../model/service-model.ts";
import { RULES } from "../rules/index.generated.ts";
import { SYSTEMS } from "../systems/index.generated.ts";
import { type ClassHeads, createClassHeads } from "./class-heads.ts";
import { distinctFindings } from "./distinct-findings.ts";
import { createEntryFiles, type EntryFiles } from "./entry-files.ts";
import { createFileTable, positionIn } from "./file-table.ts";
import { injectionOf } from "./injection.ts";
import { knownMiddleware } from "./known-middleware.ts";
import { createModelTables, type ModelTables } from "./model-tables.ts";
import { outlineOf } from "./outline.ts";
import { isSchemaFile, readSchema, type SchemaFacts } from "./read-schema.ts";
import { createVariableReader, type VariableReader } from "./read-variables.ts";
import { createCheck } from "./run-rules.ts";
import { createSecretSearch } from "./secret-search.ts";
import { createUsedFrameworks } from "./used-frameworks.ts";

/** Terms are dropped and made anew when there are more than this: edits leave unused ones behind. */
const MAXIMUM_TERMS = 3_000_000;

/** What is known of every file for the sake of paths. */
interface PathFiles {
  readonly entryFiles: EntryFiles;
  readonly models: ModelTables;
  readonly heads: ClassHeads;
  readonly usedFrameworks: () => ReadonlySet<string>;
}

interface Analysis {
  readonly model: ServiceModel;
  readonly findings: readonly Finding[];
  readonly byFile: ReadonlyMap<string, readonly Finding[]>;
  map: ServiceMap | undefined;
}

type Paths = Pick<ServiceModel, "entryPoints" | "signIns" | "schema">;

const NO_PATHS: Paths = { entryPoints: [], signIns: [], schema: { tables: new Map() } };

export function createWorkspace(options: WorkspaceOptions): Workspace {
  const adapters = createAdapters(
    FRAMEWORKS.map((framework) => safeFramework(framework, options.log)),
    SYSTEMS.map((system) => safeSystem(system, options.log)),
  );
  const isOfInterest = createInterest({
    packages: FRAMEWORKS.flatMap((framework) => framework.packages),
    words: FRAMEWORKS.flatMap((framework) => framework.words ?? []),
    isEntryFile: () => false,
  });
  const files = createFileTable(options);
  const secrets = createSecretSearch(files);
  const asked = RULES.filter(({ id }) => options.rules?.(id) ?? true);
  /** Secrets stand in the texts; the map and every other rule need the paths. */
  let needsPaths = asked.some(({ visits }) => visits !== "secret");
  let onPaths: PathFiles | undefined;
  let linker: Linker | undefined;
  let readVariables: VariableReader | undefined;
  let analysis: Analysis | undefined;
  /** An analysis that was begun and not ended. A change ends it; what it worked out is kept where it still holds. */
  let running: Generator<void, Analysis> | undefined;
  const changed = new Set<string>();
  let structural = true;
  let config: Config = DEFAULT_CONFIG;
  let problems: readonly Problem[] = [];
  let findingsByEntry = new WeakMap<EntryPoint, readonly Finding[]>();
  /** What was said of entry points that were not read to their end. */
  let unreadTold = "";
  /** What the entry points looked like when these findings were made. */
  let outline = "";
  let drawn = new WeakMap<EntryPoint, MapEntryPoint>();

  const newLinker = (): Linker => {
    const made: Linker = {
      sources: files,
      modules: createModules(files),
      adapters,
      terms: createTerms(adapters.decodes),
      memo: createMemo(),
      knownMiddleware,
      registeringNames: new Set(),
      filesBelow: (name) => pathFiles().heads.filesBelow(name),
      contexts: createContexts(adapters),
      decorated: new Map(),
      containing: noSignatures(),
      keysRead: new Set(),
      keyTexts: new Map(),
      madeAtTop: new Map(),
      addedMembers: new Map(),
      exportedBeside: new Map(),
      metadata: undefined,
      entered: new Map(),
      depth: 0,
      isAnswering: false,
      budget: 0,
    };
    made.injection = injectionOf(made);
    return made;
  };

  const note = (path: string, isNew: boolean): void => {
    changed.add(path);
    secrets.forget(path);
    analysis = undefined;
    running = undefined;
    if (isNew || shapesModules(path)) structural = true;
    else linker?.memo.forget(path);
    onPaths?.entryFiles.changed(path);
  };

  const pathFiles = (): PathFiles => {
    onPaths ??= {
      entryFiles: createEntryFiles(files, {
        text: (text, specifiers) => isOfInterest("", text, specifiers),
        path: (path) => isEntryFile({ adapters }, path),
        composes: FRAMEWORKS.flatMap((framework) => framework.composes ?? []),
      }),
      models: createModelTables(files),
      heads: createClassHeads(files),
      usedFrameworks: createUsedFrameworks(files, FRAMEWORKS),
    };
    return onPaths;
  };

  /** Entry points, and what the schema promises. */
  function* tracing(current: Linker): Generator<void, Paths> {
    const { models, entryFiles, usedFrameworks } = pathFiles();
    const read = (): SchemaFacts => readSchema(files, config, models.tables());
    const { schema, database, procedures } = current.memo.get("schema", read, read);
    current.database = database;
    current.schema = schema;
    current.procedures = procedures;
    yield;
    const sources = entryFiles.list(current.modules);
    current.registeringNames = adapters.registeringNames(usedFrameworks());
    yield;
    return { ...(yield* buildPaths(current, sources, config, schema)), schema };
  }

  /** Once for the same ones: editing analyses again and again. */
  const tellUnread = (entryPoints: readonly EntryPoint[]): void => {
    const unread = entryPoints.filter(({ trail }) => trail.incomplete).map(({ label }) => label);
    const [first = "", ...others] = unread;
    const told = others.length > 0 ? `${first} and ${others.length} more` : first;
    if (told !== "" && told !== unreadTold) options.log?.(`Too large to be read to the end: ${told}.`);
    unreadTold = told;
  };

  /** The analysis step by step. */
  function* analysing(): Generator<void, Analysis> {
    for (const path of changed) {
      if (needsPaths) {
        const { models, entryFiles, heads } = pathFiles();
        if (models.refresh([path])) structural = true;
        for (const name of heads.refresh(path)) linker?.memo.forget(classesBelow(name));
        if (files.has(path)) entryFiles.prepare(path);
      }
      changed.delete(path);
      yield;
    }
    if (structural || !linker || linker.terms.size() > MAXIMUM_TERMS) {
      linker = newLinker();
      onPaths?.entryFiles.clear();
      findingsByEntry = new WeakMap();
      drawn = new WeakMap();
      const text = files.has(CONFIG_FILE) ? files.text(CONFIG_FILE) : undefined;
      const read =
        text === undefined
          ? { config: DEFAULT_CONFIG, problems: [] }
          : readConfig(
              text,
              CONFIG_FILE,
              RULES.map((rule) => rule.id),
            );
      config = read.config;
      problems = read.problems;
      structural = false;
    }
    const current = linker;
    const { entryPoints, signIns, schema } = needsPaths ? yield* tracing(current) : NO_PATHS;
    tellUnread(entryPoints);
    const lineOf = (place: { readonly file: string; readonly at: readonly [number, number] }): number =>
      positionIn(files.lineStarts(place.file), place.at[0]).line;
    const model: ServiceModel = {
      entryPoints,
      signIns,
      systems: [],
      variables: [],
      schema,
      config,
      writtenByUser: current.adapters.writtenByUser,
      facts: (path) => files.facts(path),
      text: (path) => files.text(path),
      paths: { [Symbol.iterator]: () => files.paths()[Symbol.iterator]() },
    };
    let variables: ServiceModel["variables"] | undefined;
    const complete: ServiceModel = {
      ...model,
      // Every text is asked: only where somebody wants to know.
      get variables() {
        readVariables ??= createVariableReader(files);
        variables ??= needsPaths ? readVariables(entryPoints, lineOf) : [];
        return variables;
      },
    };
    const check = createCheck(asked, complete, options.log);
    const findings: Finding[] = [];
    const seen = outlineOf(entryPoints);
    if (seen !== outline) findingsByEntry = new WeakMap();
    outline = seen;
    for (const entry of entryPoints) {
      let own = findingsByEntry.get(entry);
      if (!own) {
        own = [...check("entryPoint", entry), ...entry.effects.flatMap((effect) => check("effect", effect))];
        findingsByEntry.set(entry, own);
        yield;
      }
      findings.push(...own);
    }
    secrets.follow(current.modules);
    yield;
    for (const path of files.paths()) {
      findings.push(...secrets.findings(path, check));
      yield;
    }
    findings.push(...check("service", complete));
    const sorted = sortFindings(distinctFindings(findings));
    const byFile = groupByFile(sorted);
    options.progress?.(files.size, files.size);
    return { model: complete, findings: sorted, byFile, map: undefined };
  }

  /** Goes on with the analysis until it ends or it is enough; undefined while it is not at its end. */
  const work = (isEnough: () => boolean): Analysis | undefined => {
    if (analysis) return analysis;
    running ??= analysing();
    try {
      do {
        const step = running.next();
        if (step.done) analysis = step.value;
      } while (!analysis && !isEnough());
    } catch (error) {
      structural = true; // nothing half made is kept
      running = undefined;
      throw error;
    }
    if (analysis) running = undefined;
    return analysis;
  };

  const analyse = (): Analysis => {
    for (;;) {
      const made = work(() => false);
      if (made) return made;
    }
  };

  return {
    setFile(path, source: string | FileSource) {
      const isNew = files.set(path, source);
      note(path, isNew);
    },
    deleteFile(path) {
      if (files.delete(path)) note(path, true);
    },
    advance: (isEnough) => work(isEnough) !== undefined,
    findings: (path) => (path === undefined ? analyse().findings : (analyse().byFile.get(path) ?? [])),
    serviceMap() {
      if (!needsPaths) {
        needsPaths = true;
        for (const path of files.paths()) note(path, false);
      }
      const current = analyse();
      current.map ??= buildMap({
        root: options.root ?? "",
        entryPoints: current.model.entryPoints,
        systems: SYSTEMS,
        config: current.model.variables,
        lineOf: (place) => positionIn(files.lineStarts(place.file), place.at[0]).line,
        textOf: (place) => files.text(place.file)?.slice(...place.at),
        drawn,
      });
      return current.map;
    },
    problems: () => {
      analyse();
      return problems;
    },
    edits: (fix: Fix): readonly Edit[] => fix.edits((path) => files.text(path)),
    position: (path, offset) => positionIn(files.lineStarts(path), offset),
    get statistics() {
      return { files: files.size, parsed: files.parsed };
    },
  };
}

/** Files that decide where imports lead, what is unique, or what is reported. */
function shapesModules(path: string): boolean {
  return /(?:^|\/)(?:package|deno|(?:ts|js)config[^/]*|hardpath\.config)\.jsonc?$/.test(path) || isSchemaFile(path);
}

function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort(
    (a, b) => compare(a.place.file, b.place.file) || a.place.at[0] - b.place.at[0] || compare(a.ruleId, b.ruleId),
  );
}

function groupByFile(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.place.file);
    if (group) group.push(finding);
    else groups.set(finding.place.file, [finding]);
  }
  return groups;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
