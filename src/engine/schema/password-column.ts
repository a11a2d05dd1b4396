/** Columns that keep what an account signs in with, as people call them: `password_hash`, `userPassword`, `pwd`, `senha`. */
export const PASSWORD_COLUMN =
  /^(?:(?:user|login|account|admin|member|customer|client)_?)?(?:(?:hashed|encrypted)_?)?(?:password|passwd|pwd|passphrase|senha|contrase[nñ]a|mot_?de_?passe|passwort)(?:_?(?:hash(?:ed)?|digest))?$/i;
