/** Tones: how much attention something asks for. */
import type { Access } from "../model/effect.ts";

export type Tone = "error" | "warning" | "note" | "unknown" | "ok";

/** Most attention first. */
const TONES: readonly Tone[] = ["error", "warning", "unknown", "note", "ok"];

/** The tone that asks for most attention. */
export function worst(tones: readonly Tone[]): Tone {
  return TONES.find((tone) => tones.includes(tone)) ?? "ok";
}

/** Orders tones, most attention first. */
export function compareTones(a: Tone, b: Tone): number {
  return TONES.indexOf(a) - TONES.indexOf(b);
}

/** True where the access changes something outside, or may. */
export function changes(access: Access): boolean {
  return access !== "read";
}
