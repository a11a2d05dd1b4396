/**
 * The worker thread: whole-workspace analysis, away from the extension host.
 *
 * Notices only change state; the analysis runs once all messages that have arrived are read, so that a burst of changes
 * costs one analysis. A question is answered on a fresh state.
 */
import { parentPort } from "node:worker_threads";
import {
  assessReadiness,
  diffMaps,
  type MapFinding,
  type ReadinessInput,
  releaseChecks,
  renderDiff,
} from "../../engine/index.ts";
import { earlierMap } from "../../node/earlier-map.ts";
import { extraFiles } from "./extra-files.ts";
import { type FolderAnalysis, openFolderAnalysis } from "./folder-analysis.ts";
import type { FromWorker, Notice, RequestName, Requests, ShownFinding, ToWorker } from "./protocol.ts";
import { releaseMap } from "./release.ts";

const port = parentPort;
if (!port) throw new Error("This file runs as a worker thread.");

const folders = new Map<string, FolderAnalysis>();
let scheduled = false;
/** Analyses between two writes of the facts. */
const SAVE_EVERY = 100;

port.on("message", (message: ToWorker) => {
  if (message.kind === "request") answer(message.id, message.name, message.parameters);
  else guarded("folder" in message ? message.folder : "", () => take(message));
});

function send(message: FromWorker): void {
  port!.postMessage(message);
}

const log = (message: string): void => send({ kind: "log", message });

function take(notice: Notice): void {
  switch (notice.kind) {
    case "open":
      folders.set(notice.folder, open(notice.folder, notice.storage));
      break;
    case "close":
      folders.get(notice.folder)?.save();
      folders.delete(notice.folder);
      break;
    case "text":
      folders.get(notice.folder)?.setText(notice.file, notice.text);
      break;
    case "disk":
      folders.get(notice.folder)?.readDisk(notice.files);
      break;
  }
  schedule();
}

/** When the analysis that runs began, and how long it may take before anybody is told. Milliseconds. */
let began = 0;
const PATIENCE = 300;

function open(root: string, storage: string | undefined): FolderAnalysis {
  let last = 0;
  return openFolderAnalysis({
    root,
    storage,
    log,
    progress: (done, total) => {
      const now = performance.now();
      if (now - began < PATIENCE || (now - last < 100 && done < total)) return;
      last = now;
      send({ kind: "progress", folder: root, done, total });
    },
  });
}

function schedule(): void {
  if (scheduled) return;
  scheduled = true;
  setImmediate(() => {
    scheduled = false;
    for (const [folder, analysis] of folders) if (analysis.stale) guarded(folder, () => publish(analysis));
  });
}

function publish(analysis: FolderAnalysis): void {
  began = performance.now();
  const results = analysis.results();
  send({ kind: "results", results });
  // After the first time the facts are worth keeping; later only now and then.
  if (results.complete || results.revision % SAVE_EVERY === 0) saveSoon(analysis);
}

/** Whoever shows the results asks for the map next: writing waits until that is answered. */
function saveSoon(analysis: FolderAnalysis): void {
  setTimeout(() => guarded(analysis.root, () => folders.get(analysis.root) === analysis && analysis.save()), QUIET);
}
/** Milliseconds. */
const QUIET = 1500;

/** One folder's trouble is not another's, nor the end of the worker. */
function guarded(folder: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    log(error instanceof Error ? (error.stack ?? error.message) : String(error));
    send({ kind: "failed", folder, message: error instanceof Error ? error.message : String(error) });
  }
}

const ANSWERS: {
  [Name in RequestName]: (
    analysis: FolderAnalysis,
    parameters: Requests[Name]["parameters"],
  ) => Requests[Name]["result"];
} = {
  serviceMap: (analysis) => analysis.serviceMap(),
  readiness: (analysis) => assessReadiness(service(analysis)),
  releaseMap: (analysis) => {
    const files = [...analysis.files()];
    return releaseMap(analysis.root, [...new Set([...files, ...extraFiles(analysis.root, files)])], analysis.read);
  },
  mapDifference: (analysis, { reference }) =>
    renderDiff(diffMaps(earlierMap(analysis.root, reference), analysis.serviceMap())),
  releaseChecks: (analysis, { entryPoint }) => releaseChecks(service(analysis), entryPoint),
  edits: (analysis, { finding, fix }) => analysis.edits(finding, fix),
  editsOfAll: (analysis, { fixes }) => analysis.editsOfAll(fixes),
  settled: (analysis) => ({ revision: analysis.revision() }),
};

/** What readiness is judged by. */
function service(analysis: FolderAnalysis): ReadinessInput {
  return {
    map: analysis.serviceMap(),
    findings: analysis.shown().flatMap(toMapFinding),
    files: [...analysis.files(), ...extraFiles(analysis.root, analysis.files())],
    read: analysis.read,
    memory: analysis.signs,
  };
}

function toMapFinding(finding: ShownFinding): MapFinding[] {
  const { ruleId, severity, file, range, message, entryPoint, alsoFor, suppressed } = finding;
  if (suppressed) return [];
  return [
    {
      ruleId,
      severity,
      file,
      line: range.start.line + 1,
      message,
      ...(entryPoint === undefined ? {} : { entryPoint }),
      ...(alsoFor ? { alsoFor } : {}),
    },
  ];
}

function answer(id: number, name: RequestName, parameters: unknown): void {
  try {
    const { folder } = parameters as { folder: string };
    const analysis = folders.get(folder);
    if (!analysis) throw new Error(`${folder} is not open`);
    if (analysis.stale) publish(analysis);
    const handler = ANSWERS[name] as (analysis: FolderAnalysis, parameters: unknown) => unknown;
    send({ kind: "answer", id, result: handler(analysis, parameters) });
  } catch (error) {
    send({ kind: "refused", id, message: error instanceof Error ? error.message : String(error) });
  }
}
