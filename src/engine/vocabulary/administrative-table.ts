/** What people call tables that few of a team see to: who belongs to it, which programs may act for it, how it is set up and paid for. */
export function isKeptByAdmins(name: string): boolean {
  return isMadeByAdmins(name) || PEOPLE.test(spelled(name));
}

/** Of these, what is no one person's seat in the team. */
export function isMadeByAdmins(name: string): boolean {
  return MADE.test(spelled(name));
}

/** `apiKeys` as `api_Keys`. */
function spelled(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, "$1_$2");
}

const MADE =
  /(?:^|_)(?:invit(?:es?|ations?)|api_?keys?|(?:api|access|restricted)_?tokens?|webhooks?|integrations?|sso|saml|scim|domains?|settings?|permissions?|billing|subscriptions?|service_?accounts?)$/i;
const PEOPLE =
  /(?:^|_)(?:members?|memberships?|roles?)$|^(?:user|team|org|organi[sz]ation|workspace|project|company)_?(?:users?|teams?)$/i;
