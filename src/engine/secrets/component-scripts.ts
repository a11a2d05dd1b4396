/**
 * The code of single-file components: what stands in `<script>`, and the front matter of Astro.
 *
 * https://vuejs.org/api/sfc-spec.html · https://svelte.dev/docs/svelte/svelte-files · https://docs.astro.build/en/basics/astro-components/
 */

export interface ComponentScripts {
  /** As long as the file; all that is no script is blank. */
  readonly text: string;
  /** True where the offset stands in a script that browsers are sent. */
  readonly isSent: (offset: number) => boolean;
}

/** Undefined for a file that is no component. */
export function componentScripts(path: string, text: string): ComponentScripts | undefined {
  if (!/\.(?:vue|svelte|astro|marko)$/i.test(path)) return undefined;
  const matter = /\.astro$/i.test(path) ? frontMatter(text) : undefined;
  const scripts = scriptsIn(text, matter?.[1] ?? 0);
  let read = "";
  let at = 0;
  for (const [start, end] of matter ? [matter, ...scripts] : scripts) {
    read += blank(text.slice(at, start)) + text.slice(start, end);
    at = end;
  }
  return {
    text: read + blank(text.slice(at)),
    isSent: (offset) => scripts.some(([start, end]) => start <= offset && offset < end),
  };
}

type Range = readonly [start: number, end: number];

/** Runs on the server: `---` to `---`. */
function frontMatter(text: string): Range | undefined {
  const start = /^\s*---\r?\n/.exec(text)?.[0].length;
  const end = start === undefined ? -1 : text.indexOf("\n---", start - 1);
  return start === undefined || end < 0 ? undefined : [start, end + 1];
}

function scriptsIn(text: string, from: number): readonly Range[] {
  const found: Range[] = [];
  const tag = /<script\b([^>]*)>/gi;
  tag.lastIndex = from;
  for (let open = tag.exec(text); open; open = tag.exec(text)) {
    const end = text.indexOf("</script", tag.lastIndex);
    if (end < 0) break;
    if (!/type\s*=\s*["']?(?:application\/(?:ld\+)?json|text\/template|text\/x-)/i.test(open[1] ?? ""))
      found.push([tag.lastIndex, end]);
    tag.lastIndex = end;
  }
  return found;
}

/** Offsets and lines stay. */
function blank(text: string): string {
  return text.replace(/[^\r\n]/g, " ");
}
