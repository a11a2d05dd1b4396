/** What people call the tables of those who sign in, where no column with a password tells. */

/** Accounts: `users`, `app_users`, `ProfileModel`. A column that points there says whose a row is. */
export function isAccountTable(name: string): boolean {
  return ACCOUNTS.test(name);
}

/** The same, and people who sign in where somebody lets them: members, customers. */
export function isPeopleTable(name: string): boolean {
  return PEOPLE.test(name);
}

/** Those who may sign in to work. */
export function isWorkerTable(name: string): boolean {
  return WORKERS.test(name);
}

/** Models are named in code as tables are in the database, and often say that they are models. */
const AS_CODE = "(?:_?(?:table|models?|entity|schema))?$";
const ACCOUNTS = new RegExp(`^(?:app_?)?(?:users?|accounts?|profiles?)${AS_CODE}`, "i");
const PEOPLE = new RegExp(
  `^(?:app_?)?(?:users?|accounts?|profiles?|members?|customers?|people|persons?)${AS_CODE}`,
  "i",
);
const WORKERS = new RegExp(`^(?:admins?|drivers?|riders?)${AS_CODE}`, "i");
