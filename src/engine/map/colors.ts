/** Colours of exports, as CSS variables: light, dark where the reader's system is, and black on white in print. */

/** CSS for the exported drawing and page. Contrast of text is above 4.5 to 1 in both. */
export const EXPORT_COLORS = `
:root, svg { --ground: #ffffff; --panel: #f6f7f9; --line: #c9ced6; --text: #1b1f26; --faint: #5a6270; --edge: #98a1b0;
  --accent: #1a5fb4; --error: #b3261e; --warning: #8a5300; --note: #3d5a80; --unknown: #6b7280; --ok: #2f6f44; }
@media (prefers-color-scheme: dark) { :root, svg { --ground: #16181d; --panel: #20242b; --line: #3b424d; --text: #e6e9ee;
  --faint: #a2abb9; --edge: #6d7786; --accent: #7fb2f0; --error: #ff8a80; --warning: #f2b65c; --note: #9db8d9;
  --unknown: #a0a7b4; --ok: #7fc79a; } }
@media print { :root, svg { --ground: #ffffff; --panel: #ffffff; --line: #888888; --text: #000000; --faint: #333333;
  --edge: #777777; --accent: #003a80; --error: #8a0000; --warning: #5c3700; --note: #22364f; --unknown: #444444; --ok: #1d4d2d; } }`;
