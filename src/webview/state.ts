/** What the page remembers while it is hidden, and its way to the host. */
import { type MapFilter, type MapView, NO_FILTER } from "../engine/index.ts";
import type { PageMessage } from "./protocol.ts";

export type Mode = "map" | "list" | "release";

/** Where the drawing stands: the scene's point at the top left, and the scale. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export interface PageState {
  readonly version: 1;
  readonly mode: Mode;
  readonly view: MapView;
  /** `files` is not kept: it is asked again. */
  readonly filter: MapFilter;
  readonly changedOnly: boolean;
  /** Id of a node or edge of the scene. */
  readonly selection: string | undefined;
  /** By view, with the width of the place they were set in. */
  readonly cameras: Readonly<Record<string, Camera & { readonly room: number }>>;
  /** Areas open in the list. */
  readonly openAreas: readonly string[];
  readonly followCursor: boolean;
}

export const FIRST_STATE: PageState = {
  version: 1,
  mode: "map",
  view: { level: "service", detail: "cells" },
  filter: NO_FILTER,
  changedOnly: false,
  selection: undefined,
  cameras: {},
  openAreas: [],
  followCursor: true,
};

interface VsCodeApi {
  postMessage(message: PageMessage): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare const acquireVsCodeApi: () => VsCodeApi;

const api = acquireVsCodeApi();

/** Tells the host something. */
export function tell(message: PageMessage): void {
  api.postMessage(message);
}

/** The state of last time, or the first one. */
export function restore(): PageState {
  const saved = api.getState() as Partial<PageState> | undefined;
  return saved?.version === 1 ? { ...FIRST_STATE, ...saved } : FIRST_STATE;
}

/** Keeps the state for when the page comes back. Cheap: the host writes it when it has time. */
export function remember(state: PageState): void {
  const { files: _, ...filter } = state.filter;
  api.setState({ ...state, filter });
}

/** Name of a view: cameras are remembered by it. */
export function viewKey(view: MapView): string {
  if (view.level === "area") return `area ${view.area}`;
  if (view.level === "path") return `path ${view.entry}`;
  return `service ${view.detail} ${view.app ?? ""}`;
}
