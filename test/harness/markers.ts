/**
 * Reads what a fixture expects out of its comments.
 *
 * A marker belongs to the code before it on its line, or, alone on a line, to the next line of code. The engine never
 * sees markers: they are taken out, and lines of nothing but markers with them, so no comment can help a rule along.
 *
 *   charge(); // expect: payment-without-key          a finding of this rule starts on this line
 *   //  ^^^^ charges again when                       … exactly here, and says this (`// ~ charges` pins the message alone)
 *   charge(); // missing: payment-without-key (why)   a known limit: there should be a finding, and there is none
 *   charge(); // spurious: payment-without-key (why)  a known limit: there is a finding, and there should be none
 *   charge(); // suppressed: payment-without-key      found, and muted with a reason
 *   charge(); // silent: the key comes from the order a case that must stay silent, as it must without this marker
 *   app.post("/pay", pay); // entry: POST /pay
 *   requireAdmin(req); // guard: role requireAdmin
 *   insert(row); // effect: write postgres orders[, insert][, safe|unsafe|unknown][, from POST /pay]
 *   // rules: all                                     compare every rule, not only the one the folder is named after
 *   // file: src/app/api/route.ts                     path of what follows; several of them make several files
 *
 * `«sk_|live_|24»` stands for a made-up token: the parts joined, a number for that many letters and digits. Real-looking
 * tokens must not stand in a repository.
 */

export type MarkerKind =
  | "expect"
  | "missing"
  | "spurious"
  | "suppressed"
  | "silent"
  | "entry"
  | "guard"
  | "effect"
  | "rules"
  | "file";

export interface Marker {
  readonly kind: MarkerKind;
  readonly text: string;
  /** Line of the code it speaks of, from 1, in the file the engine sees. */
  readonly line: number;
  /** Where the finding stands, from 1, end exclusive, and a part of its message. */
  pin?: { readonly column?: number; readonly endColumn?: number; readonly message: string };
}

/** One file as the engine sees it, with what its markers say. */
export interface MarkedFile {
  readonly path: string;
  readonly text: string;
  readonly markers: readonly Marker[];
  /** Line of the fixture by line of the text, both from 1: `originalLines[0]` is unused. */
  readonly originalLines: readonly number[];
}

const KINDS = "expect|missing|spurious|suppressed|silent|entry|guard|effect|rules|file";
const MARKER = new RegExp(`(?:^|\\s)(?://|#|--)\\s*(${KINDS}):\\s*(.*?)\\s*(?=\\s(?://|#|--)\\s*(?:${KINDS}):|$)`, "g");
const PIN = /^\s*(?:\/\/|#|--)\s*(?:(\^+)|~)(?:\s+(.*\S))?\s*$/;

/** @param path What the file is called where no `file:` marker says otherwise. */
export function readMarkers(path: string, source: string): readonly MarkedFile[] {
  const files: MarkedFile[] = [];
  let current = start(path);
  const lines = source.split("\n");
  for (const [index, line] of lines.entries()) {
    const pin = PIN.exec(line);
    const pinned = current.markers.find(
      (marker) => marker.line === current.lines.length && PINNABLE.has(marker.kind) && !marker.pin,
    );
    if (pin && pinned) {
      pinned.pin = pinOf(pin, current.columns.at(-1) ?? ((column) => column));
      continue;
    }
    const found = [...line.matchAll(MARKER)];
    const code = found[0] ? line.slice(0, found[0].index).trimEnd() : line;
    const alone = found.length > 0 && code.trim() === "";
    for (const [, kind, text = ""] of found) {
      if (kind === "file") {
        if (current.lines.length > 0 || current.markers.length > 0) files.push(finish(current));
        current = start(text);
        continue;
      }
      current.markers.push({ kind: kind as MarkerKind, text, line: current.lines.length + 1 });
    }
    if (alone) continue;
    const { text, column } = withTokens(code);
    current.lines.push(text);
    current.columns.push(column);
    current.originalLines.push(index + 1);
  }
  files.push(finish(current));
  return files;
}

const PINNABLE: ReadonlySet<MarkerKind> = new Set(["expect", "spurious", "suppressed"]);

interface Draft {
  readonly path: string;
  readonly lines: string[];
  readonly markers: Marker[];
  readonly originalLines: number[];
  /** By line: column in the fixture → column in the text. */
  readonly columns: ((column: number) => number)[];
}

function start(path: string): Draft {
  return { path, lines: [], markers: [], originalLines: [0], columns: [] };
}

function finish({ path, lines, markers, originalLines }: Draft): MarkedFile {
  return { path, text: lines.join("\n"), markers, originalLines };
}

function pinOf(match: RegExpExecArray, column: (column: number) => number): NonNullable<Marker["pin"]> {
  const [line, carets, message = ""] = match;
  if (!carets) return { message };
  const from = line.indexOf(carets) + 1;
  return { column: column(from), endColumn: column(from + carets.length), message };
}

/** The line with its `«…»` replaced, and where a column of the fixture then stands. */
function withTokens(line: string): { readonly text: string; readonly column: (column: number) => number } {
  const moves: { readonly from: number; readonly by: number }[] = [];
  const text = line.replace(/«([^»]*)»/g, (written: string, parts: string, offset: number) => {
    const token = fakeToken(parts);
    moves.push({ from: offset + 1 + written.length, by: token.length - written.length });
    return token;
  });
  const column = (written: number) => moves.reduce((sum, { from, by }) => (written >= from ? sum + by : sum), written);
  return { text, column };
}

/** `sk_|live_|24` → `sk_live_` and 24 letters and digits, always the same ones. `24h` hexadecimal, `24d` digits, `24u` capitals. */
export function fakeToken(parts: string): string {
  return parts
    .split("|")
    .map((part) => {
      const wanted = /^(\d+)([hdu]?)$/.exec(part);
      return wanted ? fake(Number(wanted[1]), ALPHABETS[wanted[2] ?? ""] ?? "") : part;
    })
    .join("");
}

const ALPHABETS: Readonly<Record<string, string>> = {
  "": "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789",
  h: "0123456789abcdef",
  d: "0123456789",
  u: "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567",
};

function fake(length: number, alphabet: string): string {
  let state = 20260713;
  let text = "";
  while (text.length < length) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    text += alphabet[(state >>> 16) % alphabet.length];
  }
  return text;
}
