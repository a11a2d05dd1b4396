/** Why an entry point counts as open to everybody, where that says only that no login is asked for. */

/** It is called like a way in: `/login`, `/health`. */
export const OPEN_BY_NAME = "a path that is public in most services";
/** `@Public()` */
export const OPEN_BY_MARK = "a decorator tells the guard to let everybody through";
/** Middleware names the address among those that it does not ask at. */
export const OPEN_BY_NEIGHBOURS = "the guard of its neighbours lets this address through";
/** Whoever knows an account's password is let in. */
export const CHECKS_PASSWORD = "it checks a password";
