/** What people call columns that are shown to nobody, whatever the row is of. */

/** Bank accounts, papers and passwords of other services. */
export function isConfidentialColumn(name: string): boolean {
  return CONFIDENTIAL.test(name);
}

const CONFIDENTIAL =
  /^(?:iban|ssn|salary|card_?number|cvv|passport_?(?:no|number|id)|national_?id(?:_?number)?|bank_?account(?:_?(?:no|number))?|account_?number|routing_?number|\w*(?:store|smtp|mail|account|service|server|ftp)_?pass(?:word|wd)|\w*(?:api|webhook)_?secret)$/i;
