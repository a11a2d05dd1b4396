/** Translations: English text is the key, `{0}` takes the first value. */
let texts: Readonly<Record<string, string>> = {};

/** The text in the reader's language. */
export function t(text: string, ...values: readonly (string | number)[]): string {
  return (texts[text] ?? text).replace(/\{(\d)\}/g, (whole, index) => String(values[Number(index)] ?? whole));
}

/** Takes the host's translations. */
export function useTexts(translations: Readonly<Record<string, string>>): void {
  texts = translations;
}
