/** Makes elements: text is always text, never markup. */
import { type IconName, iconPath } from "../engine/index.ts";

type Child = Node | string | undefined | false;

interface Properties {
  readonly class?: string;
  readonly title?: string;
  readonly id?: string;
  readonly on?: Readonly<Record<string, (event: Event) => void>>;
  /** Attributes, `aria-…` and `data-…` among them; undefined leaves one out. */
  readonly [name: string]: unknown;
}

/** An element with attributes and children. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Properties = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === false) continue;
    if (name === "on") {
      for (const [event, listener] of Object.entries(value as Record<string, (event: Event) => void>)) {
        element.addEventListener(event, listener);
      }
    } else {
      element.setAttribute(name, value === true ? "" : String(value));
    }
  }
  append(element, children);
  return element;
}

/** Replaces the children of an element. */
export function fill(element: Element, ...children: readonly Child[]): void {
  element.replaceChildren();
  append(element, children);
}

function append(element: Element, children: readonly Child[]): void {
  for (const child of children) {
    if (child !== undefined && child !== false) element.append(child);
  }
}

const SVG = "http://www.w3.org/2000/svg";

/** An SVG element. */
export function s<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string | number>> = {},
): SVGElementTagNameMap[K] {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  return element;
}

/** A decorative icon in the colour of the text around it. */
export function icon(name: IconName, tone = ""): SVGSVGElement {
  const element = s("svg", {
    class: `icon ${tone}`.trim(),
    viewBox: "0 0 16 16",
    "aria-hidden": "true",
    focusable: "false",
  });
  element.append(s("path", { d: iconPath(name) }));
  return element;
}

/** A button with an icon, and text that may be hidden from sight. */
export function button(
  name: IconName | undefined,
  text: string,
  onClick: () => void,
  properties: Properties & { readonly textHidden?: true } = {},
): HTMLButtonElement {
  const { textHidden, ...rest } = properties;
  return h(
    "button",
    { type: "button", ...(textHidden ? { "aria-label": text, title: text } : {}), ...rest, on: { click: onClick } },
    name && icon(name),
    textHidden ? undefined : h("span", {}, text),
  );
}

/** Notes a moment in the browser's own timeline, where measurements find it; only the last of a name is kept. */
export function mark(name: string): void {
  performance.clearMarks(name);
  performance.mark(name);
}
