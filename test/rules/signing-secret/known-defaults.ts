// A list of what must not be used, whatever its type is written as.
const KNOWN_DEFAULT_SECRETS: ReadonlyArray<{ key: string; value: string }> = [
  { key: "JWT_SECRET", value: "harbour-secret-58" }, // silent: refused at start
];
const FORBIDDEN_SECRETS: { key: string; value: string }[] = [{ key: "JWT_SECRET", value: "harbour-secret-58" }]; // silent: refused
const SECRETS: { key: string; value: string }[] = [{ key: "JWT_SECRET", value: "harbour-secret-58" }]; // expect: signing-secret
export const lists = [KNOWN_DEFAULT_SECRETS, FORBIDDEN_SECRETS, SECRETS];
