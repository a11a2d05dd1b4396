/** What people call tables that few of a team see to: who belongs to it, which programs may act for it, how it is set up and paid for. */
import { spelledApart } from "./spelled-apart.ts";
export function isKeptByAdmins(name: string): boolean {
  return isMadeByAdmins(name) || PEOPLE.test(spelledApart(name));
}

/** Of these, what is no one person's seat in the team. */
export function isMadeByAdmins(name: string): boolean {
  return MADE.test(spelledApart(name));
}

const MADE =
  /(?:^|_)(?:invit(?:es?|ations?)|api_?keys?|(?:api|access|restricted)_?tokens?|webhooks?|integrations?|sso|saml|scim|domains?|settings?|permissions?|billing|subscriptions?|service_?accounts?)$/i;
const PEOPLE =
  /(?:^|_)(?:members?|memberships?|roles?)$|^(?:user|team|org|organi[sz]ation|workspace|project|company)_?(?:users?|teams?)$/i;
