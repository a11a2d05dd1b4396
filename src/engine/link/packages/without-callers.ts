/** Packages that know no caller, and so turn nobody away. */

/** They make values of what they are given, which somebody may test later: hashes, texts, the body as it was sent. */
export function onlyMakes(name: string): boolean {
  return MAKES.test(name) || CLOCKS.test(name);
}

/** What they tell is of the time, of a text or a file, or how to say it, whoever calls. */
export function tellsNobody(name: string): boolean {
  return TELLS.test(name) || CLOCKS.test(name);
}

/** They say whether a text is well formed: of a key that was sent, whether it is the one that is wanted. */
export function looksAtTexts(name: string): boolean {
  return /^(?:validator|class-validator|email-validator)(?:$|\/)/.test(name);
}

/** Of the time they both make values and tell. */
const CLOCKS = /^(?:moment(?:-timezone)?|dayjs|date-fns(?:-tz)?|luxon|ms)(?:$|[/.])/;

const MAKES =
  /^(?:node:|@oslojs\/|(?:raw-body|co-body|micro|qs|uuid|nanoid|lodash(?:-es)?|negotiator|request-ip|ua-parser-js|formidable|busboy|multiparty)(?:$|[/.]))/;

const TELLS =
  /^(?:global:(?:Date|Intl|Math)|pdfkit|pdf-lib|jspdf|exceljs|xlsx|papaparse|archiver|qrcode|handlebars|ejs|pug|mustache|nunjucks|eta|mjml|@react-email\/.*|react-dom|marked|markdown-it|sanitize-html|slugify|node:path|node:net|node:dns|ipaddr\.js|@opentelemetry\/.*|svelte\/store|libphonenumber-js|google-libphonenumber|semver|mime|mime-types|file-type|sharp)(?:$|[/.])|i18n|(?:^|[/-])(?:intl|accept-language)(?:$|[/-])/;
