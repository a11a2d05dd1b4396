/** What people call tables of the kinds that there are of something: of `appointment_types` no row is an appointment. */
export function isTableOfKinds(name: string): boolean {
  return KINDS.test(name);
}

const KINDS = /(?:type|kind|categor(?:y|ie)|status|setting|template|reason)(?:s|es)?$/i;
