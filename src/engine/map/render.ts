/** Exports: the map in each format that hosts offer. */
import type { ServiceMap } from "../model/service-map.ts";
import type { ReleaseMap } from "../release/release-map.ts";
import { buildAtlas, type MapFinding } from "./atlas.ts";
import { renderHtml } from "./render-html.ts";
import { renderMarkdown, renderWalk } from "./render-markdown.ts";
import { renderMermaid } from "./render-mermaid.ts";
import { renderSvg } from "./render-svg.ts";
import type { MapView } from "./scene.ts";

export const MAP_FORMATS = ["json", "mermaid", "markdown", "svg", "html"] as const;

export type MapFormat = (typeof MAP_FORMATS)[number];

/** File name endings, without the dot. */
export const MAP_EXTENSIONS: Readonly<Record<MapFormat, string>> = {
  json: "json",
  mermaid: "mmd",
  markdown: "md",
  svg: "svg",
  html: "html",
};

export interface RenderOptions {
  readonly findings?: readonly MapFinding[];
  readonly release?: ReleaseMap;
  /** What to draw; the whole service where absent. JSON and HTML are always of the whole. */
  readonly view?: MapView;
}

/** Renders a map; every format ends with a newline. */
export function renderServiceMap(map: ServiceMap, format: MapFormat, options: RenderOptions = {}): string {
  if (format === "json") return `${JSON.stringify(map, undefined, 2)}\n`;
  const atlas = buildAtlas(map, options.findings ?? []);
  const { view } = options;
  switch (format) {
    case "mermaid":
      return renderMermaid(atlas, view?.level === "service" ? undefined : view);
    case "svg":
      return renderSvg(atlas, view ?? { level: "service", detail: "cells" });
    case "html":
      return renderHtml(atlas, options.release);
    case "markdown": {
      const entry =
        view?.level === "path" ? atlas.entries.find((candidate) => candidate.entry.id === view.entry) : undefined;
      return entry ? renderWalk(atlas, entry) : renderMarkdown(atlas, options.release);
    }
  }
}
