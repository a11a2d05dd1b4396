/** A mistake of the caller: exit code 2 and this message as one line on standard error. */
export class UsageError extends Error {}
