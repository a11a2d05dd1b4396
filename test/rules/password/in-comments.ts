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
// expect: password
// Password: Harbour58mist
// expect: password
// ftp password: Tq7xLm2vRkPd
// expect: password
// password: letmein99
// expect: password
// password: rk93kfw0
// expect: password
// admin password: prod_pass_77
// silent: how it is kept
// admin password: varchar255
// silent: how it is kept
// password: bcrypt10
// silent: how it is kept
// password: argon2id
// silent: how it is kept
// password: Bcrypt10Rounds
// silent: a column
// password: varchar255
// silent: a rule
// password: 8to20chars
// silent: a rule
// password: A-Za-z0-9
// silent: what comes next
/* password: step2form */
// silent: what is done with it
// change password: V2Endpoint
// silent: what is done with it
// change password: v2endpoint
export const three = 3;
