/** Which provider's published format a value has. */

/** The provider's id, such as `"stripe-secret-key"`; undefined where the form says nothing. */
export function identifyProvider(value: string): string | undefined {
  if (value.length < 12) return undefined;
  return FIRST.exec(value)?.groups ? firstGroup(FIRST.exec(value)?.groups as Record<string, string | undefined>) : undefined;
}

const FIRST = /(?<private_key>-----BEGIN [A-Z ]*PRIVATE KEY)|\b(?<stripe_secret_key>[sr]k_(?:live|test)_[A-Za-z0-9]{10,})/;

function firstGroup(groups: Record<string, string | undefined>): string | undefined {
  const name = Object.keys(groups).find((key) => groups[key] !== undefined);
  return name?.replaceAll("_", "-");
}
