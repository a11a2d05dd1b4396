/**
 * The one channel between the service map page and its host. Everything is plain data; paths are relative to the root,
 * lines count from 1.
 */
import type {
  CursorPlace,
  MapFilter,
  MapFinding,
  MapFormat,
  MapView,
  ReleaseMap,
  ServiceMap,
} from "../engine/index.ts";

/** What the page shows. */
export interface MapContent {
  readonly map: ServiceMap;
  readonly findings: readonly MapFinding[];
  readonly release?: ReleaseMap;
  /** Files that differ from what is committed, where the host knows. */
  readonly changedFiles?: readonly string[];
}

export type HostMessage =
  /** First, once the page is ready: translations by English text, and where the page stands. */
  | { readonly type: "begin"; readonly texts: Readonly<Record<string, string>>; readonly place: "sidebar" | "tab" }
  | { readonly type: "content"; readonly content: MapContent }
  /** No map yet. Progress in files, where known; the problem in one sentence, if there is one. */
  | { readonly type: "waiting"; readonly done?: number; readonly total?: number; readonly problem?: string }
  | { readonly type: "cursor"; readonly place: CursorPlace | undefined }
  /** Shows something: a path chosen in another view, a filter. */
  | { readonly type: "show"; readonly view?: MapView; readonly filter?: Partial<MapFilter> };

export type PageMessage =
  | { readonly type: "ready" }
  | {
      readonly type: "open";
      readonly file: string;
      readonly line: number /** Keep the keyboard in the map. */;
      readonly keepFocus: boolean;
    }
  | { readonly type: "export"; readonly format: MapFormat; readonly view: MapView }
  | { readonly type: "copy"; readonly text: string }
  | { readonly type: "openTab"; readonly view: MapView }
  | { readonly type: "act"; readonly action: "harden" | "markPublic"; readonly entry: string }
  /** Something went wrong in the page: one line for the log. */
  | { readonly type: "failed"; readonly message: string };
