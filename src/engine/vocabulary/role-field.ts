/** Names of what says which rights somebody has: a role, a permission, a scope. Names of several words are spelled apart first. */

export const ROLE_FIELD =
  /(?:^|[^a-z])(?:is_?)?(?:role|roles|admin|admins|superuser|staff|moderator|owner|permission|permissions|privilege|privileges|scope|scopes|access_?level|capabilit(?:y|ies)|authorit(?:y|ies)|groups?)(?:[^a-z]|$)/i;
