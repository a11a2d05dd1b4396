/**
 * The document of the service map page. Its policy lets in one script and one style sheet of the extension, nothing from
 * elsewhere, and no markup of its own making: the page builds everything from data as text.
 */

export interface ServiceMapPage {
  /** Fresh for every document. */
  readonly nonce: string;
  /** Where the webview may load from: `webview.cspSource`. */
  readonly source: string;
  readonly script: string;
  readonly style: string;
  readonly title: string;
  /** Language of the texts, such as `en`. */
  readonly language: string;
}

/** The document. */
export function serviceMapHtml({ nonce, source, script, style, title, language }: ServiceMapPage): string {
  const policy = [
    "default-src 'none'",
    `style-src ${source}`,
    `script-src 'nonce-${nonce}'`,
    "img-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return `<!doctype html>
<html lang="${attribute(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
<title>${attribute(title)}</title>
<link rel="stylesheet" href="${attribute(style)}">
</head>
<body>
<script nonce="${attribute(nonce)}" src="${attribute(script)}"></script>
</body>
</html>
`;
}

function attribute(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
