// A comment that is nothing but a password's name and the password; a marker above each.
// expect: password
// db password: Kx9vmPq2vL
export const one = 1;
// expect: password
/* admin password: Harbour58x! */
export const two = 2;
// silent: somebody goes on
// db password: Kx9vmPq2vL is gone since spring
// silent: a type
// password: string
// silent: a rule
// password: min8chars, letters and digits
// silent: a name
// password: hashedPassword2
// silent: a rule
// Password: at least 8 characters
export const three = 3;
