/** Sign-ins: where a library asks the service who somebody is who signs in. */
import type { Path } from "./path.ts";
import type { Place } from "./term.ts";

export interface SignIn {
  /** As the library calls it: `the local strategy`. */
  readonly name: string;
  /** The function that is asked. */
  readonly place: Place;
  /** What that does. Whom it gives back, or answers with, is signed in. */
  readonly trail: Path;
}
