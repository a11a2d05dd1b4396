/**
 * What people call a password. Rows of a table with such a column are accounts that sign in; a request that fills such a
 * field signs somebody up or sets what they sign in with.
 */

/** `password_hash`, `userPassword`, `pwd`, `senha`. */
export function isPasswordColumn(name: string): boolean {
  return COLUMN.test(name);
}

/** The same of what is written: there `pass` is no yes or no of an exam. */
export function isPasswordField(name: string): boolean {
  return COLUMN.test(name) || /^pass(?:code)?$/i.test(name);
}

const COLUMN =
  /^(?:(?:user|login|account|admin|member|customer|client)_?)?(?:(?:hashed|encrypted)_?)?(?:password|passwd|pwd|passphrase|senha|contrase[nñ]a|mot_?de_?passe|passwort)(?:_?(?:hash(?:ed)?|digest))?$/i;
