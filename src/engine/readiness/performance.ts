/** Performance: what makes users wait, or the service fall over when something else is slow. */
import type { MapEffect, MapEntryPoint } from "../model/service-map.ts";
import { plural } from "./parts.ts";
import type { EvidencePlace } from "./readiness.ts";
import type { Check } from "./reading.ts";

/** Clients that wait for ever unless told otherwise. */
const PATIENT = /^(?:fetch|axios|undici|node-fetch|got|ky|superagent|request)$/;
/** Lines of a call in which its options stand. */
const REACH = 12;

const timeouts: Check = ({ map, read }) => {
  const patient = new Map(map.systems.filter(({ via }) => PATIENT.test(via)).map((system) => [system.id, system]));
  const calls = new Map<string, { readonly effect: MapEffect; readonly via: string; readonly entry: MapEntryPoint }>();
  for (const entry of map.entryPoints) {
    for (const effect of entry.effects) {
      const system = patient.get(effect.system);
      if (system) calls.set(`${effect.file}:${effect.line}`, { effect, via: system.via, entry });
    }
  }
  if (calls.size === 0) return undefined;
  const bare = [...calls.values()].filter(({ effect, via }) => !hasTimeout(read(effect.file) ?? "", effect.line, via));
  return {
    id: "performance/timeouts",
    status: bare.length > 0 ? "missing" : "present",
    text:
      bare.length > 0
        ? `${plural(bare.length, "outside call")} of ${calls.size} without a timeout`
        : `All ${plural(calls.size, "outside call")} give up in time`,
    advice:
      "When the other side hangs, requests pile up until this service falls too. `fetch(url, { signal: AbortSignal.timeout(5000) })`; axios: `timeout: 5000`.",
    places: (bare.length > 0 ? bare : [...calls.values()]).map(({ effect, entry }) => ({
      file: effect.file,
      line: effect.line,
      label: entry.label,
    })),
  };
};

function hasTimeout(text: string, line: number, via: string): boolean {
  const lines = text
    .split("\n")
    .slice(line - 1, line - 1 + REACH)
    .join("\n");
  if (/\btimeout\b|\bAbortSignal\b|\bsignal\b/i.test(lines)) return true;
  // Clients made once carry the timeout for all calls of the file.
  return via !== "fetch" && /\.(?:create|extend|defaults)\b[\s\S]{0,400}\btimeout\b/.test(text);
}

const SLOW: ReadonlySet<string> = new Set(["email", "sms", "llm"]);

const workThatCanWait: Check = ({ map }) => {
  const kinds = new Map(map.systems.map(({ id, kind }) => [id, kind]));
  const places: EvidencePlace[] = [];
  const seen = new Set<string>();
  let sending = 0;
  for (const entry of map.entryPoints) {
    for (const effect of entry.effects) {
      const kind = kinds.get(effect.system);
      if (kind === undefined || !SLOW.has(kind) || kind === "llm") continue;
      const key = `${entry.id}\n${effect.file}:${effect.line}`;
      if (seen.has(key)) continue;
      seen.add(key);
      sending++;
      if (entry.kind === "http" || entry.kind === "action" || entry.kind === "rpc" || entry.kind === "graphql") {
        places.push({
          file: effect.file,
          line: effect.line,
          label: `${entry.label} sends ${kind === "sms" ? "a text message" : "mail"}`,
        });
      }
    }
  }
  if (sending === 0) return undefined;
  return {
    id: "performance/queue",
    status: places.length > 0 ? "missing" : "present",
    text:
      places.length > 0
        ? `Users wait for mail to be sent on ${plural(places.length, "path")}`
        : "Mail is sent in the background",
    advice: "Mail and text messages take seconds and fail often. Put a job on a queue, and let a worker send it once.",
    places,
  };
};

const connections: Check = ({ signs }) => {
  const clients = signs("prisma-client");
  if (clients.length === 0) return undefined;
  return {
    id: "performance/connections",
    status: clients.length > 1 ? "missing" : "present",
    text:
      clients.length > 1
        ? `PrismaClient is made in ${plural(clients.length, "file")}: as many connection pools`
        : "One database client for the whole service",
    advice:
      "Every client has a pool of its own, and the database has only so many connections. Make one, and import it.",
    places: clients,
  };
};

const listsLimited: Check = ({ map, read }) => {
  const lists = map.entryPoints.filter(
    ({ kind, method, path }) => kind === "http" && method === "GET" && !/\/(?::\w+|\[[^\]]+\]|\{\w+\})$/.test(path),
  );
  const open: EvidencePlace[] = [];
  let reading = 0;
  for (const entry of lists) {
    for (const effect of entry.effects) {
      if (effect.access !== "read" || effect.target === undefined) continue;
      const verdict = limited(read(effect.file) ?? "", effect.line);
      if (verdict === undefined) continue;
      reading++;
      if (!verdict) open.push({ file: effect.file, line: effect.line, label: entry.label });
    }
  }
  if (reading === 0) return undefined;
  return {
    id: "performance/limits",
    status: open.length > 0 ? "missing" : "present",
    text: open.length > 0 ? `${plural(open.length, "list")} without a limit` : "Lists are read in pages",
    advice:
      "A list that is short today is read whole when it has a million rows. Add a limit, and a cursor for the next page.",
    places: open,
  };
};

/** Whether a read of many rows has a limit; undefined where it reads one row, or cannot be told. */
function limited(text: string, line: number): boolean | undefined {
  const call = text
    .split("\n")
    .slice(line - 1, line - 1 + REACH)
    .join("\n");
  const many = /\.findMany\s*\(|\bSELECT\b(?![^`'"]*\b(?:COUNT|SUM|MAX|MIN|EXISTS)\s*\()[^`'"]*\bFROM\b/i.exec(call);
  if (!many) return undefined;
  if (/\b(?:LIMIT|FETCH\s+FIRST)\b|\b(?:take|first|cursor)\s*:/i.test(call)) return true;
  return /\bWHERE\b[^`'"]*\b(?:id|email|token|slug|key|uuid)\s*=/i.test(call) ? undefined : false;
}

export const PERFORMANCE: readonly Check[] = [timeouts, workThatCanWait, connections, listsLimited];
