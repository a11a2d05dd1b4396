/** What people call tables that few of a team see to: who belongs to it, which programs may act for it, how it is set up and paid for. */
export function isKeptByAdmins(name: string): boolean {
  return KEPT.test(name.replace(/([a-z])([A-Z])/g, "$1_$2"));
}

const KEPT =
  /(?:^|_)(?:members?|memberships?|invit(?:es?|ations?)|api_?keys?|(?:api|access|restricted)_?tokens?|webhooks?|integrations?|sso|saml|scim|domains?|settings?|roles?|permissions?|billing|subscriptions?|service_?accounts?)$|^(?:user|team|org|organi[sz]ation|workspace|project|company)_?(?:users?|teams?|roles?)$/i;
