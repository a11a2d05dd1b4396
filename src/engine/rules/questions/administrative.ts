/** Addresses that a team keeps for itself, told by the words that services use for them. */
import type { EntryPoint } from "../../model/entry-point.ts";

const ADMINISTRATIVE =
  /(?:^|\/)(?:admin|admins|administration|internal|backoffice|back-office|superuser|superadmin|staff)(?:\/|$)/i;

export function isAdministrative(entry: EntryPoint): boolean {
  return ADMINISTRATIVE.test(entry.path);
}
