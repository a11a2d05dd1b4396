/** What people call what tells one account's rights from another's, and the columns of accounts that do not. */

/** A table whose every row is somebody with more rights than others have: whoever is found there is no customer. */
export function isAdministratorTable(name: string): boolean {
  return ADMINISTRATORS.test(name);
}

/** A column that tells ranks; a group may be what the row belongs to. */
export function isRankColumn(name: string): boolean {
  return RANK.test(name);
}

/** Whether the account may be used at all, in the languages that people name columns in. */
export function saysInForce(name: string): boolean {
  return IN_FORCE.test(name);
}

/** What a caller has paid for or how far their account is set up, not what they may do. */
export function saysNoRight(name: string): boolean {
  return NO_RIGHT.test(name);
}

const ADMINISTRATORS =
  /^(?:tbl_?|t_)?(?:super_?|site_?|system_?|platform_?)?(?:admin(?:istrator)?s?|superusers?|moderators?)(?:_?(?:users?|accounts?))?$/i;
const RANK = /(?:^|_)(?:roles?|is_?(?:super_?)?admin|is_?staff|is_?superuser|is_?moderator|permissions?)$/i;
const IN_FORCE =
  /^(?:is_?)?(?:activ[eoa]|ativ[oa]|enabled|disabled|blocked|bloquead[oa]|banned|suspended|deleted)$|estado|situac/i;
const NO_RIGHT =
  /plan|tier|subscription|quota|limit|credit|balance|status|state|verified|provider|locale|lang|country|email|name|(?:^|_)id$|Id$|token|secret|key|^(?:length|size|count)$/;
